import { expect, test } from "vitest";
import { providerExposures } from "@/db/schema/catalogue";
import { dayOf, DAY_MS, later } from "@/domain/shared/time";
import { biddingMarket } from "@/test/bidding-market";
import { EXPOSURE_DAYS } from "../../domain/catalogue/exposure";
import { flushExposures, ownExposure } from "./exposure";
import { type CountedKind, countSeen, countVisit, isRobot, takeCounts } from "./exposure-counts";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

async function market() {
  const of = await biddingMarket();
  takeCounts();
  const now = of.on.clock();
  const see = (kind: CountedKind, said: readonly string[] = [], daysAgo = 0, ids = ["provider"]) =>
    countSeen({ kind, organisationIds: ids, said, atMs: later(now, -daysAgo * DAY_MS) });
  const visit = (path: string, change: object = {}, method = "GET") =>
    countVisit({ method, headers: { "user-agent": BROWSER, ...change } }, path, now);
  const flush = () => flushExposures(of.on);
  const rows = () => of.database.read.select().from(providerExposures);
  const own = (by = of.actors.provider) => ownExposure(of.database.read, by, now);
  return { ...of, now, see, visit, flush, rows, own };
}

test("counts are added up by day, kind and what was asked, in whatever process they were made", async () => {
  const of = await market();
  for (let time = 0; time < 3; time++) of.see("found", ["hub:horgos"]);
  await of.flush();
  of.see("found", ["hub:horgos"]);
  of.see("opened", ["reader:ru"], 1);
  await of.flush();
  await of.flush();
  const [today, yesterday] = [dayOf(of.now), dayOf(later(of.now, -DAY_MS))];
  const written = (await of.rows()).map(({ day, kind, said, count }) => [day, kind, said, count].join(" "));
  expect(written.sort()).toEqual(
    [
      `${yesterday} opened  1`,
      `${yesterday} opened reader:ru 1`,
      `${today} found  4`,
      `${today} found hub:horgos 4`,
    ].sort(),
  );
});

test("a flush is one statement, and none where nothing was counted", async () => {
  const of = await market();
  let writes = 0;
  const on = {
    ...of.on,
    database: { ...of.database, write: ((work) => (writes++, of.database.write(work))) as typeof of.database.write },
  };
  await flushExposures(on);
  expect(writes).toBe(0);
  for (let time = 0; time < 200; time++) of.see("found", [`hub:${time % 7}`], time % 5, ["provider", "provider2"]);
  await flushExposures(on);
  expect(writes).toBe(1);
});

test("as many counts as memory holds are written", async () => {
  const of = await market();
  const many = Array.from({ length: 12_000 }, (_, at) => `hub:h${at}`);
  of.see("found", many);
  await of.flush();
  expect((await of.rows()).length).toBe(many.length + 1);
});

test("what is no listed provider is counted nowhere", async () => {
  const of = await market();
  of.see("opened", [], 0, ["buyer", "nobody", "provider"]);
  await of.flush();
  expect((await of.rows()).map(({ organisationId }) => organisationId)).toEqual(["provider"]);
});

test("a visitor's look at a page is counted at the door, once for the language that it was read in", async () => {
  const of = await market();
  of.visit("/ru/providers/provider");
  await of.flush();
  expect((await of.rows()).map(({ kind, said, count }) => [kind, said, count])).toEqual([
    ["opened", "", 1],
    ["opened", "reader:ru", 1],
  ]);
});

test.each<[string, string, object, string?]>([
  ["a robot", "/ru/providers/provider", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" }],
  ["a program without a name", "/ru/providers/provider", { "user-agent": undefined }],
  ["a page that is fetched ahead", "/ru/providers/provider", { "next-router-prefetch": "1" }],
  ["a question for the head alone", "/ru/providers/provider", {}, "HEAD"],
  ["the directory", "/ru/providers", {}],
  ["the map", "/ru/providers/map", {}],
  ["another page", "/ru/hubs/provider", {}],
  ["an address in no language", "/de/providers/provider", {}],
])("%s opens no page", (_, path, change, method) => {
  takeCounts();
  countVisit({ method: method ?? "GET", headers: { "user-agent": BROWSER, ...change } }, path, Date.now());
  expect(takeCounts()).toEqual([]);
});

test.each([
  [BROWSER, false],
  [BROWSER.replace("Chrome/", "HeadlessChrome/"), false],
  ["Mozilla/5.0 (compatible; YandexBot/3.0)", true],
  ["Mozilla/5.0 (compatible; bingbot/2.0)", true],
  ["Baiduspider/2.0", true],
  ["curl/8.5.0", true],
  ["", true],
])("%s is a robot: %s", (agent, is) => {
  expect(isRobot(agent)).toBe(is);
});

test("memory holds so many counts and no more, whatever addresses are asked for", () => {
  takeCounts();
  for (let at = 0; at < 50_000; at++) countSeen({ kind: "opened", organisationIds: [`p${at}`], said: [], atMs: 0 });
  expect(takeCounts().length).toBe(20_000);
});

test("a provider reads its own totals by week, what was asked on three days, and what is missing; nobody else reads them", async () => {
  const of = await market();
  for (const day of [0, 1, 2]) of.see("found", ["service:customs", "reader:ru"], day);
  of.see("found", ["hub:horgos"], 0);
  for (let time = 0; time < 6; time++) of.see("opened", ["reader:ru", "country:KZ"], time);
  of.see("found", [], EXPOSURE_DAYS);
  await of.flush();
  const shown = await of.own();
  expect(shown?.totals).toEqual({ found: 4, opened: 6, compared: 0, shortlisted: 0, invited: 0 });
  expect(shown?.weeks).toHaveLength(EXPOSURE_DAYS / 7);
  expect(shown?.weeks.at(-1)).toMatchObject({ found: 4, opened: 6 });
  expect(shown?.asked).toEqual([{ kind: "service", value: "customs", count: 3, days: 3 }]);
  expect(shown?.countries).toEqual([{ kind: "country", value: "KZ", count: 6, days: 6 }]);
  expect(shown?.gaps.map(({ kind }) => kind)).toEqual(["check", "text", "hours", "answers"]);
  expect((await of.own(of.actors.provider2))?.totals.found).toBe(0);
  for (const other of [of.actors.buyer, of.actors.visitor]) expect(await of.own(other)).toBeNull();
});
