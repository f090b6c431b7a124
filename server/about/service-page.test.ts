import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "@/db/schema/accounts";
import { readText } from "@/domain/deals/clerk/read-text";
import { LOCALES } from "@/domain/shared/locale";
import { DAY_MS, dayOf, later } from "@/domain/shared/time";
import { SERVICES } from "@/domain/shared/vocabulary";
import { actorOf, orderMarket, START } from "@/test/order-market";
import { pauseListing, saveListing } from "../catalogue/listings";
import { clerkKnowledge } from "../deals/clerk-reading";
import { referenceData } from "../hubs/queries/network";
import { execute } from "../platform/execute";
import { offeredWays } from "./offered-ways";
import { addressesOf, SECTIONS, startsOf } from "./found-addresses";
import { servicePage } from "./service-page";

type Market = Awaited<ReturnType<typeof orderMarket>>;
const LISTING = {
  ...{ service: "customs", summary: "霍尔果斯报关", hubIds: ["horgos"], corridors: ["CN-KZ"] },
  ...{ languages: ["ru"], licences: [] },
};

const listed = async () => {
  const market = await orderMarket();
  const saved = await execute(saveListing, { actor: actorOf("aigul"), input: LISTING }, market.on);
  expect(saved).toMatchObject({ kind: "done" });
  return market;
};
/** Later each time it is asked: what is kept for some minutes is asked anew. */
let asked = 0;
const now = () => later(START, ++asked * DAY_MS);
const page = ({ database }: Market, way: string, service: (typeof SERVICES)[number] = "customs") =>
  servicePage(database.read, { service, way, now: now() });
const pathsOf = async ({ database }: Market, section: (typeof SECTIONS)[number]) => {
  const paths: string[] = [];
  for await (const { path } of addressesOf(database.read, { section, after: "", now: now() })) paths.push(path);
  return paths;
};

test("a service has a page where somebody offers it: at the hub, with its waits, and on the corridor, with its hubs", async () => {
  const market = await listed();
  const atHub = await page(market, "horgos");
  expect(atHub).toMatchObject({ hub: { id: "horgos" }, providers: { count: 1 }, hubs: [] });
  expect(atHub?.providers.first).toHaveLength(1);
  expect(atHub?.papers.length).toBeGreaterThan(0);
  const onCorridor = await page(market, "CN-KZ");
  expect(onCorridor).toMatchObject({ hub: null, providers: { count: 1 } });
  expect(onCorridor?.hubs.map(({ hub, providers }) => [hub.id, providers])).toEqual([["horgos", 1]]);
});

test("it has none where nobody offers it, at a place that is none, and on a way that is none", async () => {
  const market = await listed();
  for (const way of ["pingxiang", "CN-VN", "CN-ZZ", "nowhere", ""]) expect(await page(market, way)).toBeNull();
  expect(await page(market, "horgos", "inspection")).toBeNull();
  expect([...(await offeredWays(market.database.read, now())).keys()]).toEqual(["customs horgos", "customs CN-KZ"]);
});

test.each(["paused", "suspended"])("what is %s is offered nowhere and stands in no sitemap", async (why) => {
  const market = await listed();
  if (why === "paused")
    await execute(pauseListing, { actor: actorOf("aigul"), input: { service: "customs", isActive: false } }, market.on);
  else
    await market.database.write(async (tx) => {
      const { organisationId } = actorOf("aigul");
      await tx
        .update(organisations)
        .set({ suspendedAt: START })
        .where(eq(organisations.id, organisationId ?? ""));
    });
  expect(await page(market, "horgos")).toBeNull();
  expect(await pathsOf(market, "services")).toEqual([]);
  expect(await pathsOf(market, "providers")).toEqual([]);
});

test("the sitemaps name each page once, and each section begins at its first", async () => {
  const market = await listed();
  const all = (await Promise.all(SECTIONS.map((section) => pathsOf(market, section)))).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(["", "/hubs/horgos", "/services/customs/CN-KZ", "/help/post_request"]));
  expect(all.filter((path) => path.startsWith("/providers/"))).toHaveLength(1);
  for (const section of SECTIONS) expect(await startsOf(market.database.read, section, now())).toEqual([""]);
});

const TAILS = {
  en: "\n400 cartons of LED lamps, 8.2 t, from Yiwu to Almaty",
  "zh-CN": "\n400箱LED灯，8.2吨，义乌到阿拉木图",
  ru: "\nСветодиодные лампы, 400 коробок, 8,2 т, из Иу в Алматы",
  vi: "\n400 thùng đèn LED, 8,2 tấn, từ Nghĩa Ô đến Almaty",
  kk: "\nLED шамдар, 400 қорап, 8,2 т, Иу — Алматы",
};

test.each(LOCALES)(
  "what a page begins a request with in %s is read as that service through that hub",
  async (locale) => {
    const { database } = await orderMarket();
    const words = JSON.parse(readFileSync(join(process.cwd(), "messages", locale, "found.json"), "utf8")) as {
      ask: { hub: Record<string, string> };
    };
    const hub = (await referenceData(database.read)).hubs.get("horgos");
    const names = { en: hub?.nameEn, "zh-CN": hub?.nameZh, ru: hub?.nameRu, vi: hub?.nameVi, kk: hub?.nameKk };
    for (const service of SERVICES) {
      const text = (words.ask.hub[service] ?? "").replace("{hub}", names[locale] ?? hub?.nameEn ?? "") + TAILS[locale];
      const { fields } = readText(text, await clerkKnowledge(database.read), dayOf(START));
      const found = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
      expect.soft([text, found.hubId, found.wanted]).toEqual([text, "horgos", service]);
    }
  },
);
