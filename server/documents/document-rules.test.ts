import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { postingMarket, START } from "@/test/posting-market";
import { allDocumentRules } from "../../db/repositories/documents";
import { documentRules } from "../../db/schema/documents";
import { bringReference } from "../../db/bring-reference";
import { readDocumentRules } from "../../db/reference/read-reference";
import { rowsOn } from "../../domain/documents/document-rule";
import { dayOf, type LocalDate } from "../../domain/shared/time";
import { documentRulesView } from "./queries";
import { enterDocumentRule } from "./enter-document";

const TODAY = dayOf(START);
const RULE = {
  ruleId: "spot_ru_road",
  document: "spot_document",
  provider: "buyer",
  fromDay: "2027-01-01",
  modes: ["road"],
  destinationCountries: ["RU"],
  transitCountries: ["KZ"],
  daysAhead: 3,
  source: "test",
  noteEn: "Three days ahead.",
  noteZh: "提前三天。",
};

async function rulesMarket() {
  const market = await postingMarket();
  const { administrator } = market.actors;
  return {
    market,
    enter: (changes: object = {}, actor = administrator) =>
      market.run(enterDocumentRule, actor, { ...RULE, ...changes }),
    rows: async (ruleId = RULE.ruleId) =>
      (await allDocumentRules(market.database.read)).filter((rule) => rule.ruleId === ruleId),
    view: (actor = administrator) => documentRulesView(market.database.read, actor, START),
  };
}

test("a new database holds the shipped rules, and a second load changes nothing", async () => {
  const { market } = await rulesMarket();
  const shipped = readDocumentRules();
  const kept = await allDocumentRules(market.database.read);
  expect(kept).toHaveLength(shipped.length);
  expect(kept).toEqual(expect.arrayContaining(shipped));
  await bringReference(market.database, START);
  expect(await allDocumentRules(market.database.read)).toEqual(kept);
});

test("a row that is entered takes the place of the one before it from its day on, and changes none", async () => {
  const { enter, rows, view } = await rulesMarket();
  const before = await rows();
  expect(await enter()).toMatchObject({ kind: "done" });
  const after = await rows();
  expect(after.slice(0, before.length)).toEqual(before);
  const daysAhead = (day: string) => rowsOn(after, day as LocalDate).map((row) => row.daysAhead);
  expect([daysAhead("2026-12-31"), daysAhead("2027-01-01")]).toEqual([[2], [3]]);
  const shown = (await view())?.filter((row) => row.ruleId === RULE.ruleId);
  expect(shown?.map(({ standing, enteredBy }) => [standing, enteredBy])).toEqual([
    ["superseded", null],
    ["in_force", null],
    ["coming", "user-platform"],
  ]);
});

test("a row of an administrator that stands in place of a shipped one says that the shipped one differs", async () => {
  const { market, view } = await rulesMarket();
  const [rule] = readDocumentRules();
  if (!rule) throw new Error("the files have rules");
  const isOfRule = and(eq(documentRules.ruleId, rule.ruleId), eq(documentRules.fromDay, rule.fromDay));
  const differs = async (set: object) => {
    await market.database.write((tx) => tx.update(documentRules).set(set).where(isOfRule).returning());
    return (await view())?.filter(({ differsFromShipped }) => differsFromShipped).map(({ ruleId }) => ruleId);
  };
  expect(await differs({ daysAhead: 29 })).toEqual([]);
  expect(await differs({ enteredByUserId: "user-platform", enteredAt: START })).toEqual([rule.ruleId]);
  expect(await differs({ daysAhead: rule.daysAhead })).toEqual([]);
});

test("a rule may be ended by a row with a last day", async () => {
  const { enter, rows } = await rulesMarket();
  await enter({ fromDay: TODAY, toDay: TODAY });
  expect((await rows()).at(-1)).toMatchObject({ fromDay: TODAY, toDay: TODAY });
});

test.each([
  ["from a day in the past", { fromDay: "2026-11-23" }, "document_rule_in_past"],
  ["for a hub that is not there", { hubs: ["atlantis"] }, "hub_unknown"],
])("a row %s is refused", async (_, changes, code) => {
  const { enter, rows } = await rulesMarket();
  const before = await rows();
  expect(await enter(changes)).toMatchObject({ kind: "refused", refusal: { code } });
  expect(await rows()).toEqual(before);
});

test("a rule has one row a day", async () => {
  const { enter } = await rulesMarket();
  await enter();
  expect(await enter({ daysAhead: 5 })).toMatchObject({ refusal: { code: "document_rule_exists" } });
});

test.each([
  [{ ruleId: "Spot RU" }, "ruleId"],
  [{ document: "letter" }, "document"],
  [{ hsPrefixes: ["8x"] }, "hsPrefixes"],
  [{ destinationCountries: ["Russia"] }, "destinationCountries"],
  [{ toDay: "2026-12-31" }, "toDay"],
  [{ source: " " }, "source"],
  [{ noteZh: "" }, "noteZh"],
])("a row with %o is malformed", async (changes, field) => {
  const { enter } = await rulesMarket();
  const outcome = await enter(changes);
  expect(outcome.kind === "malformed" && outcome.issues[0]?.path[0]).toBe(field);
});

test("rules of documents are entered and listed by administrators only", async () => {
  const { market, enter, view } = await rulesMarket();
  expect(await enter({}, market.actors.buyer)).toMatchObject({ refusal: { code: "not_permitted" } });
  expect(await view(market.actors.buyer)).toBeNull();
});
