import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema/platform";
import { dutyRates } from "@/db/schema/customs-rates";
import { postingMarket } from "@/test/posting-market";
import { dutyRatesView } from "./duty-queries";
import { enterDutyRate } from "./enter-duty-rate";

const TYPED = {
  country: "UZ",
  charge: "duty",
  hsPrefix: "8504",
  method: "ad_valorem",
  percent: "5",
  validFrom: "2026-01-01",
  source: "Tariff of Uzbekistan",
};

async function market() {
  const of = await postingMarket();
  const { administrator } = of.actors;
  return {
    ...of,
    enter: (changes: object = {}, actor = administrator) => of.run(enterDutyRate, actor, { ...TYPED, ...changes }),
    view: (more: object = {}, actor = administrator) =>
      dutyRatesView(of.database.read, actor, {
        ...{ country: "UZ", charge: null, hsPrefix: "", after: null, now: of.on.clock() },
        ...more,
      }),
  };
}

test("an entered rate is listed with who entered it, and leaves an audit entry", async () => {
  const { enter, view, database } = await market();
  expect(await enter()).toMatchObject({ kind: "done" });
  expect((await view({ charge: "duty" }))?.rows).toMatchObject([
    { country: "UZ", hsPrefix: "8504", rateBps: 500, enteredBy: "user-platform", isFuture: false },
  ]);
  const audit = await database.read.select().from(auditEntries);
  expect(audit).toMatchObject([{ command: "duties.enter-duty-rate", userId: "user-platform" }]);
});

test("a rate that was entered in place of a shipped one says that the shipped one differs", async () => {
  const { view, database } = await market();
  const [rate] = (await view({ country: "KZ" }))?.rows ?? [];
  const differing = async (set: object) => {
    await database.write((tx) =>
      tx
        .update(dutyRates)
        .set(set)
        .where(eq(dutyRates.id, rate?.id ?? ""))
        .returning(),
    );
    return (await view({ country: "KZ" }))?.rows.filter((row) => row.differsFromShipped).map(({ id }) => id);
  };
  expect(await differing({ source: "Decision 12" })).toEqual([]);
  expect(await differing({ enteredByUserId: "user-platform", enteredAt: 1 })).toEqual([rate?.id]);
});

test("every part of a rate is kept exactly, whatever its method", async () => {
  const { enter, view } = await market();
  await enter({ method: "larger", unitPrice: "0.70", unitCurrency: "EUR", unit: "pair" });
  await enter({ charge: "fee", hsPrefix: "", method: "fixed", percent: "", unitPrice: "2462", valueFrom: "200000" });
  expect((await view({ charge: "duty" }))?.rows).toMatchObject([
    { method: "larger", rateBps: 500, unitPrice: { minor: 70n, currency: "EUR" }, unit: "pair", valueFromMinor: 0n },
  ]);
  expect((await view({ charge: "fee" }))?.rows).toMatchObject([
    { method: "fixed", rateBps: null, unitPrice: { minor: 246_200n, currency: "UZS" }, valueFromMinor: 20_000_000n },
  ]);
});

test("a second rate of the same goods and day is refused, and the first one stays", async () => {
  const { enter, database } = await market();
  await enter();
  expect(await enter({ percent: "6", isConfirmed: true })).toMatchObject({ refusal: { code: "duty_rate_exists" } });
  expect(await enter({ validFrom: "2026-07-01", percent: "6" })).toMatchObject({ kind: "done" });
  const { country, charge, rateBps } = dutyRates;
  const rows = await database.read.select({ country, charge, bps: rateBps }).from(dutyRates);
  const entered = rows.filter((row) => row.country === "UZ" && row.charge === "duty");
  expect(entered.map(({ bps }) => bps)).toEqual([500, 600]);
});

