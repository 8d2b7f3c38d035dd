// Tells the server which time zone this browser is in, and points out on Today when the settings say another.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll("[data-browser-zone]")) field.value = zone;

for (const hint of document.querySelectorAll("[data-settings-zone]")) {
  hint.hidden = !zone || hint.dataset.settingsZone === zone;
  hint.querySelector("[data-zone-name]").textContent = zone;
}
