// The other tabs of this diary lock as well.

new BroadcastChannel("diary").postMessage("locked");
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
