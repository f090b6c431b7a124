import type { Currency } from "@/domain/shared/money";
import type { Service } from "@/domain/services/service";
import type { BelowRow } from "./beside/score/word-scores";
import { numberFormat } from "@/components/ui/figures/intl-cache";

/** What a payment bid comes to, worded. */
export type PayoutWords = {
  readonly amount: string;
  /** What it costs in all and the rate behind it, or why it cannot be said. */
  readonly notes: readonly string[];
  readonly isBest: boolean;
};

/** One bid in the comparison as the screen writes it. Amounts are worded by the server; `minor` lets a choice be summed. */
export type CellWords = {
  readonly bidId: string;
  readonly providerId: string;
  readonly minor: string | null;
  readonly amount: string;
  readonly quoted: string;
  /** The bidder's own price and what it pays for the buyer at cost; null where that is nothing. */
  readonly split: string | null;
  readonly days: string;
  readonly valid: string;
  readonly isLowest: boolean;
  readonly isFastest: boolean;
  readonly isLongestValid: boolean;
  readonly isChoosable: boolean;
  /** Of payment only; what is best at it bears that word here and not at the price. */
  readonly payout: PayoutWords | null;
  /** Why it cannot be compared or chosen. */
  readonly problem: string | null;
};

export type ServiceWords = {
  readonly requestId: string;
  readonly service: Service;
  readonly reference: string;
  readonly href: string;
  /** In place of bids: sealed until when, none, cancelled. */
  readonly problem: string | null;
  /** The head of the row of what payment bids come to; null where nothing is moved or nothing can be read. */
  readonly payoutHead: string | null;
  readonly cells: readonly CellWords[];
  /** Below the prices: scores with their parts, and answers to the gates. */
  readonly below: readonly BelowRow[];
};

export type ProviderWords = { readonly id: string; readonly letter: string; readonly name: string };

/** Everything that the comparison shows, worded: the client part only chooses and sums. */
export type CompareWords = {
  readonly dealId: string;
  readonly currency: Currency;
  /** Decimal places of the currency. */
  readonly digits: number;
  readonly locale: string;
  readonly providers: readonly ProviderWords[];
  readonly services: readonly ServiceWords[];
};

export type Chosen = Readonly<Record<string, string>>;

export const chosenCells = (words: CompareWords, chosen: Chosen): CellWords[] =>
  words.services.flatMap((service) => service.cells.filter((cell) => chosen[service.requestId] === cell.bidId));

/** The exact sum of the choice, in the reader's writing; null where one of them has no amount in this currency. */
export function sumWords({ locale, currency, digits }: CompareWords, cells: readonly CellWords[]): string | null {
  let minor = 0n;
  for (const cell of cells) {
    if (cell.minor === null) return null;
    minor += BigInt(cell.minor);
  }
  const text = minor.toString().padStart(digits + 1, "0");
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol", ...places }).format(
    decimal as `${number}`,
  );
}
