// The moment of the tap is the time: a form marked data-tap sends when its button was pressed and when it left,
// both by this device's clock, and a uuid of its own, so that a repeat is recognised.

const pressed = new WeakMap();

function renew() {
  if (!crypto.randomUUID) return; // only where the page came over https or from this machine
  for (const field of document.querySelectorAll("form[data-tap] [name=uuid]")) field.value = crypto.randomUUID();
}

function say(words, look) {
  const line = document.createElement("p");
  line.className = look;
  line.textContent = words;
  document.getElementById("messages").replaceChildren(line);
}

// What the press means is shown before the network answers.
function announce(form) {
  const card = document.getElementById("timing-starts")?.content.cloneNode(true);
  if (!card || !form.dataset.timing) return;
  card.querySelector("[data-place]").textContent = form.dataset.timing;
  card.querySelector("[data-started]").dataset.started = form.elements.at.value;
  form.closest(".card, #saved").before(card);
  say(`Timing started, ${form.dataset.timing}`, "visually-hidden");
  document.dispatchEvent(new Event("timing-started"));
}

function forget() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const card of document.querySelectorAll("[data-starting]")) card.remove();
}

document.addEventListener("pointerup", (event) => {
  const form = event.target.closest("form[data-tap]");
  if (form) pressed.set(form, Date.now());
});

// Before htmx reads the form, hence while the event is on its way down.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-tap]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const now = Date.now();
  const at = pressed.get(form) ?? 0;
  form.elements.at.value = new Date(now - at < 5000 ? at : now).toISOString();
  form.elements.sent_at.value = new Date(now).toISOString();
  form.dataset.sent = "yes";
  announce(form);
}, { capture: true });

// The uuid stays the same, so that pressing again keeps one entry, should the first have arrived after all.
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, () => {
    forget();
    say("That could not be sent. Press the button again.", "banner banner-danger");
  });
}

window.addEventListener("pageshow", () => {
  forget();
  renew();
});
document.addEventListener("htmx:afterSettle", renew);
