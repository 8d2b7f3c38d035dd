// Buttons marked data-passkey have the browser make or use a passkey, by allauth's own script; what the server
// wants of it stands in the page as "js_data". data-credential and data-passwordless name the form's fields.

for (const button of document.querySelectorAll("[data-passkey]")) {
  const { passkey, credential, passwordless } = button.dataset;
  window.allauth.webauthn.forms[`${passkey}Form`]({ ids: { [passkey]: button.id, credential, passwordless, data: "js_data" } });
}

// A passkey that was not given, because the person changed their mind or the device has none, is said calmly.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const line = document.createElement("p");
  line.className = "banner";
  line.textContent = "No passkey was used. Try again, or choose another way.";
  document.getElementById("messages").replaceChildren(line);
});
