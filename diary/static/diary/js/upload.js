// A file that is larger than the diary takes is said to be so before it is sent; data-most-mb has the limit.

for (const field of document.querySelectorAll("input[data-most-mb]")) {
  field.form.addEventListener("submit", (event) => {
    const most = Number(field.dataset.mostMb);
    if (!(field.files[0]?.size > most * 1024 * 1024)) return;
    event.preventDefault();
    const line = document.createElement("p");
    line.className = "banner banner-danger";
    line.textContent = `The file is larger than ${most} MB. Divide it into several files.`;
    document.getElementById("messages").replaceChildren(line);
    line.scrollIntoView({ block: "center" });
  });
}
