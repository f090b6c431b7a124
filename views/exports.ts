import type { Funnel } from "../domain/exports/funnel";
import type { KnowledgeDefinition } from "../domain/exports/knowledge";
import type { ShownCell, Split } from "../domain/exports/small-cells";
import type { KeyedSum, TradeSum } from "../domain/exports/trade";
import type { Currency } from "../domain/shared/money";
import type { Instant, Month } from "../domain/shared/time";
import type { Service } from "../domain/shared/vocabulary";

/** A part and the whole that it is of, both as they are published. */
export type ShownPart = { readonly part: ShownCell; readonly whole: ShownCell };

/** What of a month's services exports is published: a figure that may not be shown is null. */
export type PublicExports = {
  readonly month: Month;
  /** The twelve whole months that end with the last one, the earliest first. */
  readonly months: readonly { readonly month: Month; readonly total: ShownCell | null }[];
  readonly total: ShownCell | null;
  /** Of all orders of the month, those between two of one country too. */
  readonly ofAll: ShownPart | null;
  readonly kinds: Split | null;
  /** Of payments what is a margin on the exchange; the rest of their value are fees. */
  readonly marginMinor: bigint | null;
  readonly pairs: Split | null;
  readonly corridors: Split | null;
  /** Of the month's calendar quarter, or of the one before where it is not over: a month alone is seldom enough. */
  readonly quarter: { readonly first: Month; readonly last: Month; readonly knowledge: ShownPart | null };
  readonly definition: KnowledgeDefinition;
};

export type ExportMonth = {
  readonly month: Month;
  readonly exported: TradeSum;
  /** Between organisations of one country too. */
  readonly all: TradeSum;
  readonly knowledge: TradeSum;
};

/** Services exports of some months for administrators, every figure as it is. */
export type ExportsReview = {
  readonly first: Month;
  readonly last: Month;
  readonly months: readonly ExportMonth[];
  readonly exported: TradeSum;
  readonly all: TradeSum;
  /** Providers that sold to another country. */
  readonly exporters: number;
  readonly kinds: readonly KeyedSum[];
  readonly pairs: readonly KeyedSum[];
  readonly corridors: readonly KeyedSum[];
  readonly knowledge: TradeSum;
  readonly definition: KnowledgeDefinition;
  /** Countries of both sides in these months, whatever is filtered. */
  readonly countries: readonly string[];
  readonly allCorridors: readonly string[];
  readonly readMs: number;
};

/** How far providers came that were first listed in the last two years. */
export type ExportsFunnel = { readonly from: Month; readonly funnels: readonly Funnel[] };

/** One order behind a figure. */
export type ExportedOrder = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly service: Service;
  readonly corridor: string;
  readonly providerName: string;
  readonly providerCountry: string;
  readonly buyerName: string;
  readonly buyerCountry: string;
  readonly contractedAt: Instant;
  readonly minor: bigint;
  readonly currency: Currency;
  readonly valueCnyMinor: bigint;
  readonly marginCnyMinor: bigint;
  readonly passThroughCnyMinor: bigint;
};

/** The last whole month on one line. */
export type ExportsOfLate = {
  readonly month: Month;
  readonly exported: TradeSum;
  readonly all: TradeSum;
  readonly knowledge: TradeSum;
};
