// Opens a text again without a connection: the pages on which texts are written, and the files of the build that they need.
// No other page is ever kept. One person's pages at a time, gone at sign-out, at another person's sign-in and after twelve hours.
const build = new URL(location.href).searchParams.get("build") ?? "";
const files = `concord-files ${build}`;
const pages = (person) => `concord-drafts ${build} ${person}`;
const longest = 12 * 60 * 60 * 1000;
const isDraft = (path) => /^\/(documents|proposals)\/[0-9a-f-]{36}\/draft$/.test(path);
const isFile = (path) => path.startsWith("/assets/") || path === "/keep-typed.js" || path === "/mark.svg";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forgetBuilds().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && isDraft(pathname)) event.respondWith(page(request, pathname));
  else if (isFile(pathname)) event.respondWith(file(request));
});

// A page that was there before this worker names what it loaded.
self.addEventListener("message", (event) => {
  const { kind, path, loaded } = event.data ?? {};
  if (kind === "keep" && isDraft(path)) event.waitUntil(Promise.all([keepFiles(loaded), fetch(path, { credentials: "same-origin" }).then((answer) => keepPage(path, answer))]).catch(() => {}));
});

async function page(request, path) {
  try {
    const answer = await fetch(request);
    // Being sent to sign in is an answer too: only what cannot be asked for is taken from here.
    if (answer.ok && !answer.redirected) await keepPage(path, answer.clone());
    return answer;
  } catch (fault) {
    const kept = await keptPage(path);
    if (kept) return kept;
    throw fault;
  }
}

async function keepPage(path, answer) {
  if (!answer.ok || answer.redirected || answer.type !== "basic") return;
  const text = await answer.text();
  const person = /<html[^>]* data-person="([0-9a-f-]{36})"/.exec(text)?.[1];
  if (!person) return;
  await forgetOthers(person);
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set("X-Kept-At", String(Date.now()));
  await (await caches.open(pages(person))).put(path, new Response(text, { status: 200, headers }));
}

async function keptPage(path) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(pages(""))) continue;
    const cache = await caches.open(name);
    const kept = await cache.match(path);
    if (!kept) continue;
    if (Date.now() - Number(kept.headers.get("X-Kept-At")) < longest) return kept;
    await cache.delete(path);
  }
  return null;
}

async function file(request) {
  const cache = await caches.open(files);
  const kept = await cache.match(request);
  if (kept && new URL(request.url).pathname.startsWith("/assets/")) return kept;
  try {
    const answer = await fetch(request);
    // Only what a text's own page loads is kept.
    if (answer.ok && isDraft(new URL(request.referrer || "http://none/").pathname)) await cache.put(request, answer.clone());
    return answer;
  } catch (fault) {
    if (kept) return kept;
    throw fault;
  }
}

async function keepFiles(loaded) {
  const cache = await caches.open(files);
  for (const path of (loaded ?? []).filter((each) => typeof each === "string" && isFile(each)))
    if (!(await cache.match(path))) await cache.add(path).catch(() => {});
}

async function forgetBuilds() {
  for (const name of await caches.keys()) if (name.startsWith("concord-") && !name.startsWith(files) && !name.startsWith(pages(""))) await caches.delete(name);
}

async function forgetOthers(person) {
  for (const name of await caches.keys()) if (name.startsWith("concord-drafts") && name !== pages(person)) await caches.delete(name);
}
