import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Month } from "@/domain/shared/time";
import type { Corridor } from "./corridor";
import { shareOf, type TrafficRow } from "./traffic";
import { changeByHub, splitChange } from "./share-change";
import { compare, minus, plus, ratio, ZERO } from "./share-ratio";

const row = (hubId: string, corridor: string, count: number): TrafficRow => ({
  month: "2026-10" as Month,
  hubId,
  isBorderHub: !hubId.startsWith("CN"),
  corridor: corridor as Corridor,
  service: "logistics",
  count,
  valueMinor: BigInt(count),
  passThroughMinor: 0n,
  weightGrams: count,
});

const rows = fc.array(
  fc
    .tuple(
      fc.constantFrom("horgos", "pingxiang", "suifenhe", "CNYTN", "CNPVG-AIR"),
      fc.constantFrom("CN-KZ", "VN-CN", "CN-RU", "CN-MN"),
      fc.nat(400),
    )
    .map(([hubId, corridor, count]) => row(hubId, corridor, count)),
  { maxLength: 12 },
);
const exactShare = (some: readonly TrafficRow[]) => {
  const [total] = shareOf(some, "orders", { by: "total" });
  return ratio(total?.borderAmount ?? 0n, total?.wholeAmount || 1n);
};
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe("why the share changed", () => {
  it("goods that move to border hubs inside their corridor are a change within", () => {
    const before = [row("horgos", "CN-KZ", 40), row("CNYTN", "CN-KZ", 60)];
    const after = [row("horgos", "CN-KZ", 50), row("CNYTN", "CN-KZ", 50)];
    expect(splitChange(before, after, "orders")).toMatchObject({ changeBps: 1_000, withinBps: 1_000, mixBps: 0 });
  });

  it("a corridor that grows with its habits unchanged is a change of mix", () => {
    const before = [row("horgos", "CN-KZ", 50), row("CNYTN", "CN-VN", 50)];
    const after = [row("horgos", "CN-KZ", 75), row("CNYTN", "CN-VN", 25)];
    expect(splitChange(before, after, "orders")).toMatchObject({ changeBps: 2_500, withinBps: 0, mixBps: 2_500 });
  });

  it("a corridor that was not there before is all mix", () => {
    const before = [row("CNYTN", "CN-VN", 50)];
    const after = [row("CNYTN", "CN-VN", 50), row("horgos", "CN-KZ", 50)];
    expect(splitChange(before, after, "orders")).toMatchObject({ changeBps: 5_000, withinBps: 0, mixBps: 5_000 });
  });

  it("a period without traffic cannot be compared", () => {
    expect(splitChange([], [row("horgos", "CN-KZ", 1)], "orders")).toBeNull();
    expect(changeByHub([row("horgos", "CN-KZ", 1)], [], "orders")).toBeNull();
  });

  it("the exact parts sum to the exact change, the printed ones to the printed change", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const split = splitChange(before, after, "orders");
        if (split === null) return;
        const parts = split.corridors.reduce((all, { exact }) => plus(all, plus(exact.within, exact.mix)), ZERO);
        expect(compare(parts, minus(exactShare(after), exactShare(before)))).toBe(0);
        expect(split.withinBps + split.mixBps).toBe(split.changeBps);
        expect(sum(split.corridors.map((one) => one.withinBps + one.mixBps))).toBe(split.afterBps - split.beforeBps);
      }),
      { numRuns: 300 },
    );
  });

  it("is undone by the way back", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const [there, back] = [splitChange(before, after, "orders"), splitChange(after, before, "orders")];
        for (const [index, one] of (there?.corridors ?? []).entries()) {
          const other = back?.corridors[index]?.exact ?? { within: ZERO, mix: ZERO };
          expect(compare(plus(one.exact.within, other.within), ZERO)).toBe(0);
          expect(compare(plus(one.exact.mix, other.mix), ZERO)).toBe(0);
        }
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const told = splitChange([...before].reverse(), [...after].reverse(), "orders");
        expect(told).toEqual(splitChange(before, after, "orders"));
      }),
    );
  });

  it("by hub, the steps lead from the printed share before to the one after", () => {
    let steps = 0;
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const change = changeByHub(before, after, "orders");
        if (change === null) return;
        expect(change.beforeBps + sum(change.hubs.map((hub) => hub.changeBps))).toBe(change.afterBps);
        expect(change.hubs.filter((hub) => hub.hubId.startsWith("CN"))).toEqual([]);
        steps += change.hubs.length;
      }),
    );
    expect(steps).toBeGreaterThan(10);
  });
});
