// Opens a text again without a connection: the pages on which texts are written, and the files of the build that they need.
// No other page is ever kept. One person's pages at a time, gone at sign-out, at another person's sign-in and after twelve hours.
const build = new URL(location.href).searchParams.get("build") ?? "";
const files = `concord-files ${build}`;
const pages = (person) => `concord-drafts ${build} ${person}`;
const longest = 12 * 60 * 60 * 1000;
const isDraft = (path) => /^\/(documents|proposals)\/[0-9a-f-]{36}\/draft$/.test(path);
// Not what is downloaded, and not what the public reads.
const isPage = (path) => !/^\/(library|calendars)\b|\/exports\/|\/files\/|\/bundle$|\.[a-z]+$/.test(path);
const isFile = (path) => path.startsWith("/assets/") || path === "/keep-typed.js" || path === "/mark.svg";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forgetBuilds().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && isDraft(pathname)) event.respondWith(page(request, pathname));
  else if (request.mode === "navigate" && isPage(pathname)) event.respondWith(fetch(request).catch(() => withoutConnection(pathname)));
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
  } catch {
    return (await keptPage(path)) ?? withoutConnection(path);
  }
}

// What is said where a page is not kept: where one stands, and which texts can be gone on with.
async function withoutConnection(path) {
  const texts = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(pages(""))) continue;
    for (const { url } of await (await caches.open(name)).keys()) {
      const at = new URL(url).pathname;
      const title = /<title>([^<]*)<\/title>/.exec((await (await keptPage(at))?.text()) ?? "")?.[1];
      if (title) texts.push(`<li><a href="${at}">${title.replace(/ - Concord$/, "")}</a></li>`);
    }
  }
  const why = path === "/sign-out" ? "Signing out needs a connection. You are still signed in on this device: do not leave it with anybody else." : isDraft(path) ? "This text is not kept on this device. It can be read when the connection is back." : "This page needs a connection.";
  const words = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>You are offline - Concord</title>
<style>:root{color-scheme:light dark}body{font:1.0625rem/1.6 "Public Sans",system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:2rem 1rem;background:#fcfbf8;color:#1c1d1f}a{color:#0b5563}li,p{margin:.5rem 0}li a,.again{display:inline-block;padding:.25rem 0}@media (prefers-color-scheme:dark){body{background:#1a1917;color:#eceae5}a{color:#7cc4d0}}</style></head>
<body><main><h1>You are offline</h1><p>${why}</p><p>What you wrote and was not sent yet is kept on this device.</p>${texts.length > 0 ? `<h2>Texts you can go on with</h2><ul>${texts.join("")}</ul>` : ""}<p><a class="again" href="${encodeURI(path)}">Try again</a></p></main></body></html>`;
  return new Response(words, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" } });
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
