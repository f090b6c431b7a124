import { describe, expect, test } from "vitest";
import type { PricedLine } from "../bidding/price-charges";
import { instant } from "../shared/time";
import { money } from "../shared/money";
import { accept } from "../shared/result";
import { summariseBids } from "./bid-summary";

type Cell = Parameters<typeof summariseBids>[0]["cells"][number];
type Told = { minor?: bigint | null; max?: number; until?: number; lines?: readonly Partial<PricedLine>[] };

const line = (given: Partial<PricedLine>): PricedLine => ({
  ...{ code: "OFT", basis: "shipment", unitPriceMinor: "1", rateBps: null, quantityMilli: 1_000, amountMinor: "1" },
  ...{ isPassThrough: false, note: "", ...given },
});

const cell = (bidId: string, told: Told = {}, more: object = {}): Cell => {
  const minor = told.minor === undefined ? 100n : told.minor;
  return {
    ...{
      bidId,
      choiceId: bidId,
      alternative: 0,
      requestId: "r",
      providerId: `of-${bidId}`,
      isExpired: false,
      quoteExpiresAt: null,
      payout: null,
    },
    amount: minor === null ? null : money(minor, "CNY"),
    total: money(minor ?? 5n, minor === null ? "VND" : "CNY"),
    transitDays: { min: 1, max: told.max ?? 10 },
    validUntil: instant(told.until ?? 1_000),
    content: { lines: (told.lines ?? []).map(line), currency: "CNY", exclusions: [], terms: {} },
    ...more,
  } as unknown as Cell;
};

const said = (...cells: readonly Cell[]) => summariseBids({ cells, isReadable: true, award: null });

describe("a summary of bids", () => {
  test("says by how much the cheapest is below the next and how much later it comes than the fastest", () => {
    expect(
      said(cell("a", { minor: 9_200n, max: 12 }), cell("b", { minor: 10_000n, max: 9 }), cell("c", { minor: 20_000n })),
    ).toEqual([
      { kind: "cheapest", bidId: "a", comparedId: "b", bps: 800 },
      { kind: "slower", bidId: "a", comparedId: "b", days: 3 },
      { kind: "fastest", bidId: "b", comparedId: "c", days: 1 },
    ]);
  });

  test("calls none the best where two are, or where the figure of one is not known", () => {
    expect(said(cell("a"), cell("b"), cell("c", { minor: 101n }))).toEqual([]);
    expect(said(cell("a"), cell("b", { minor: null }))).toEqual([{ kind: "no_rate", bidId: "b", currency: "VND" }]);
    expect(said(cell("a", { minor: 1_000_000n }), cell("b", { minor: 1_000_001n }))).toEqual([]);
  });

  test("cites the lines that a bid leaves out, lacks, bills on use and passes through", () => {
    const full = cell("a", {
      lines: [{ code: "OFT" }, { code: "INS" }, { code: "WTG", quantityMilli: null, amountMinor: null }],
    });
    const bare = cell("b", {
      lines: [
        { code: "OFT" },
        { code: "DTY", amountMinor: "70" },
        { code: "PUP", amountMinor: "30", isPassThrough: true },
      ],
    });
    const honest = { ...bare, content: { ...bare.content, exclusions: ["INS"] } } as Cell;
    expect(said(full, honest)).toEqual([
      { kind: "lacks", bidId: "a", codes: ["PUP", "DTY"] },
      { kind: "on_use", bidId: "a", codes: ["WTG"] },
      { kind: "leaves_out", bidId: "b", codes: ["INS"] },
      { kind: "lacks", bidId: "b", codes: ["WTG"] },
      { kind: "passed_through", bidId: "b", codes: ["PUP", "DTY"], amount: money(100n, "CNY") },
    ]);
  });

  test("is silent on what all of them bill on use, and takes no percentage for such a line", () => {
    const same = {
      lines: [
        { code: "DMR", amountMinor: null },
        { code: "FXS", quantityMilli: null },
      ],
    } as const;
    expect(said(cell("a", same), cell("b", same))).toEqual([]);
    expect(said(cell("a", same))).toEqual([
      { kind: "only", bidId: "a" },
      { kind: "on_use", bidId: "a", codes: ["DMR"] },
    ]);
  });

  test("says which ends first, by its quote where it has one, and holds what has ended against nobody", () => {
    const quoted = { quoteExpiresAt: instant(500) };
    expect(said(cell("a"), cell("b", {}, quoted))).toEqual([{ kind: "quote_ends_first", bidId: "b", at: 500 }]);
    expect(said(cell("a", { minor: 1n }, { isExpired: true }), cell("b"))).toEqual([
      { kind: "only", bidId: "b" },
      { kind: "expired", bidId: "a", at: 1_000 },
    ]);
  });

  test.each([
    ["payee_receives", "b"],
    ["payer_pays", "a"],
  ] as const)("of payments, goes by what each comes to: %s", (side, best) => {
    const payout = (minor: bigint) => ({ payout: accept({ side, amount: money(minor, "CNY") }) });
    const remarks = said(
      cell("a", { minor: 1n, max: 3 }, payout(700n)),
      cell("b", { minor: 2n, max: 1 }, payout(900n)),
    );
    expect(remarks).toEqual([
      { kind: side, bidId: best, comparedId: best === "a" ? "b" : "a", difference: money(200n, "CNY") },
      { kind: "fastest", bidId: "b", comparedId: "a", days: 2 },
    ]);
  });

  test("has nothing to say of sealed bids, and does not take them", () => {
    expect(summariseBids({ cells: [], isReadable: false, award: null })).toEqual([]);
    expect(() => summariseBids({ cells: [cell("a")], isReadable: false, award: null })).toThrow();
  });

  test("says of payments whose rate quote ends first, where that is before the bid does", () => {
    const quote = (id: string, ends: number) => cell(id, { until: 9_000 }, { quoteExpiresAt: instant(ends) });
    expect(said(quote("a", 2_000), quote("b", 3_000)).at(-1)).toEqual({
      kind: "quote_ends_first",
      bidId: "a",
      at: 2_000,
    });
    expect(said(cell("a", { until: 2_000 }), cell("b", { until: 3_000 })).at(-1)?.kind).toBe("ends_first");
  });

  test("says nothing after the award of which bid ends first, has ended or is the only one", () => {
    const cells = [cell("a", { until: 2_000 }), cell("b", { until: 3_000 }, { isExpired: true })];
    const award = { choiceId: "a", choice: null };
    expect(summariseBids({ cells, isReadable: true, award })).toEqual([]);
  });
});
