const CACHE = "field-pages";
const WORKER = "/field-worker.js";

/** What the page was made of: its scripts, styles and fonts, as the browser has fetched them. */
const partsOfPage = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name, location.href))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|fonts)\/|\.svg$/.test(pathname))
    .map(({ href }) => href);

/**
 * Keeps this page and what it is made of on the phone, so that it opens without a connection. `scope` is the part of the site whose
 * pages may be kept, such as `/en/f/`. The copy is fetched without cookies: it is the same for whoever has the address, and shows nothing of
 * a person who is signed in. Does nothing where the browser has no service workers.
 */
export async function keepPage(scope: string): Promise<void> {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  await navigator.serviceWorker.register(WORKER, { scope });
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  await Promise.allSettled(partsOfPage().flatMap((href) => (kept.has(href) ? [] : [cache.add(href)])));
  // The page last: once it is there, it is there with all that it is made of.
  const page = await fetch(location.href, { credentials: "omit", cache: "no-store" });
  if (page.ok) await cache.put(location.pathname, page);
  // Without this a phone that runs out of room may throw away what was not sent yet.
  await navigator.storage?.persist?.();
}
