import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { ruleAt, rulesAt } from "../../db/repositories/market-rules";
import { users } from "../../db/schema/accounts";
import { exchangeRates, marketRules } from "../../db/schema/hubs";
import { instant, later, MINUTE_MS, toIso } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { platformOver } from "../platform/platform";
import { latestRates, ratesOf } from "../remittance/rate-queries";
import { marketRulesView } from "../platform/market-rules";
import { enterRate } from "./enter-rate";
import { enterRule } from "./enter-rule";

const NOW = instant(Date.UTC(2026, 10, 24, 6));
const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const owner = mintActor({ kind: "user", userId: "a", organisationId: "buyer", role: "owner" });

async function market() {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    await tx.insert(users).values({
      id: "a",
      email: "a@example.com",
      name: "Wang Jianjun",
      passwordHash: "",
      locale: "en",
      timeZone: "Asia/Shanghai",
      createdAt: NOW,
    });
  });
  const on = platformOver(database, () => NOW);
  const enter = (input: object, actor = admin) => execute(enterRate, { actor, input }, on);
  const rule = (input: object, actor = admin) => execute(enterRule, { actor, input }, on);
  return { database, enter, rule };
}

const RATE = { base: "USD", quote: "CNY", rate: "7.1204", day: "2026-11-24", source: "SAFE central parity" };

test("an entered rate is the latest of its pair, with who entered it", async () => {
  const { database, enter } = await market();
  await enter({ ...RATE, day: "2026-10-01", rate: "7.05" });
  await enter({ ...RATE, base: "EUR", day: "2026-10-01", rate: "8.25" });
  expect(await enter(RATE)).toMatchObject({ kind: "done" });
  const view = await latestRates(database.read, admin, NOW);
  expect(view?.latest).toMatchObject([
    { base: "EUR", day: "2026-10-01" },
    { rate: "7.1204", day: "2026-11-24", enteredBy: "Wang Jianjun", ageDays: 0, isStale: false },
  ]);
  expect(view?.missing).toContain("KZT");
  expect(view?.missing).not.toContain("USD");
});

test("a second rate of the pair and day is refused, in either direction, and the first one stays", async () => {
  const { database, enter } = await market();
  await enter(RATE);
  for (const again of [
    { ...RATE, rate: "7.2" },
    { ...RATE, base: "CNY", quote: "USD", rate: "0.14" },
  ])
    expect(await enter(again)).toMatchObject({
      kind: "refused",
      refusal: { code: "rate_exists", details: { rate: "7.1204" } },
    });
  expect(await database.read.select({ rate: exchangeRates.rate }).from(exchangeRates)).toEqual([{ rate: "7.1204" }]);
});

test("a rate far from the last one needs to be confirmed", async () => {
  const { enter } = await market();
  await enter({ ...RATE, day: "2026-11-23" });
  expect(await enter({ ...RATE, rate: "71.204" })).toMatchObject({
    refusal: { code: "rate_jumps", details: { percent: 900 } },
  });
  expect(await enter({ ...RATE, rate: "71.204", isConfirmed: true })).toMatchObject({ kind: "done" });
});

test("a rate is held against the last one of its own pair before its day, whichever way that was written", async () => {
  const { enter } = await market();
  for (const known of [
    { rate: "3.5", day: "2026-10-01" },
    { base: "CNY", quote: "USD", rate: "0.14", day: "2026-11-22" },
    { base: "EUR", rate: "82.5", day: "2026-11-23" },
    { rate: "3.5", day: "2026-11-24" },
  ])
    expect(await enter({ ...RATE, ...known, isConfirmed: true })).toMatchObject({ kind: "done" });
  expect(await enter({ ...RATE, day: "2026-11-23" })).toMatchObject({ kind: "done" });
});

test.each([
  [{ rate: "7,12" }, "rate"],
  [{ rate: "0" }, "rate"],
  [{ rate: "-7" }, "rate"],
  [{ day: "2026-02-30" }, "day"],
  [{ base: "XXX" }, "base"],
  [{ source: " " }, "source"],
])("a rate with %o is malformed", async (wrong, field) => {
  const { enter } = await market();
  expect(await enter({ ...RATE, ...wrong })).toMatchObject({ kind: "malformed", issues: [{ path: [field] }] });
});

