// A "Show password" button beside each password box.

for (const field of document.querySelectorAll("input[type=password]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn-link";
  button.textContent = "Show password";
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide password" : "Show password";
  });
  field.after(button);
  field.form?.addEventListener("submit", () => { field.type = "password"; });
}
