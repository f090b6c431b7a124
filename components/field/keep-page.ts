const CACHE = "field-pages";
const WORKER = "/field-worker.js";
// One store a person, so that whatever is somebody else's can be told by its name.
const OWN = "own-pages ";

/** Whose a kept page is, and how long it may be shown at the most. */
export type Keeper = {
  /** What stands in this person's page and in nobody else's: the person's id. */
  readonly owner: string;
  /** Epoch milliseconds. */
  readonly until: number;
};

const canKeep = (): boolean => "serviceWorker" in navigator && "caches" in globalThis;

let underway = new AbortController();

/** What was begun before gives way: it must not put back what is dropped now. */
function takeOver(): AbortSignal {
  underway.abort();
  underway = new AbortController();
  return underway.signal;
}

const isPart = ({ origin, pathname }: URL): boolean =>
  origin === location.origin && /^\/(_next\/static|fonts)\/|^\/[a-z-]+\.svg$/.test(pathname);

/**
 * What the page is made of: scripts, styles and fonts as the browser has fetched them, and those that the copy names. They differ where
 * the reader came from another page of the site, without loading this one whole.
 */
function partsOf(text: string): string[] {
  const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
  const named = text.match(/\/(?:_next\/static|fonts)\/[^"'\\\s()<>]+/g) ?? [];
  const parts = [...fetched, ...named].map((name) => new URL(name, location.href)).filter(isPart);
  return [...new Set(parts.map(({ href }) => href))];
}

async function keepParts(text: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  await Promise.allSettled(partsOf(text).flatMap((href) => (kept.has(href) ? [] : [cache.add(href)])));
}

/** The pages of signed-in people that this phone keeps, but for one person's, are gone. What waits to be sent lies elsewhere and stays. */
async function dropOwned(except?: string): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== `${OWN}${except}`);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * Keeps this page and what it is made of on the phone, so that it opens without a connection. `scope` is the part of the site whose
 * pages may be kept, such as `/en/f/`. Without a `keeper` the copy is fetched without cookies: it is the same for whoever has the address,
 * and shows nothing of a person who is signed in. With one it is the page of that person, and is not kept where the market shows it to
 * somebody else by now. Does nothing where the browser has no service workers.
 */
export async function keepPage(scope: string, keeper?: Keeper): Promise<void> {
  if (!canKeep()) return;
  const signal = takeOver();
  // Told at once: whoever goes on within the site has another address by the end.
  const { pathname } = location;
  if (keeper) await dropOwned(keeper.owner);
  await navigator.serviceWorker.register(WORKER, { scope });
  const credentials = keeper ? "same-origin" : "omit";
  const page = await fetch(pathname, { credentials, cache: "no-store", signal });
  if (!page.ok || page.redirected) return;
  const text = await page.text();
  if (keeper && !text.includes(keeper.owner)) return;
  await keepParts(text);
  const headers = new Headers(page.headers);
  if (keeper) headers.set("x-kept-until", String(keeper.until));
  const cache = await caches.open(keeper ? `${OWN}${keeper.owner}` : CACHE);
  if (signal.aborted) return;
  // The page last: once it is there, it is there with all that it is made of.
  await cache.put(pathname, new Response(text, { headers }));
  // Without this a phone that runs out of room may throw away what was not sent yet.
  await navigator.storage?.persist?.();
}

/** Keeps this page no longer, whoever's it is. */
export async function dropPage(): Promise<void> {
  if (!canKeep()) return;
  takeOver();
  const { pathname } = location;
  for (const name of await caches.keys()) await (await caches.open(name)).delete(pathname);
  await (await navigator.serviceWorker.getRegistration(pathname))?.unregister();
}

/** Keeps no page of a signed-in person any longer: somebody has gone, or somebody else may come. */
export async function forgetPages(): Promise<void> {
  if (!canKeep()) return;
  takeOver();
  await dropOwned();
}