test("a rate older than 35 days is marked, one of 35 days is not", async () => {
  const { database, enter } = await market();
  await enter({ ...RATE, day: "2026-10-20" });
  await enter({ ...RATE, base: "EUR", rate: "8", day: "2026-10-19" });
  const view = await latestRates(database.read, admin, NOW);
  expect(view?.latest.map((rate) => [rate.base, rate.ageDays, rate.isStale])).toEqual([
    ["EUR", 36, true],
    ["USD", 35, false],
  ]);
});

test("a currency's rates are listed latest first, a page at a time", async () => {
  const { database, enter } = await market();
  for (let day = 1; day <= 9; day++) await enter({ ...RATE, day: `2026-11-0${day}` });
  const first = await ratesOf(database.read, admin, { currency: "USD", before: null, now: NOW });
  expect(first?.rows.map((row) => row.day)[0]).toBe("2026-11-09");
  const older = await ratesOf(database.read, admin, { currency: "USD", before: "2026-11-03" as never, now: NOW });
  expect(older?.rows.map((row) => row.day)).toEqual(["2026-11-02", "2026-11-01"]);
});

test("a page of rates is one currency's, and names the day before which the next one begins", async () => {
  const { database, enter } = await market();
  const dayOfMonth = (day: number) => `2026-11-${String(day).padStart(2, "0")}`;
  for (let day = 1; day <= 21; day++) await enter({ ...RATE, day: dayOfMonth(day) });
  await enter({ ...RATE, base: "EUR", rate: "8.25", day: dayOfMonth(21) });
  const page = (before: string | null) =>
    ratesOf(database.read, admin, { currency: "USD", before: before as never, now: NOW });
  const first = await page(null);
  expect(first?.rows.map(({ base, day }) => [base, day])).toEqual(
    Array.from({ length: 20 }, (_, at) => ["USD", dayOfMonth(21 - at)]),
  );
  expect(first?.nextBefore).toBe("2026-11-02");
  expect(await page("2026-11-02")).toMatchObject({ rows: [{ day: "2026-11-01" }], nextBefore: null });
});

const RULE = { name: "auto_accept_days_services", value: "5", reason: "Asked for by carriers" };

test("a rule holds from its time on, and what held before stays on record", async () => {
  const { database, rule } = await market();
  const from = later(NOW, 60 * MINUTE_MS);
  expect(await rule({ ...RULE, effectiveFrom: toIso(from) })).toMatchObject({ kind: "done" });
  expect(await ruleAt(database.read, "auto_accept_days_services", NOW)).toBe(7);
  expect(await ruleAt(database.read, "auto_accept_days_services", from)).toBe(5);
  const view = (await marketRulesView(database.read, admin, NOW))?.find((one) => one.name === RULE.name);
  expect(view).toMatchObject({ value: 7, since: null, next: { value: 5, effectiveFrom: from, reason: RULE.reason } });
  await rule({ ...RULE, value: "9" });
  const later2 = (await marketRulesView(database.read, admin, NOW))?.find((one) => one.name === RULE.name);
  expect(later2).toMatchObject({ value: 9, since: NOW, history: [{ value: 5 }, { value: 9 }] });
});

test.each([
  ["2025-12-01T00:00:00Z", 3_932, "2024-12-31T19:00:00Z"],
  ["2026-11-24T00:00:00Z", 4_325, "2025-12-31T19:00:00Z"],
])(
  "the calculation index shown at %s is %i, since its budget law holds in Kazakhstan: %s",
  async (now, value, since) => {
    const { database } = await market();
    const views = await marketRulesView(database.read, admin, instant(Date.parse(now)));
    const view = views?.find(({ name }) => name === "calculation_index_kzt");
    expect(view).toMatchObject({ value, since: Date.parse(since), history: [] });
  },
);

test("of two changes for the same time the later entry is the one that will hold", async () => {
  const { database, rule } = await market();
  const effectiveFrom = toIso(later(NOW, 60 * MINUTE_MS));
  await rule({ ...RULE, effectiveFrom });
  await rule({ ...RULE, value: "6", effectiveFrom });
  const view = (await marketRulesView(database.read, admin, NOW))?.find((one) => one.name === RULE.name);
  expect(view?.next?.value).toBe(6);
  expect(await ruleAt(database.read, "auto_accept_days_services", later(NOW, 60 * MINUTE_MS))).toBe(6);
});

test.each([
  [{ value: "0" }, "rule_out_of_range"],
  [{ effectiveFrom: toIso(later(NOW, -MINUTE_MS)) }, "rule_in_past"],
  [{ value: "7" }, "rule_unchanged"],
])("a rule with %o is refused: %s", async (wrong, code) => {
  const { database, rule } = await market();
  expect(await rule({ ...RULE, ...wrong })).toMatchObject({ kind: "refused", refusal: { code } });
  expect(await database.read.select().from(marketRules)).toEqual([]);
});

