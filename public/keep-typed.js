// Keeps what is typed in forms on this device until it has arrived: over a reload, a closed tab, an expired session.
// Signing out clears it. Without script, forms work as they are.
const person = document.documentElement.dataset.person ?? "";
const kept = read();

arrive();
forgetOthers();
for (const form of document.querySelectorAll('form[action="/sign-out"]')) if (location.pathname !== "/sign-out") form.addEventListener("submit", askFirst);
for (const form of document.querySelectorAll("form[method=post]:not([data-not-kept])")) keep(form);

/** After a post: a page that came back with an error or asks to sign in gives everything back; any other page has taken it. */
function arrive() {
  const status = performance.getEntriesByType("navigation")[0]?.responseStatus ?? 200;
  const returned = status >= 400 || location.pathname === "/sign-in";
  for (const [key, entry] of Object.entries(kept)) {
    if (!entry.sent) continue;
    if (returned) entry.sent = false;
    else if (person) delete kept[key];
  }
  write();
}

/** Pages of somebody who was signed in here before are not opened again. */
async function forgetOthers() {
  if (!person || !("caches" in window)) return;
  for (const name of await caches.keys()) if (name.startsWith("concord-drafts") && !name.endsWith(` ${person}`)) await caches.delete(name);
}

/** Signing out clears this device; where something is not stored yet, the page of signing out shows it first. */
async function askFirst(event) {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(await isConnected())) return sayOffline();
  if (Object.values(kept).some(({ value, sent }) => !sent && value.trim()) || (await hasUnstored())) return location.assign("/sign-out");
  form.submit();
}

/** Only the server ends a session: asking it is the one way to know whether it can be reached. */
async function isConnected() {
  try {
    await fetch("/mark.svg", { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

function sayOffline() {
  const dialog = document.createElement("dialog");
  const words = document.createElement("p");
  words.id = "offline-sign-out";
  words.textContent = "You are offline, and signing out needs the connection. You are still signed in, and what you wrote stays on this device. Keep the device with you, and sign out when the connection is back.";
  const close = document.createElement("button");
  close.className = "button";
  close.textContent = "Stay signed in";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.setAttribute("aria-labelledby", words.id);
  dialog.append(words, close);
  document.body.append(dialog);
  dialog.showModal();
}

async function hasUnstored() {
  const names = (await indexedDB.databases?.().catch(() => [])) ?? [{ name: "concord-drafting" }];
  if (!names.some(({ name }) => name === "concord-drafting")) return false;
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), 2_000);
    const answer = (found) => (clearTimeout(late), resolve(found));
    const opening = indexedDB.open("concord-drafting");
    opening.onerror = () => answer(false);
    opening.onsuccess = () => {
      const found = opening.result;
      if (!found.objectStoreNames.contains("unconfirmed")) return found.close(), answer(false);
      const asked = found.transaction("unconfirmed").objectStore("unconfirmed").getAll();
      asked.onerror = () => (found.close(), answer(false));
      asked.onsuccess = () => (found.close(), answer(asked.result.some((row) => row.batch || row.batches?.length > 0)));
    };
  });
}

function keep(form) {
  const fields = [...form.querySelectorAll("textarea, input[type=text]")].filter((field) => field.name);
  for (const field of fields) {
    const entry = kept[keyOf(form, field)];
    if (entry && person && !entry.sent && field.value === field.defaultValue && entry.value !== field.value) {
      field.value = entry.value;
      field.closest("details")?.setAttribute("open", "");
      say(form);
    }
    field.addEventListener("input", () => {
      if (field.value === field.defaultValue) delete kept[keyOf(form, field)];
      else kept[keyOf(form, field)] = { value: field.value, sent: false };
      write();
    });
  }
  form.addEventListener("submit", () => {
    for (const field of fields) if (kept[keyOf(form, field)]) kept[keyOf(form, field)].sent = true;
    write();
  });
}

function say(form) {
  if (form.querySelector(".kept-note")) return;
  const note = document.createElement("p");
  note.className = "kept-note quiet small";
  note.setAttribute("role", "status");
  note.textContent = "What you had typed here was kept on this device. It has not been sent.";
  form.prepend(note);
}

function keyOf(form, field) {
  return `${location.pathname} ${new URL(form.action, location.href).pathname} ${field.id || field.name}`;
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(`typed ${person || localStorage.getItem("typed by")}`) ?? "{}");
  } catch {
    return {};
  }
}

function write() {
  try {
    if (person) localStorage.setItem("typed by", person);
    const owner = person || localStorage.getItem("typed by");
    if (owner) localStorage.setItem(`typed ${owner}`, JSON.stringify(kept));
  } catch {
    // A full or closed store keeps nothing; the form still works.
  }
}
