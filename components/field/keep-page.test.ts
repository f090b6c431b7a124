import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropPage, forgetPages, keepPage } from "./keep-page";

const ORIGIN = "https://market.example";
const LINK = "/en/f/token";
const VISIT = "/en/orders/o1/inspection";
const WORKER = readFileSync("public/field-worker.js", "utf8");
const PART = "/_next/static/chunks/site-form.js";

const addressOf = (key: string | { readonly url: string }) =>
  new URL(typeof key === "string" ? key : key.url, ORIGIN).href;

/** The store of a browser's copies, as far as a page and a worker use it. */
function memoryCaches(load: (address: string) => Response) {
  const stores = new Map<string, Map<string, Response>>();
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      keys: async () => [...store.keys()].map((url) => ({ url })),
      add: async (address: string) => void store.set(addressOf(address), load(address)),
      put: async (key: string, answer: Response) => void store.set(addressOf(key), answer),
      delete: async (key: string) => store.delete(addressOf(key)),
    };
  };
  return {
    open,
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (key: string) =>
      [...stores.values()].flatMap((store) => store.get(addressOf(key))?.clone() ?? []).at(0),
    has: (path: string) => [...stores.values()].some((store) => store.has(addressOf(path))),
  };
}

type Site = { answer: (path: string, credentials?: string) => Response };

const pageOf = (text: string) => new Response(`<html>${text}<script src="${PART}"></script></html>`);
const leadsElsewhere = () => ({ type: "opaqueredirect", status: 0, ok: false }) as Response;

function phone(site: Site) {
  const fetched = async (input: string | { readonly url: string }, init?: RequestInit) => {
    init?.signal?.throwIfAborted();
    return site.answer(new URL(addressOf(input)).pathname, init?.credentials);
  };
  const caches = memoryCaches(() => new Response("part"));
  const unregister = vi.fn<() => void>();
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("location", { origin: ORIGIN, href: ORIGIN + VISIT, pathname: VISIT });
  vi.stubGlobal("navigator", {
    serviceWorker: { register: async () => undefined, getRegistration: async () => ({ unregister }) },
  });
  const heard = new Map<string, (event: object) => void>();
  const self = { location: { origin: ORIGIN }, addEventListener: (what: string, act: never) => heard.set(what, act) };
  runInContext(
    WORKER,
    createContext({ self, caches, fetch: fetched, URL, AbortController, setTimeout, clearTimeout, Date }),
  );
  /** What a browser shows at an address under the worker. */
  const opened = async (path: string): Promise<string | null> => {
    const asked: Promise<Response>[] = [];
    const request = { method: "GET", mode: "navigate", url: ORIGIN + path };
    heard.get("fetch")?.({ request, respondWith: (answer: Promise<Response>) => asked.push(answer) });
    const answer = await asked[0]?.catch(() => null);
    return answer && answer.type !== "opaqueredirect" ? answer.text() : null;
  };
  return { caches, opened, unregister };
}

const at = (path: string) => vi.stubGlobal("location", { origin: ORIGIN, href: ORIGIN + path, pathname: path });

const gone = (): Response => {
  throw new TypeError("Failed to fetch");
};

const NOW = Date.UTC(2026, 2, 10);
const keeper = { owner: "person-lin", until: NOW + 1_000 };

beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a link's page is kept without cookies, with what it is made of, and shown only where the site says nothing", async () => {
  const site: Site = { answer: (_, credentials) => pageOf(`first, ${credentials}`) };
  const { caches, opened } = phone(site);
  at(LINK);
  await keepPage("/en/f/");
  expect(caches.has(PART)).toBe(true);
  site.answer = () => pageOf("second");
  expect(await opened(LINK)).toContain("second");
  site.answer = gone;
  expect(await opened(LINK)).toContain("first, omit");
  expect(await opened("/en/f/another")).toBeNull();
});

test("a signed-in person's page is not shown when its time is over", async () => {
  const site: Site = { answer: (_, credentials) => pageOf(`visit of person-lin, ${credentials}`) };
  const { caches, opened } = phone(site);
  await keepPage(VISIT, keeper);
  site.answer = gone;
  expect(await opened(VISIT)).toContain("visit of person-lin, same-origin");
  vi.setSystemTime(keeper.until);
  expect(await opened(VISIT)).toBeNull();
  expect(caches.has(VISIT)).toBe(false);
});

test.each([
  ["leads elsewhere", leadsElsewhere],
  ["is not there any more", () => new Response("", { status: 404 })],
])("a page that %s is not kept any longer", async (_, answer) => {
  const site: Site = { answer: () => pageOf("person-lin") };
  const { caches, opened } = phone(site);
  await keepPage(VISIT, keeper);
  site.answer = answer;
  await opened(VISIT);
  expect(caches.has(VISIT)).toBe(false);
});

test("a page is not kept for somebody to whom the market shows another", async () => {
  const site: Site = { answer: () => pageOf("visit of person-wu") };
  const { caches } = phone(site);
  await keepPage(VISIT, keeper);
  expect(caches.has(VISIT)).toBe(false);
  const ledToSignIn = pageOf("person-lin");
  Object.defineProperty(ledToSignIn, "redirected", { value: true });
  site.answer = () => ledToSignIn;
  await keepPage(VISIT, keeper);
  expect(caches.has(VISIT)).toBe(false);
});

test("after signing out nothing of a person is left, and links stay", async () => {
  const { caches } = phone({ answer: () => pageOf("person-lin") });
  await keepPage(VISIT, keeper);
  at(LINK);
  await keepPage("/en/f/");
  await forgetPages();
  expect(caches.has(VISIT)).toBe(false);
  expect(caches.has(LINK)).toBe(true);
});

test("keeping one person's page drops another's", async () => {
  const site: Site = { answer: () => pageOf("person-lin") };
  const { caches } = phone(site);
  await keepPage(VISIT, keeper);
  site.answer = () => pageOf("person-wu");
  at("/en/orders/o2/inspection");
  await keepPage("/en/orders/o2/inspection", { ...keeper, owner: "person-wu" });
  expect(caches.has(VISIT)).toBe(false);
  expect(caches.has("/en/orders/o2/inspection")).toBe(true);
});

test("a visit that is over is dropped, and what was still being kept does not come back", async () => {
  const { caches, unregister } = phone({ answer: () => pageOf("person-lin") });
  const keeping = keepPage(VISIT, keeper).catch(() => undefined);
  await dropPage();
  await keeping;
  expect(caches.has(VISIT)).toBe(false);
  expect(unregister).toHaveBeenCalled();
});
