import { expect, test } from "vitest";
import type { CompareCell, CompareService } from "@/views/comparison";
import type { LocalDate } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { wordDuty } from "./comparison-scores";

const reader = {
  locale: "en",
  words: (key: string, values?: Record<string, string | number>) => [key, ...Object.values(values ?? {})].join(" "),
};
const cell = (choiceId: string, tax: number, dutyDeviation: CompareCell["dutyDeviation"] = null) =>
  ({
    choiceId,
    dutyDeviation,
    content: { currency: "CNY", lines: [{ code: tax === 0 ? "IMD" : "VAT", amountMinor: String(tax) }] },
  }) as unknown as CompareCell;
const service = (duty: CompareService["duty"], ...cells: CompareCell[]) =>
  ({ duty, cells }) as unknown as CompareService;
const MARKET = {
  country: "KZ",
  day: "2026-11-24" as LocalDate,
  total: money(680_000n, "KZT"),
  amount: money(10_000n, "CNY"),
  isComplete: true,
  hasFormE: false,
  withFormE: null,
} as const;

test("duty and tax are one figure for all bids, with each bid's estimate beside it and a mark where it is far off", () => {
  const [row] = wordDuty(service(MARKET, cell("a", 9_900), cell("b", 5_000, { isAbove: false, bps: 5_000 })), reader);
  expect(row?.head).toMatch(/^duty\.sameOf duty\.converted KZT.6,800\.00 CNY.100\.00$/);
  expect(row?.detail).toBe("duty.byMarket 2026-11-24 10%");
  expect(row?.cells.a).toMatchObject({ value: expect.stringMatching(/^duty\.ofBid CNY.99\.00$/), note: null });
  expect(row?.cells.b).toMatchObject({ note: "duty.below 50%" });
});

test("without its Form E the figure is told with it and without, and with the certificate in the papers it says so", () => {
  const withFormE = { total: money(300_000n, "KZT"), amount: null };
  const head = (changes: object) =>
    wordDuty(service({ ...MARKET, amount: null, ...changes }, cell("a", 5)), reader)[0]?.head;
  expect(head({ withFormE })).toMatch(/^duty\.sameOf duty\.withAndWithout KZT.3,000\.00 KZT.6,800\.00$/);
  expect(head({ hasFormE: true })).toMatch(/^duty\.sameOf duty\.byFormE KZT.6,800\.00$/);
});

test("a figure that is not whole says so, and one that is not known is not invented", () => {
  const inPart = wordDuty(service({ ...MARKET, isComplete: false }, cell("a", 0)), reader);
  expect(inPart[0]?.detail).toMatch(/^duty\.inPart/);
  expect(inPart[0]?.cells.a?.value).toBe("–");
  expect(wordDuty(service(null, cell("a", 5)), reader)[0]).toMatchObject({ head: "duty.same", detail: "duty.unknown" });
});

test("there is no such row where nothing is charged and no bid speaks of it, nor where there are no bids", () => {
  expect(wordDuty(service(null, cell("a", 0)), reader)).toEqual([]);
  expect(wordDuty(service(MARKET), reader)).toEqual([]);
});