test("rates and rules are entered and seen by administrators only", async () => {
  const { database, enter, rule } = await market();
  expect(await enter(RATE, owner)).toMatchObject({ refusal: { code: "not_permitted" } });
  expect(await rule(RULE, owner)).toMatchObject({ refusal: { code: "not_permitted" } });
  expect(await latestRates(database.read, owner, NOW)).toBeNull();
  expect(await ratesOf(database.read, owner, { currency: "USD", before: null, now: NOW })).toBeNull();
  expect(await marketRulesView(database.read, owner, NOW)).toBeNull();
});

test("A rate is held against its own pair alone, and there against the last one before its day.", async () => {
  const { enter } = await market();
  const eur = { ...RATE, base: "EUR" };
  expect(await enter({ ...RATE, day: "2026-11-01", rate: "7" })).toMatchObject({ kind: "done" });
  expect(await enter({ ...eur, day: "2026-11-01", rate: "8" })).toMatchObject({ kind: "done" });
  expect(await enter({ ...RATE, day: "2026-11-20", rate: "7.65" })).toMatchObject({ kind: "done" });
  expect(await enter({ ...eur, day: "2026-11-21", rate: "8.7" })).toMatchObject({ kind: "done" });
  expect(await enter({ ...eur, day: "2026-11-22", rate: "7.7" })).toMatchObject({
    refusal: { code: "rate_jumps", details: { rate: "8.7", day: "2026-11-21", percent: 11 } },
  });
  // Of a day in between, the rate before it counts and not the latest; of the same day any pair has its own.
  expect(await enter({ ...RATE, day: "2026-11-10", rate: "6.6" })).toMatchObject({ kind: "done" });
  expect(await enter({ ...RATE, day: "2026-11-22", rate: "8.3" })).toMatchObject({ kind: "done" });
});

test("A rule is changed against what will hold at its time, and none by what was said of another.", async () => {
  const { database, rule } = await market();
  const name = RULE.name as "auto_accept_days_services";
  const other = "board_max_age_days";
  const [soon, then] = [later(NOW, MINUTE_MS), later(NOW, 60 * MINUTE_MS)];
  expect(await rule({ ...RULE, effectiveFrom: toIso(then) })).toMatchObject({ kind: "done" });
  expect(await rule({ ...RULE, name: other, value: "9" })).toMatchObject({ kind: "done" });
  expect(await rule({ ...RULE, value: "5", effectiveFrom: toIso(later(then, 1)) })).toMatchObject({
    refusal: { code: "rule_unchanged" },
  });
  expect(await rule({ ...RULE, value: "7", effectiveFrom: toIso(soon) })).toMatchObject({
    refusal: { code: "rule_unchanged" },
  });
  expect(await rule({ ...RULE, value: "7", effectiveFrom: toIso(later(then, 1)) })).toMatchObject({ kind: "done" });
  const at = (of: typeof name | typeof other, when: number) => ruleAt(database.read, of, later(NOW, when));
  expect([await at(name, 0), await at(name, 60 * MINUTE_MS), await at(name, 60 * MINUTE_MS + 1)]).toEqual([7, 5, 7]);
  expect(await at(other, 0)).toBe(9);
});

test("rules that are asked for together have the values that each has when it is asked for alone", async () => {
  const { database, rule } = await market();
  const names = ["soft_close_cap", "board_max_age_days", "board_reach_days"] as const;
  const soon = later(NOW, 60 * MINUTE_MS);
  for (const [name, value, effectiveFrom] of [
    ["board_max_age_days", "9", NOW],
    ["board_max_age_days", "8", soon],
    ["board_max_age_days", "11", soon],
    ["board_reach_days", "20", soon],
  ] as const)
    expect(await rule({ ...RULE, name, value, effectiveFrom: toIso(effectiveFrom) })).toMatchObject({ kind: "done" });
  for (const at of [NOW, later(soon, -1), soon]) {
    const alone: Record<string, number> = {};
    for (const name of names) alone[name] = await ruleAt(database.read, name, at);
    expect(await rulesAt(database.read, names, at)).toEqual(alone);
  }
  expect(await rulesAt(database.read, names, soon)).toMatchObject({ board_max_age_days: 11, board_reach_days: 20 });
});
