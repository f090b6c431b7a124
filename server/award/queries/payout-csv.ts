import type { NamedRate } from "@/domain/award/payout/mid-used";
import type { PayoutOutcome } from "@/domain/award/payout/payout-of-bid";
import type { CsvCell } from "@/domain/interchange/csv";
import { type CsvReader, sourceText } from "./beside-csv";
import { toIso } from "@/domain/shared/instant";

/** The columns of a payment bid, as `award.csv` words them. */
export const PAYOUT_HEADS = ["payeeReceives", "payerPays", "payoutCurrency", "effectiveCost", "mid"] as const;

const midText = ({ base, quote, rate, source, day, at }: NamedRate): string =>
  [`${base}/${quote}`, rate, day ?? (at === null ? null : toIso(at)), source].filter((part) => part !== null).join(" ");

/** Empty for other services, and where nobody can say what arrives. */
export function payoutCells(payout: PayoutOutcome | null, reader: CsvReader): CsvCell[] {
  if (!payout?.ok) return PAYOUT_HEADS.map(() => "");
  const { side, amount, effectiveCostBps, mid } = payout.value;
  return [
    side === "payee_receives" ? amount : "",
    side === "payer_pays" ? amount : "",
    amount.currency,
    effectiveCostBps,
    mid.source === "none"
      ? ""
      : reader.words(`award.payout.mid.${mid.source}`, {
          rates: mid.rates.map((rate) => midText({ ...rate, source: sourceText(rate.source, reader) })).join("; "),
        }),
  ];
}
