import { type Offered, reachedPackage } from "@/domain/award/reached-package";
import type { Currency } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/vocabulary";
import type { BelowRow } from "./comparison-scores";
import { numberFormat } from "@/components/ui/format";

/** What a payment bid comes to, worded. */
export type PayoutWords = {
  readonly amount: string;
  /** What it costs in all and the rate behind it, or why it cannot be said. */
  readonly notes: readonly string[];
  readonly isBest: boolean;
};

/** A package of a bid, worded: what is said where the choice reaches it, and what the bid then comes to. */
export type PackageWords = Offered & {
  readonly words: string;
  readonly minor: string | null;
  readonly contractMinor: string | null;
};

/** One offer of a bid in the comparison as the screen writes it. Amounts are worded by the server; `minor` lets a choice be summed. */
export type CellWords = {
  /** What a choice of it names: the bid's id, with the number of an alternative behind it. */
  readonly choiceId: string;
  readonly providerId: string;
  /** The column in which it stands: its bidder's, or that of its bidder's alternatives of one number. */
  readonly columnId: string;
  /** What the bidder calls an alternative; null of a main offer. */
  readonly title: string | null;
  /** Packages that it offers, the one with most discount first. */
  readonly packages: readonly PackageWords[];
  /** The bidder's own price, by which bids are compared, and what would be contracted with what is paid at cost. */
  readonly minor: string | null;
  readonly contractMinor: string | null;
  readonly amount: string;
  readonly quoted: string;
  /** The bidder's own price and what it pays for the buyer at cost; null where that is nothing. */
  readonly split: string | null;
  readonly days: string;
  /** Who declares for the bidder where it cannot itself, one a country. */
  readonly declares: readonly string[];
  /** Until when its rate can be had, where that ends before the bid does; null of all others. */
  readonly quoteEnds: string | null;
  readonly valid: string;
  readonly isLowest: boolean;
  readonly isFastest: boolean;
  readonly isLongestValid: boolean;
  readonly isChoosable: boolean;
  /** Of what was awarded the word for it and, where it was not the first, why; null of all others. */
  readonly awarded: readonly string[] | null;
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
  /** Awarded: nothing is chosen here any more. */
  readonly isDecided: boolean;
  /** In place of bids: sealed until when, none, cancelled. */
  readonly problem: string | null;
  readonly countedFrom: string;
  /** The head of the row of what payment bids come to; null where nothing is moved or nothing can be read. */
  readonly payoutHead: string | null;
  readonly cells: readonly CellWords[];
  /** Below the prices: scores with their parts, and answers to the gates. */
  readonly below: readonly BelowRow[];
};

/** A column: a bidder's main offers, or its alternatives of one number. */
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

/** A chosen offer with the package that it reaches among the others that are chosen. */
export type ChosenCell = CellWords & { readonly reached: PackageWords | null };

/** The choice, each offer with the package that it reaches by the same rule as the award. */
export function chosenCells(words: CompareWords, chosen: Chosen): ChosenCell[] {
  const picked = words.services.flatMap(({ requestId, service, cells }) =>
    cells.filter(({ choiceId }) => chosen[requestId] === choiceId).map((cell) => ({ cell, service })),
  );
  return picked.map(({ cell }) => {
    const own = picked.filter((one) => one.cell.providerId === cell.providerId);
    return { ...cell, reached: reachedPackage(cell.packages, new Set(own.map(({ service }) => service))) };
  });
}

/**
 * The exact sum of the choice less its packages, of the own prices or of what would be contracted, in the reader's writing; null where one
 * of them has no amount in this currency.
 */
export function sumWords(
  { locale, currency, digits }: Pick<CompareWords, "locale" | "currency" | "digits">,
  cells: readonly ChosenCell[],
  of: "minor" | "contractMinor",
): string | null {
  let minor = 0n;
  for (const cell of cells) {
    const amount = (cell.reached ?? cell)[of];
    if (amount === null) return null;
    minor += BigInt(amount);
  }
  const text = minor.toString().padStart(digits + 1, "0");
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol", ...places }).format(
    decimal as `${number}`,
  );
}
