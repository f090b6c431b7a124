import sharp from "sharp";
import { LOCALES } from "@/domain/shared/locale";
import { faultsOfThings, thingsIn } from "@/test/found/schema-org";
import { type OwnServer, startFoundMarket } from "./support/own-server";
import { stored } from "./support/stored";
import { expect, test } from "./support/test";

const AT_ONCE = 4;
const IS_LONG = process.env.OTHER_WAYS === "1";
const WALK_MS = IS_LONG ? 2_400_000 : 600_000;
/** All pages of the tariff look alike, and each page in its languages: an ordinary run looks at some of them, the long one at each. */
const TARIFF_STEP = IS_LONG ? 1 : 20;
const LANGUAGE_STEP = IS_LONG ? 1 : 5;
const PRIVATE =
  /^\/[\w-]+\/(?:account|admin|bids|deals|desk|find|home|inbox|join|lists|mailbox|orders|organisation|packs|sign-|start|work|f\/)/;

// One server for all of them.
test.describe.configure({ mode: "default" });

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(WALK_MS);
  server = await startFoundMarket();
});
test.afterAll(() => server.stop());

const get = (path: string): Promise<Response> => fetch(`${server.url}${path}`, { redirect: "manual" });

type Entry = { readonly address: string; readonly others: ReadonlyMap<string, string> };

const entriesIn = (xml: string): Entry[] =>
  [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = ""]) => ({
    address: /<loc>([^<]+)<\/loc>/.exec(entry)?.[1] ?? "",
    others: new Map(
      [...entry.matchAll(/hreflang="([\w-]+)" href="([^"]+)"/g)].map(([, language = "", href = ""]) => [
        language,
        href,
      ]),
    ),
  }));

/** Every entry of every file that the index names. */
async function wholeSitemap(): Promise<Entry[]> {
  const index = await (await get("/sitemap.xml")).text();
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, file = ""]) => file.replaceAll("&amp;", "&"));
  expect(files.length).toBeGreaterThanOrEqual(LOCALES.length);
  const entries: Entry[] = [];
  for (const file of files) {
    const answer = await fetch(file);
    expect([file, answer.status, answer.headers.get("content-type")]).toEqual([
      file,
      200,
      "application/xml; charset=utf-8",
    ]);
    entries.push(...entriesIn(await answer.text()));
  }
  return entries;
}

const pathOf = (address: string): string => address.slice(server.url.length);

const linksOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    [...header.matchAll(/<([^>]+)>; rel="alternate"; hreflang="([\w-]+)"/g)].map(([, href = "", language = ""]) => [
      language,
      href,
    ]),
  );

/** What is wrong with one address of the sitemap; nothing where all is well. */
async function faultsAt({ address, others }: Entry): Promise<string[]> {
  const answer = await fetch(address, { redirect: "manual" });
  const html = await answer.text();
  const said = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? "";
  const things = thingsIn(html);
  const faults: readonly (readonly [boolean, string])[] = [
    [answer.status === 200, `answers ${answer.status}`],
    [said(/<link rel="canonical" href="([^"]+)"/) === address, "is not its own canonical address"],
    [said(/<meta property="og:url" content="([^"]+)"/) === address, "is shown by another address"],
    [answer.headers.get("x-robots-tag") === null && !/name="robots"/.test(html), "is kept from search engines"],
    [said(/<title>([^<]+)</) !== "", "has no title"],
    [said(/name="description" property="og:description" content="([^"]+)"/) !== "", "has no description"],
    [said(/<html lang="([^"]+)"/) === pathOf(address).split("/")[1], "is in another language"],
    [
      JSON.stringify([...linksOf(answer.headers.get("link") ?? "")]) === JSON.stringify([...others]),
      "names other languages than its sitemap",
    ],
    [things.flatMap(faultsOfThings).length === 0, `tells of things wrongly: ${things.flatMap(faultsOfThings).join()}`],
  ];
  return faults.flatMap(([holds, what]) => (holds ? [] : [`${address} ${what}`]));
}

