import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { actorOf, orderMarket } from "@/test/order-market";
import { insertCheck, setOrganisationSuspension } from "@/db/repositories/organisations";
import { organisations } from "@/db/schema/accounts";
import { type Chosen, FACETS } from "@/domain/catalogue/directory/facets";
import { NO_FIGURES } from "@/domain/catalogue/directory/reputation";
import { DAY_MS, dayOf, later, type LocalDate } from "@/domain/shared/time";
import { execute } from "../../platform/execute";
import { pauseListing, saveListing } from "../listings";
import { figuresRound } from "./count-figures";
import { directory } from "./directory";
import { saveFigures } from "@/db/repositories/provider-figures";

const LISTING = {
  ...{ service: "logistics", summary: "Wagons at Horgos", hubIds: ["horgos"], corridors: ["CN-KZ"] },
  ...{ languages: ["zh-CN", "en"], equipment: ["platform_wagon"] },
  licences: [{ name: "危险货物道路运输许可证", number: "1", validUntil: "2026-11-30" }],
};
const NOTHING = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Chosen;

async function market() {
  const of = await orderMarket();
  const { on, database } = of;
  const save = (who: Parameters<typeof actorOf>[0], more: object = {}) =>
    execute(saveListing, { actor: actorOf(who), input: { ...LISTING, ...more } }, on);
  const ask = async (chosen: Partial<Chosen> = {}, q = "") =>
    directory(
      database.read,
      { q, chosen: { ...NOTHING, ...chosen }, order: "name", need: null, from: 0, limit: 25 },
      on.clock(),
    );
  const found = async (chosen: Partial<Chosen> = {}, q = "") => (await ask(chosen, q)).cards.map(({ id }) => id);
  await save("aigul");
  return { ...of, save, ask, found };
}

test.each([
  [{}, ["provider"]],
  [{ equipment: ["platform_wagon"] }, ["provider"]],
  [{ equipment: ["tilt_136"] }, []],
  [{ licence: ["dangerous_goods"], corridor: ["CN-KZ"] }, ["provider"]],
  [{ language: ["ru"] }, []],
  [{ checked: ["yes"] }, []],
  [{ quick: ["yes"] }, []],
])("the directory answers %j with %j", async (chosen, ids) => {
  expect(await (await market()).found(chosen)).toEqual(ids);
});

test("words and facets narrow together", async () => {
  const of = await market();
  expect(await of.found({ hub: ["horgos"] }, "wagons")).toEqual(["provider"]);
  expect(await of.found({ hub: ["pingxiang"] }, "wagons")).toEqual([]);
  expect(await of.found({}, "lorries")).toEqual([]);
});

test("a listing is found as it is saved, paused and resumed, and its card says what it says", async () => {
  const of = await market();
  await of.found();
  await of.save("aigul", { languages: ["ru"], hubIds: ["horgos", "alashankou"] });
  expect(await of.found({ language: ["en"] })).toEqual([]);
  const { cards, counts, total } = await of.ask({ language: ["ru"] });
  expect(cards).toMatchObject([{ id: "provider", offers: [{ service: "logistics", languages: ["ru"] }], check: null }]);
  expect(total).toBe(1);
  expect(counts.get("hub")).toEqual(new Map(Object.entries({ horgos: 1, alashankou: 1 })));
  const pause = (isActive: boolean) =>
    execute(pauseListing, { actor: actorOf("aigul"), input: { service: "logistics", isActive } }, of.on);
  await pause(false);
  expect(await of.found()).toEqual([]);
  await pause(true);
  expect(await of.found()).toEqual(["provider"]);
});

test("who is suspended leaves the directory and its counts, and comes back reinstated", async () => {
  const of = await market();
  expect((await of.ask()).total).toBe(1);
  const suspend = (suspendedAt: number | null) =>
    of.database.write((tx) =>
      setOrganisationSuspension(tx, "provider", { suspendedAt, suspensionReason: null, suspendedByUserId: null }),
    );
  await suspend(1);
  expect(await of.ask()).toMatchObject({ cards: [], total: 0 });
  await suspend(null);
  expect((await of.ask()).total).toBe(1);
});

test("a check counts while it holds, and a licence to the end of its last day", async () => {
  const of = await market();
  const now = of.on.clock();
  const [row] = await of.database.read.select().from(organisations).where(eq(organisations.id, "provider"));
  await of.database.write((tx) =>
    insertCheck(tx, {
      ...{ id: "check", organisationId: "provider", outcome: "found", register: "R", reason: "" },
      ...{ registrationNumber: row?.registrationNumber ?? "", checkedByUserId: "lin", checkedAt: now },
      expiresOn: dayOf(later(now, DAY_MS)) as LocalDate,
    }),
  );
  expect(await of.found({ checked: ["yes"] })).toEqual(["provider"]);
  of.wait(10 * DAY_MS);
  expect(await of.found({ checked: ["yes"] })).toEqual([]);
  expect(await of.found({ licence: ["dangerous_goods"] })).toEqual([]);
});

test("the worker counts the figures of each provider once a day, and a card has them", async () => {
  const of = await market();
  const figures = { ...NO_FIGURES, responseCount: 9, responseMs: DAY_MS };
  await of.database.write((tx) => saveFigures(tx, { organisationId: "provider", figures, now: of.on.clock() }));
  expect((await of.ask({ quick: ["yes"] })).cards[0]?.figures).toEqual(figures);
  expect(await figuresRound(of.on)).toBe(false);
  expect((await of.ask()).cards[0]?.figures).toEqual(figures);
  of.wait(2 * DAY_MS);
  await figuresRound(of.on);
  expect((await of.ask()).cards[0]?.figures).toEqual(NO_FIGURES);
  expect(await of.found({ quick: ["yes"] })).toEqual([]);
});
