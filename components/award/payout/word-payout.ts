import { formatMoney } from "@/components/ui/figures/format-money";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { formatTime } from "@/components/ui/time/format-time";
import type { NamedRate } from "@/domain/award/payout/mid-used";
import type { PayoutOutcome } from "@/domain/award/payout/payout-of-bid";
import type { PayoutWords } from "../compare-words";
import type { Reader as ComparisonReader } from "../word-comparison";

type Reader = Pick<ComparisonReader, "locale" | "zone" | "words" | "sourceOf">;

const BPS_PER_WHOLE = 10_000;

function rateWords(named: NamedRate, { locale, zone, words, sourceOf }: Reader): string {
  const { base, quote, rate, source, day, at } = named;
  const when = day ?? (at === null ? null : formatTime(at, { locale, zone }));
  const from = source === null ? null : sourceOf(source);
  const of =
    when !== null && from !== null ? words("payout.dayAndSource", { day: when, source: from }) : (when ?? from);
  return of === null ? words("payout.rate", { base, quote, rate }) : words("payout.rateOf", { base, quote, rate, of });
}

/** What arrives, or what is to be paid, with what it costs in all and the mid rate that it was reckoned at, named. */
export function wordPayout(payout: PayoutOutcome, isBest: boolean, reader: Reader): PayoutWords {
  const { locale, words } = reader;
  if (!payout.ok) {
    const { code, details = {} } = payout.refusal;
    const problem = words(`cell.${code}`, { currency: String(details.currency ?? "") });
    return { amount: "–", notes: [problem], isBest: false };
  }
  const { amount, effectiveCostBps, mid, costAgainst } = payout.value;
  const percent = numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    effectiveCostBps / BPS_PER_WHOLE,
  );
  const rates = mid.rates.map((rate) => rateWords(rate, reader)).join(" · ");
  const reckoned = mid.source === "none" ? [] : [words(`payout.mid.${mid.source}`, { rates })];
  return {
    amount: formatMoney(amount, locale, { display: "code" }),
    notes: [words(`payout.cost.${costAgainst}`, { percent }), ...reckoned],
    isBest,
  };
}
