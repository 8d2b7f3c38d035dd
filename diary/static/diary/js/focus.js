// After an error the summary has the focus: on load, and after htmx put new content in the page.
// What htmx swapped in may name its own heading with data-focus.

function settle(root) {
  root.querySelector(".error-summary, [data-focus]")?.focus();
}

settle(document);
document.addEventListener("htmx:afterSettle", (event) => settle(event.detail.elt));