/** Asks for some at a time. */
async function faultsOf(entries: readonly Entry[]): Promise<string[]> {
  const left = [...entries];
  const faults: string[] = [];
  const walk = async () => {
    for (let entry = left.pop(); entry; entry = left.pop()) faults.push(...(await faultsAt(entry)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return faults;
}

test("every address of the sitemap is a public page that is its own, in each language, and each names the others alike", async () => {
  test.setTimeout(WALK_MS);
  expect(await (await get("/robots.txt")).text()).toContain(`Sitemap: ${server.url}/sitemap.xml`);
  const all = await wholeSitemap();
  const byAddress = new Map(all.map((entry) => [entry.address, entry]));
  expect(byAddress.size).toBe(all.length);
  expect(all.length % LOCALES.length).toBe(0);
  // One expectation for all: a play keeps a record of each.
  const unlike = all.filter(({ address, others }) => {
    const own = JSON.stringify([...others]);
    const isWhole = JSON.stringify([...others.keys()]) === JSON.stringify([...LOCALES, "x-default"]);
    // Each of the others is an entry too, and names this one and the same others.
    const isAlike = LOCALES.every((language) => {
      const other = byAddress.get(others.get(language) ?? "");
      return other !== undefined && JSON.stringify([...other.others]) === own;
    });
    return !isWhole || !isAlike || ![...others.values()].includes(address) || PRIVATE.test(pathOf(address));
  });
  expect(unlike.map(({ address }) => address)).toEqual([]);
  const kinds = ["/requests/", "/providers/", "/hubs/", "/services/", "/tariff/", "/help/"];
  for (const kind of kinds) expect(all.some(({ address }) => address.includes(kind))).toBe(true);
  const isAsked = ({ address }: Entry, at: number): boolean =>
    (!address.includes("/tariff/") || at % TARIFF_STEP === 0) &&
    (pathOf(address).startsWith("/en") || at % LANGUAGE_STEP === 0);
  const asked = all.filter(isAsked);
  expect(await faultsOf(asked)).toEqual([]);
});

test("requests that their buyers keep for some, or that are over, are in no sitemap and kept from search engines", async () => {
  const hidden = stored(
    "SELECT id FROM requests WHERE visibility = 'checked' AND state = 'open' UNION SELECT max(id) AS id FROM requests WHERE state = 'awarded' AND visibility = 'open'",
  ).map(({ id }) => String(id));
  expect(hidden.length).toBeGreaterThan(0);
  const named = await (await get("/en/sitemap.xml?of=requests")).text();
  for (const id of hidden) {
    expect(named).not.toContain(id);
    const answer = await get(`/en/requests/${id}`);
    expect([id, answer.status, answer.headers.get("x-robots-tag")]).toEqual([id, 200, "noindex"]);
  }
});

test("a list that somebody has filtered, what is private, and a service that nobody offers are kept from search engines", async () => {
  for (const path of [
    "/en/requests?service=customs",
    "/kk/providers?q=a",
    "/en/sign-in",
    "/ru/find",
    "/en?ask=customs&way=horgos",
  ])
    expect([path, (await get(path)).headers.get("x-robots-tag")]).toEqual([path, "noindex"]);
  for (const path of [
    "/en/services/customs/nowhere",
    "/en/services/none/horgos",
    "/en/services/customs/CN-ZZ",
    "/en/sitemap.xml?of=orders",
  ])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
});

for (const locale of LOCALES)
  test(`the market can be kept beside a phone's apps in ${locale}, and its icons are as large as they are said to be`, async () => {
    const page = await (await get(`/${locale}`)).text();
    const [, href = ""] = /<link rel="manifest" href="([^"]+)"/.exec(page) ?? [];
    const answer = await get(href);
    expect(answer.headers.get("content-type")).toBe("application/manifest+json");
    const manifest = (await answer.json()) as {
      readonly name: string;
      readonly lang: string;
      readonly start_url: string;
      readonly display: string;
      readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
    };
    expect(manifest).toMatchObject({ lang: locale, start_url: `/${locale}`, display: "standalone" });
    expect(manifest.name).not.toBe("");
    expect(manifest.icons.map(({ sizes, purpose }) => purpose ?? sizes)).toEqual([
      "192x192",
      "512x512",
      "maskable",
      "any",
    ]);
    for (const { src, sizes } of manifest.icons.filter((icon) => icon.sizes !== "any")) {
      const { width, height } = await sharp(Buffer.from(await (await get(src)).arrayBuffer())).metadata();
      expect([src, `${width}x${height}`]).toEqual([src, sizes]);
    }
  });

test("a link to each kind of page is shown with a picture of its own, from the map", async () => {
  test.setTimeout(WALK_MS);
  const [provider] = stored("SELECT min(organisation_id) AS id FROM listings WHERE service = 'customs'");
  const seen = new Set<string>();
  for (const locale of LOCALES)
    for (const path of [
      "",
      "/hubs/horgos",
      "/corridors",
      "/services/customs/horgos",
      `/providers/${provider?.id as string}`,
    ]) {
      const html = await (await get(`/${locale}${path}`)).text();
      const [, address = ""] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
      const answer = await fetch(address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=86400");
      const content = Buffer.from(await answer.arrayBuffer());
      const { width, height, format } = await sharp(content).metadata();
      expect([width, height, format]).toEqual([1200, 630, "png"]);
      seen.add(content.toString("base64"));
    }
  expect(seen.size).toBe(LOCALES.length * 5);
  expect((await get("/en/picture/hub/nowhere")).status).toBe(404);
  expect((await get("/en/picture/provider/nobody")).status).toBe(404);
});

test("who finds a service at a hub reads what is known of it, and begins a request of it with one press", async ({
  page,
}) => {
  await page.goto("/en/hubs/horgos");
  await page.getByRole("link", { name: "Customs", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Customs clearance at Horgos" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Which papers the border asks for" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Providers" }).getByRole("row")).not.toHaveCount(0);
  await page.getByRole("link", { name: "Ask for bids" }).click();
  await expect(page.getByRole("textbox", { name: "What goes from where to where?" })).toHaveValue(
    /^Customs clearance via Horgos/,
  );
});

test("the directory and the corridors lead to the services of each corridor", async ({ page }) => {
  await page.goto("/en/providers");
  await page.getByRole("table", { name: "Services by corridor" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/en\/services\/[a-z]+\/[A-Z]{2}-[A-Z]{2}$/);
  await expect(page.getByRole("heading", { name: "Ports on this corridor" })).toBeVisible();
  await page.goto("/en/corridors");
  await page
    .getByRole("region", { name: "Payments by corridor" })
    .or(page.locator("section", { hasText: "Payments by corridor" }))
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/services\/payment\/[A-Z]{2}-[A-Z]{2}$/);
});