test("a slipped point is asked about until it is confirmed", async () => {
  const { enter } = await market();
  await enter();
  const slipped = { validFrom: "2026-07-01", percent: "50" };
  expect(await enter(slipped)).toMatchObject({ refusal: { code: "duty_rate_jumps" } });
  expect(await enter({ ...slipped, isConfirmed: true })).toMatchObject({ kind: "done" });
});

test("a rate is held against the last one of its own country, goods, charge and band before its day", async () => {
  const { enter } = await market();
  const spring = { validFrom: "2026-03-01" };
  const fee = { charge: "fee", hsPrefix: "", method: "fixed", percent: "", unitPrice: "100" };
  const known = [
    ...[{}, { ...spring, percent: "8" }, { validFrom: "2026-12-01", percent: "20", isConfirmed: true }],
    ...[{ country: "KZ" }, { hsPrefix: "85" }, { charge: "excise" }].map((other) => ({
      ...{ ...other, percent: "50", validFrom: "2026-04-01" },
    })),
    ...[{}, { valueFrom: "5000", unitPrice: "900", validFrom: "2026-04-01" }].map((band) => ({ ...fee, ...band })),
  ];
  for (const rate of known) expect(await enter(rate)).toMatchObject({ kind: "done" });
  expect(await enter({ validFrom: "2026-07-01", percent: "12" })).toMatchObject({ kind: "done" });
  expect(await enter({ validFrom: "2026-07-02", percent: "24" })).toMatchObject({
    refusal: { code: "duty_rate_jumps", details: { day: "2026-07-01" } },
  });
  expect(await enter({ ...fee, unitPrice: "150", validFrom: "2026-07-01" })).toMatchObject({ kind: "done" });
});

test("a malformed rate says at which field", async () => {
  const { enter } = await market();
  expect(await enter({ percent: "much" })).toMatchObject({ kind: "malformed", issues: [{ path: ["percent"] }] });
  expect(await enter({ country: "DE" })).toMatchObject({ kind: "malformed", issues: [{ path: ["country"] }] });
});

describe("rates of duty", () => {
  test("are entered and listed by administrators only", async () => {
    const { enter, view, actors } = await market();
    for (const who of ["buyer", "provider", "viewer", "visitor"] as const) {
      expect(await enter({}, actors[who])).toMatchObject({ kind: "refused" });
      expect(await view({}, actors[who])).toBeNull();
    }
  });

  test("are listed the latest first by goods and charge, a page at a time, those to come marked", async () => {
    const { enter, view } = await market();
    for (let month = 1; month <= 12; month++)
      for (const hsPrefix of ["84", "85", "8504"])
        await enter({ hsPrefix, validFrom: `2026-${String(month).padStart(2, "0")}-01` });
    const first = await view();
    expect(first?.rows).toHaveLength(30);
    expect(first?.rows[0]).toMatchObject({ validFrom: "2026-12-01", isFuture: true });
    await enter({ charge: "excise", validFrom: "2026-11-24" });
    expect((await view({ charge: "excise" }))?.rows).toMatchObject([{ validFrom: "2026-11-24", isFuture: false }]);
    const rest = await view({ charge: "duty", after: first?.next });
    expect(rest?.rows).toHaveLength(6);
    expect(rest?.next).toBeNull();
    const all = [...(first?.rows ?? []), ...(rest?.rows ?? [])].map(({ id }) => id);
    expect(new Set(all).size).toBe(36);
    const under85 = (await view({ hsPrefix: "85" }))?.rows.map(({ hsPrefix }) => hsPrefix);
    expect(new Set(under85)).toEqual(new Set(["85", "8504"]));
  });
});

test("published VAT rates come with every market, and estimates with none", async () => {
  const { view } = await market();
  const kazakh = await view({ country: "KZ" });
  expect(kazakh?.rows.map(({ charge, rateBps, validFrom }) => [charge, rateBps, validFrom])).toEqual([
    ["vat", 1_600, "2026-01-01"],
    ["vat", 1_200, "2009-01-01"],
  ]);
});
