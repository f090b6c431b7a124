// Lets pages for people in the field open without a connection. It is registered for their part of the site alone, answers nothing from
// its store while the site can be reached (but for files of the build, which never change under a name), and sends nothing by itself.
const CACHE = "field-pages";
const PATIENCE_MS = 8_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const kept = async (key) => (await caches.open(CACHE)).match(key, { ignoreVary: true });

/** The page as it is now, else as it was kept. A link that is over is not kept any longer. */
async function page(request) {
  const { pathname } = new URL(request.url);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status === 404 || answer.status === 410) await (await caches.open(CACHE)).delete(pathname);
    return answer;
  } catch (error) {
    const copy = await kept(pathname);
    if (copy) return copy;
    throw error;
  }
}

async function part(request) {
  const copy = await kept(request.url);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request.url, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(_next\/static|fonts)\/|\.svg$/.test(pathname)) event.respondWith(part(request));
});
