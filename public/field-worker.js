// Lets pages that are used in the field open without a connection: those of links, and that of an inspector's visit. It is registered for
// their part of the site alone, answers nothing from its store while the site can be reached (but for files of the build, which never
// change under a name), and sends nothing by itself. What is kept, and for whom, is said in components/field/outbox/keep-page.ts.
const CACHE = "field-pages";
const PATIENCE_MS = 8_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function drop(pathname) {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(pathname, { ignoreVary: true });
}

/** The copy of a page; undefined where there is none, or its time is over. */
async function copyOf(pathname) {
  const copy = await caches.match(pathname, { ignoreVary: true });
  const until = copy?.headers.get("x-kept-until");
  if (!until || Date.now() < Number(until)) return copy;
  await drop(pathname);
  return undefined;
}

/** What the site says of the page, or null where it says nothing for too long. Once it speaks, it may take its time. */
async function answered(request) {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE_MS);
  try {
    return await fetch(request, { signal: waiting.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

// A link that is over, and a page that is not shown to its reader any more.
const isRefusal = ({ type, status }) => type === "opaqueredirect" || [401, 403, 404, 410].includes(status);

/** The page as it is now, else as it was kept. */
async function page(request) {
  const { pathname } = new URL(request.url);
  const copy = await copyOf(pathname);
  if (!copy) return fetch(request);
  await lookAtKept();
  const answer = await answered(request);
  if (answer && isRefusal(answer)) await drop(pathname);
  return answer ?? copy;
}

/** Addresses of the files that are kept, as far as this worker has looked: only those are answered here, the rest the browser fetches itself. */
const kept = new Set();

async function lookAtKept() {
  for (const { url } of await (await caches.open(CACHE)).keys()) kept.add(url);
}

/** Keeps a file of the build beside its being used; what cannot be kept is kept another time. */
async function keep(url) {
  await (await caches.open(CACHE)).add(url);
  kept.add(url);
}

const part = async (request) => (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(_next\/static|fonts)\/|^\/[a-z-]+\.svg$/.test(pathname)) {
    if (kept.has(request.url)) event.respondWith(part(request));
    else event.waitUntil(keep(request.url).catch(() => undefined));
  }
});
