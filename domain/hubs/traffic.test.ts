import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Month } from "@/domain/shared/local-date";
import type { Corridor } from "./corridor";
import { amountOf, lineDistance, shareOf, TRAFFIC_MEASURES, type TrafficRow } from "./traffic";

const row = (hubId: string, count: number, part: Partial<TrafficRow> = {}): TrafficRow => ({
  month: "2026-10" as Month,
  hubId,
  isBorderHub: !hubId.startsWith("CN"),
  corridor: "CN-KZ" as Corridor,
  service: "logistics",
  count,
  valueMinor: BigInt(count) * 100n,
  passThroughMinor: 0n,
  weightGrams: count * 1_000,
  ...part,
});

const rows = fc.array(
  fc.record({
    month: fc.constantFrom("2026-09", "2026-10") as fc.Arbitrary<Month>,
    hubId: fc.constantFrom("horgos", "pingxiang", "suifenhe", "CNYTN", "CNPVG-AIR"),
    corridor: fc.constantFrom("CN-KZ", "VN-CN", "CN-RU") as fc.Arbitrary<Corridor>,
    service: fc.constantFrom("logistics", "customs"),
    count: fc.nat(50),
    valueMinor: fc.bigInt(0n, 10n ** 15n),
    passThroughMinor: fc.bigInt(0n, 10n ** 15n),
    weightGrams: fc.nat(2 ** 40),
  }),
  { maxLength: 30 },
);
const withKind = (some: readonly Omit<TrafficRow, "isBorderHub">[]): TrafficRow[] =>
  some.map((one) => ({ ...one, isBorderHub: !one.hubId.startsWith("CN") }));
const measure = fc.constantFrom(...TRAFFIC_MEASURES);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe("hub traffic share", () => {
  it("542 of 1,286 orders are 42.15 percent, 27 orders over the line", () => {
    const [total] = shareOf([row("horgos", 542), row("CNYTN", 744)], "orders", { by: "total" });
    expect(total).toMatchObject({
      period: null,
      wholeAmount: 1_286n,
      borderAmount: 542n,
      borderHubShareBps: 4_215,
      shownBps: 4_210,
      line: { isReached: true, spare: 27n, missing: 0n },
    });
  });

  it("each measure weighs hubs by its own amount", () => {
    const some = [
      row("horgos", 1, { valueMinor: 300n, weightGrams: 900 }),
      row("CNYTN", 3, { valueMinor: 100n, weightGrams: 100 }),
    ];
    const share = (of: (typeof TRAFFIC_MEASURES)[number]) => shareOf(some, of, { by: "total" })[0]?.borderHubShareBps;
    expect(TRAFFIC_MEASURES.map(share)).toEqual([2_500, 2_500, 7_500, 9_000]);
  });

  it("29 of 412 stand by themselves as 7.0 percent, and so does every share beside its own amounts", () => {
    const [total] = shareOf([row("horgos", 29), row("pingxiang", 29), row("CNYTN", 354)], "orders", { by: "total" });
    expect(total?.hubs.map(({ hubId, shownBps }) => [hubId, shownBps])).toEqual([
      ["CNYTN", 8_590],
      ["horgos", 700],
      ["pingxiang", 700],
    ]);
    fc.assert(
      fc.property(rows, measure, (some, by) => {
        const period = shareOf(withKind(some), by, { by: "total" })[0];
        const whole = period?.wholeAmount ?? 0n;
        for (const hub of period?.hubs ?? []) {
          const off = BigInt(hub.shownBps) * whole - amountOf(hub, by) * 10_000n;
          expect(2n * off <= 10n * whole && 2n * off > -10n * whole).toBe(whole > 0n);
        }
      }),
    );
  });

  it("months are answered apart, in their order, each of its own whole", () => {
    const some = [row("horgos", 1), row("CNYTN", 1), row("CNYTN", 4, { month: "2026-09" as Month })];
    expect(
      shareOf(some, "orders", { by: "month" }).map(({ period, borderHubShareBps }) => [period, borderHubShareBps]),
    ).toEqual([
      ["2026-09", 0],
      ["2026-10", 5_000],
    ]);
  });

  it("44.69 percent is shown as 44.7, and 44.649 as 44.6: it is rounded once", () => {
    const shown = (border: number) =>
      shareOf([row("horgos", border), row("CNYTN", 100_000 - border)], "orders", { by: "total" })[0]?.shownBps;
    expect([44_690, 44_649, 44_650].map(shown)).toEqual([4_470, 4_460, 4_470]);
  });

  it("just under the line is rounded to it and counted as under it", () => {
    const [total] = shareOf([row("horgos", 39_999), row("CNYTN", 60_001)], "orders", { by: "total" });
    expect(total?.borderHubShareBps).toBe(4_000);
    expect(total?.line).toEqual({ isReached: false, spare: 0n, missing: 1n });
  });

  it("a share of nothing is no share", () => {
    expect(shareOf([], "orders", { by: "total" })[0]?.borderHubShareBps).toBeNull();
    expect(shareOf([], "orders", { by: "month" })).toEqual([]);
    expect(shareOf([row("horgos", 0)], "orders", { by: "total" })[0]?.hubs[0]?.shareBps).toBe(0);
  });

  it("a hub that is a border hub in one row and not in another is a fault", () => {
    expect(() =>
      shareOf([row("horgos", 1), row("horgos", 1, { isBorderHub: false })], "orders", { by: "total" }),
    ).toThrow();
  });

  it("the border hubs' shares in basis points sum to the joint share, all hubs' to the whole, none off by a point", () => {
    fc.assert(
      fc.property(rows, measure, (some, of) => {
        for (const period of shareOf(withKind(some), of, { by: "month" })) {
          if (period.borderHubShareBps === null) continue;
          const border = period.hubs.filter((hub) => hub.isBorderHub);
          expect(sum(period.hubs.map((hub) => hub.shareBps))).toBe(10_000);
          expect(sum(border.map((hub) => hub.shareBps))).toBe(period.borderHubShareBps);
          for (const hub of period.hubs) {
            const off = BigInt(hub.shareBps) * period.wholeAmount - amountOf(hub, of) * 10_000n;
            expect(off < period.wholeAmount && -off < period.wholeAmount).toBe(true);
          }
        }
      }),
    );
  });

  it("months together are the total", () => {
    fc.assert(
      fc.property(rows, measure, (some, of) => {
        const [total] = shareOf(withKind(some), of, { by: "total" });
        const months = shareOf(withKind(some), of, { by: "month" });
        expect(months.reduce((all, period) => all + period.wholeAmount, 0n)).toBe(total?.wholeAmount);
        expect(months.reduce((all, period) => all + period.borderAmount, 0n)).toBe(total?.borderAmount);
      }),
    );
  });

  it("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(rows, measure, (some, of) => {
        const told = withKind(some);
        expect(shareOf([...told].reverse(), of, { by: "total" })).toEqual(shareOf(told, of, { by: "total" }));
      }),
    );
  });
});

describe("distance to the line", () => {
  it("is what may go elsewhere, or must come, for the line to be just reached", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 9_999 }), (border, rest, lineBps) => {
        const [b, whole] = [BigInt(border), BigInt(border + rest)];
        const isOver = (amount: bigint) => amount * 10_000n >= whole * BigInt(lineBps);
        const { isReached, spare, missing } = lineDistance(b, whole, lineBps);
        expect(isReached).toBe(isOver(b));
        expect(isOver(b - spare + missing)).toBe(true);
        expect(isOver(b - spare + missing - 1n)).toBe(false);
      }),
    );
  });
});
