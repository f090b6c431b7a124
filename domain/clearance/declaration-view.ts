import type { CargoLine, Deal } from "../deals/deal";
import type { LineQuantities } from "../services/customs/spec";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import type { Currency, Money } from "../shared/money";
import type { ComparedDuties } from "./duty-comparison";
import type { DeclarationEvent, DeclarationSide, DeclarationState } from "./declaration";
import type { Answerer } from "./declaration-task";

export type ShownQuestion = {
  readonly number: number;
  readonly question: string;
  readonly answersBy: Answerer;
  readonly answerBy: Instant | null;
  readonly askedAt: Instant;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly fileIds: readonly string[];
  readonly answerFileIds: readonly string[];
};

export type ShownEntry = {
  readonly seq: number;
  readonly event: DeclarationEvent | "draft";
  readonly occurredAt: Instant;
  readonly words: string;
  readonly fileIds: readonly string[];
};

type ShownContent = {
  /** The goods as they are declared. */
  readonly name: string;
  readonly hsCode: string;
  readonly value: Money;
};

/** What the deal itself says of a line's goods, which the customs are told beside code and value; null where it does not say. */
export type GoodsOfLine = Pick<
  CargoLine,
  "packages" | "packageType" | "grossWeightGrams" | "netWeightGrams" | "originCountry"
> & {
  /** Thousandths of the units that the customs count, as the request gives them. */
  readonly quantities: LineQuantities[string];
};

/** A cargo line with what is declared of it. */
export type ShownLine = ShownContent & {
  readonly line: number;
  readonly goods: GoodsOfLine;
  /** The goods as the deal names them. */
  readonly description: string;
  /** What the buyer had read of it before it was changed; null where it is as it was. */
  readonly before: ShownContent | null;
};

export type ShownDeclaration = {
  readonly id: string;
  readonly number: number;
  readonly side: DeclarationSide;
  readonly country: string;
  readonly currency: Currency;
  readonly state: DeclarationState;
  readonly version: number;
  readonly revision: number;
  readonly remarks: string;
  readonly lines: readonly ShownLine[];
  /** The deal's terms of delivery. */
  readonly incoterm: Deal["incoterm"];
  readonly registeredNumber: string | null;
  readonly approvedAt: Instant | null;
  readonly filedAt: Instant | null;
  /** The day whose rates the estimate is by; null where nothing is estimated for this side. */
  readonly estimateDay: LocalDate | null;
  /** Whether the estimate reckons with the certificate of origin Form E that was in the papers. */
  readonly hasFormE: boolean;
  /** What would be due with a Form E that was not there yet; null where it would lower nothing. */
  readonly withFormE: Money | null;
  readonly isAssessed: boolean;
  readonly duties: ComparedDuties;
  readonly due: Money;
  readonly questions: readonly ShownQuestion[];
  readonly entries: readonly ShownEntry[];
  /** What the viewer may do to it now. */
  readonly transitions: readonly DeclarationEvent[];
};

/** A line as a new draft begins with it: the code that the bid would classify by, and the value where it is known in that currency. */
export type SuggestedLine = Pick<ShownLine, "line" | "description" | "hsCode"> & { readonly value: Money | null };

export type Suggestion = {
  readonly side: DeclarationSide;
  /** Null for a transit, which says through which. */
  readonly country: string | null;
  readonly currency: Currency;
  readonly lines: readonly SuggestedLine[];
};

/** The declarations of a customs order, to its two parties. */
export type ClearancePage = {
  readonly orderId: string;
  readonly declarations: readonly ShownDeclaration[];
  /** The lines of the deal, of which each declaration declares some. */
  readonly cargo: readonly Pick<ShownLine, "line" | "description" | "goods">[];
  readonly incoterm: Deal["incoterm"];
  /** Sides that the viewer may draft a declaration for now. */
  readonly drafts: readonly Suggestion[];
  /** Before the papers were asked for nothing is drafted. */
  readonly isScheduled: boolean;
  /** Whether the draft or the filing was told by hand, so that no draft is to be expected here. */
  readonly isByHand: boolean;
};
