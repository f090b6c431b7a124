import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney } from "@/components/ui/figures";
import { formatTime } from "@/components/ui/time/format-time";
import type { CompareCell, CompareService } from "@/views/comparison";
import { splitTotal } from "@/domain/bidding/bid";
import { CHARGE_CODES } from "@/domain/services/charge";
import { instant } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { accept } from "@/domain/shared/result";
import { drawn, wordsIn } from "@/test/drawn";
import { BidSummary } from "./bid-summary";

const ZONE = "Asia/Shanghai";
const LOCALES = ["en", "zh-CN"] as const;
const ROOMS = ["ui", "award", "services", "service-logistics"];

const providers = ["a", "b", "c", "d"].map((letter) => ({
  id: `of-${letter}`,
  nameOwn: "天山物流",
  nameLatin: "Tianshan Logistics",
  letter: letter.toUpperCase(),
}));

function draw(locale: string, service: CompareService): string {
  const html = drawn(<BidSummary page={{ services: [service], providers }} zone={ZONE} />, {
    locale,
    zone: ZONE,
    rooms: ROOMS,
  });
  return html.replace(/<[^>]+>/g, " ");
}

const line = fc.record({
  code: fc.constantFrom(...CHARGE_CODES),
  basis: fc.constant("shipment"),
  unitPriceMinor: fc.constant("1"),
  rateBps: fc.constant(null),
  quantityMilli: fc.constantFrom(1_000, null),
  amountMinor: fc.nat({ max: 9_000_000 }).map(String),
  isPassThrough: fc.boolean(),
  note: fc.constant(""),
});

const cellAt = (at: number) =>
  fc
    .record({
      minor: fc.bigInt({ min: 0n, max: 900_000_000n }),
      isRateMissing: fc.boolean(),
      days: fc.integer({ min: 1, max: 60 }),
      until: fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2027, 1, 1) }),
      isExpired: fc.boolean(),
      payout: fc.option(fc.bigInt({ min: 1n, max: 900_000_000n })),
      lines: fc.array(line, { maxLength: 5 }),
      exclusions: fc.subarray([...CHARGE_CODES], { maxLength: 3 }),
    })
    .map(({ minor, isRateMissing, days, until, isExpired, payout, lines, exclusions }) => {
      const letter = "abcd".charAt(at);
      return {
        ...{
          bidId: letter,
          choiceId: letter,
          alternative: 0,
          requestId: "r",
          providerId: `of-${letter}`,
          isExpired,
          quoteExpiresAt: null,
        },
        amount: isRateMissing ? null : money(minor, "CNY"),
        total: money(minor, "CNY"),
        transitDays: { min: 1, max: days },
        validUntil: instant(until),
        payout: payout === null ? null : accept({ side: "payee_receives", amount: money(payout, "USD") }),
        content: { lines, currency: "CNY", exclusions, terms: {} },
      } as unknown as CompareCell;
    });

const bids = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => cellAt(at))));

const NUMBER = /\d[\d.,:]*/g;
const numbersIn = (text: string): string[] => (text.match(NUMBER) ?? []).map((one) => one.replace(/[.,:]+$/, ""));

/** Every number that the bids' own figures and the differences of two of them can be written as. */
function knownNumbers(cells: readonly CompareCell[], locale: string): Set<string> {
  const texts: string[] = [];
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  for (const one of cells) {
    texts.push(formatTime(one.validUntil, { locale, zone: ZONE }));
    texts.push(formatMoney(splitTotal(one.content).passThrough, locale, { display: "code" }));
    for (const other of cells) {
      texts.push(String(Math.abs(one.transitDays.max - other.transitDays.max)));
      const [low, high] = [one.total.minor, other.total.minor];
      // To the hundredth of a percent, half up, in whole numbers.
      const bps = low < high ? Number((2n * (high - low) * 10_000n + high) / (2n * high)) : 0;
      texts.push(percent.format(bps / 10_000));
      if (one.payout?.ok && other.payout?.ok) {
        const difference = one.payout.value.amount.minor - other.payout.value.amount.minor;
        if (difference > 0n) texts.push(formatMoney(money(difference, "USD"), locale, { display: "code" }));
      }
    }
  }
  return new Set(texts.flatMap(numbersIn));
}

test.each(LOCALES)(
  "every number of the summary in %s stands in the bids, or is the difference of two of them",
  (locale) => {
    fc.assert(
      fc.property(bids, (cells) => {
        const service = { requestId: "r", reference: "KR", service: "logistics", isReadable: true, cells, award: null };
        const known = knownNumbers(cells, locale);
        const written = numbersIn(draw(locale, service as unknown as CompareService));
        expect(written.filter((number) => !known.has(number))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  },
);

test.each(LOCALES)(
  "a summary in %s cites bids by letter and name, lines by their codes, and says that rules wrote it",
  (locale) => {
    const [cells] = fc.sample(
      bids.filter((some) => some.length > 2),
      { numRuns: 1, seed: 7 },
    ) as [CompareCell[]];
    const told = cells.map((cell, at) => ({
      ...{ ...cell, isExpired: false, payout: null, amount: money(at === 0 ? 92n : 100n, "CNY") },
      content: { ...cell.content, exclusions: ["INS"] },
    }));
    const service = {
      requestId: "r",
      reference: "KR",
      service: "logistics",
      isReadable: true,
      cells: told,
      award: null,
    };
    const text = draw(locale, service as unknown as CompareService);
    const { summary } = wordsIn("award", locale);
    expect(text).toContain(summary.byRules);
    expect(text).toMatch(/A (?:Tianshan Logistics|天山物流)[^。]*? 8\s?%/);
    expect(text).toMatch(/INS/);
  },
);
