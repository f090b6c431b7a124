import { expect, test } from "vitest";
import { statementsOf } from "@/db/drivers/statement-count";
import type { Corridor } from "@/domain/hubs/corridor";
import { HOUR_MS, type Instant, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { freshDatabase } from "@/test/database";
import { contractDeal, type TradedDeal, tradingParties } from "@/test/traffic-market";
import { recentReview, type TrafficQuestion, trafficReview } from "./traffic";

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const day = (text: string) => text as LocalDate;
const NOW: Instant = later(startOfDay(day("2026-11-24")), 15 * HOUR_MS);

const HORGOS = { hubId: "horgos", isBorderHub: true, services: ["logistics", "customs"] } as const;
const SHANGHAI = { hubId: "CNSHA-PORT", isBorderHub: false, services: ["logistics"], corridor: "CN-DE" } as const;

async function market(deals: readonly (Omit<TradedDeal, "at"> & { readonly on: string })[]) {
  const database = await freshDatabase();
  await tradingParties(database);
  for (const { on, ...deal } of deals) await contractDeal(database, { ...deal, at: startOfDay(day(on)) });
  const ask = (from: string, to: string, more: Partial<TrafficQuestion> = {}): TrafficQuestion => ({
    ...{ period: { from: day(from), to: day(to) }, measure: "orders", corridor: null, service: null, hasPayment: true },
    ...more,
  });
  const review = async (...asked: Parameters<typeof ask>) => {
    const seen = await trafficReview(database.read, admin, ask(...asked), NOW);
    if (!seen) throw new Error("administrators read it");
    return seen;
  };
  return { ask, review, read: database.read };
}

const TRADE = [
  { ...HORGOS, on: "2025-11-30" },
  { ...HORGOS, on: "2025-12-01", corridor: "CN-UZ" },
  { ...HORGOS, on: "2026-09-30" },
  { ...SHANGHAI, on: "2026-09-01" },
  { ...HORGOS, on: "2026-10-01" },
  { ...HORGOS, on: "2026-10-31", corridor: "CN-UZ" },
  { ...SHANGHAI, on: "2026-10-15" },
  { ...SHANGHAI, on: "2026-11-02" },
];

test("The review holds a period against the one before it, of the same question.", async () => {
  const { review } = await market(TRADE);
  const seen = await review("2026-10-01", "2026-10-31");
  expect(seen.before).toEqual({ from: "2026-09-01", to: "2026-09-30" });
  expect([seen.isRunning, (await review("2026-10-01", "2026-11-02")).isRunning]).toEqual([false, true]);
  expect([seen.now.wholeAmount, seen.now.borderAmount]).toEqual([5n, 4n]);
  expect([seen.past.wholeAmount, seen.past.borderAmount]).toEqual([3n, 2n]);
  expect(seen.byHub).toEqual({ beforeBps: 6_667, afterBps: 8_000, hubs: [{ hubId: "horgos", changeBps: 1_333 }] });
  expect(seen.split).toMatchObject({ beforeBps: 6_667, afterBps: 8_000, changeBps: 1_333 });
  const narrow = await review("2026-10-01", "2026-10-31", { corridor: "CN-KZ" as Corridor, service: "customs" });
  expect([narrow.now.wholeAmount, narrow.past.wholeAmount]).toEqual([1n, 1n]);
});

test.each([
  ["2026-09-02", "2026-11-24"],
  ["2026-09-20", "2026-10-30"],
  ["2026-10-02", "2026-10-31"],
  ["2025-12-01", "2026-11-24"],
  ["2025-12-02", "2026-11-24"],
])("The review of %s to %s counts each order of these days, and none of the days beside them.", async (from, to) => {
  const { review } = await market(TRADE);
  const within = TRADE.filter(({ on }) => on >= from && on <= to).flatMap(({ services }) => services);
  expect((await review(from, to)).now.wholeAmount).toBe(BigInt(within.length));
});

test.each([
  ["orders", 1],
  ["deals", 2],
] as const)("The review of %s reads the sums of its months once for all its periods.", async (measure, times) => {
  const { ask, read } = await market(TRADE);
  const { reads } = await statementsOf(() =>
    trafficReview(read, admin, ask("2026-09-02", "2026-11-24", { measure }), NOW),
  );
  expect(reads.filter((text) => text.includes("hub_traffic"))).toHaveLength(times);
});

test("The review holds its period against the days that are asked for, in each of its figures.", async () => {
  const { review, ask } = await market(TRADE);
  const comparison = ask("2025-11-01", "2025-12-31").period;
  const seen = await review("2026-10-01", "2026-10-31", { comparison });
  expect(seen.before).toEqual(comparison);
  expect([seen.past.wholeAmount, seen.past.borderAmount]).toEqual([4n, 4n]);
  expect(seen.byHub).toEqual({ beforeBps: 10_000, afterBps: 8_000, hubs: [{ hubId: "horgos", changeBps: -2_000 }] });
  expect(seen.split).toMatchObject({ beforeBps: 10_000, changeBps: -2_000 });
});

test("The review takes its period apart by corridor and service, the largest first, and what one hub has of each.", async () => {
  const { review } = await market(TRADE);
  const seen = await review("2026-10-01", "2026-10-31");
  const sums = (some: readonly { key: string; wholeAmount: bigint; borderAmount: bigint }[]) =>
    some.map(({ key, wholeAmount, borderAmount }) => [key, Number(wholeAmount), Number(borderAmount)]);
  expect(sums(seen.corridors)).toEqual([
    ["CN-KZ", 2, 2],
    ["CN-UZ", 2, 2],
    ["CN-DE", 1, 0],
  ]);
  expect(sums(seen.services)).toEqual([
    ["logistics", 3, 2],
    ["customs", 2, 2],
  ]);
  expect(sums(seen.corridorsOfHub("CNSHA-PORT"))).toEqual([["CN-DE", 1, 0]]);
  expect((await review("2026-10-01", "2026-10-31", { measure: "deals" })).services).toEqual([]);
});

test("The months of the review are twelve whole ones up to its period's, though that takes days of them.", async () => {
  const { review } = await market(TRADE);
  const seen = await review("2026-10-10", "2026-10-20");
  expect(seen.months.map(({ month }) => month)).toEqual([
    "2025-11",
    "2025-12",
    ...Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`),
  ]);
  const amounts = seen.months.flatMap(({ month, share }) => (share ? [[month, Number(share.wholeAmount)]] : []));
  expect(amounts).toEqual([
    ["2025-11", 2],
    ["2025-12", 2],
    ["2026-09", 3],
    ["2026-10", 5],
  ]);
  // Those of the twelve months, not of the period alone.
  expect(seen.allCorridors).toEqual(["CN-DE", "CN-KZ", "CN-UZ"]);
});

test("Of a period the days are shown that have come; of one that lies ahead all of them.", async () => {
  const { review } = await market([]);
  for (const [from, to, shown] of [
    ["2026-10-01", "2026-10-31", "2026-10-31"],
    ["2026-11-01", "2026-11-30", "2026-11-24"],
    ["2026-11-24", "2026-11-30", "2026-11-24"],
    ["2026-12-01", "2026-12-31", "2026-12-31"],
  ] as const)
    expect((await review(from, to)).period).toEqual({ from, to: shown });
});

test("The review with its map stands for five seconds for whoever asks alike, and only for administrators.", async () => {
  const { ask, read } = await market(TRADE);
  const [october, november] = [ask("2026-10-01", "2026-10-31"), ask("2026-11-01", "2026-11-24")];
  const first = await recentReview(read, admin, october, NOW);
  expect(first).toMatchObject({ at: NOW, review: { now: { wholeAmount: 5n } }, map: { orders: 5 } });
  expect(await recentReview(read, admin, ask("2026-10-01", "2026-10-31"), later(NOW, 4_999))).toBe(first);
  expect((await recentReview(read, admin, november, NOW))?.review.now.wholeAmount).toBe(1n);
  expect(await recentReview(read, admin, october, later(NOW, 5_000))).toMatchObject({ at: later(NOW, 5_000) });
  const owner = mintActor({ kind: "user", userId: "o", organisationId: "buyer", role: "owner" });
  expect(await recentReview(read, owner, october, NOW)).toBeNull();
});
