import type { LocalDate } from "../shared/local-date";
import { advance, type Lifecycle } from "../shared/lifecycle";
import type { DutyUnit } from "../tariff/duty-rate";
import type { Currency } from "../shared/money";
import type { Refusal, Result } from "../shared/result";

/** Which side of the border a declaration is made to. */
export const DECLARATION_SIDES = ["export", "import", "transit"] as const;
export type DeclarationSide = (typeof DECLARATION_SIDES)[number];

export const DECLARATION_STATES = [
  "drafted",
  "returned",
  "approved",
  "filed",
  "questioned",
  "answered",
  "inspected",
  "assessed",
  "paid",
  "released",
  "refused",
] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

export type DeclarationEvent =
  | "revise"
  | "send_back"
  | "approve"
  | "file"
  | "question"
  | "answer"
  | "inspect"
  | "assess"
  | "pay"
  | "release"
  | "refuse";

/** A declaration from its draft to the release. What the customs have done comes in no fixed order; an open question alone holds all else. */
export const DECLARATION_LIFECYCLE = {
  drafted: { revise: "drafted", send_back: "returned", approve: "approved" },
  returned: { revise: "drafted" },
  approved: { revise: "drafted", file: "filed" },
  filed: { question: "questioned", inspect: "inspected", assess: "assessed", release: "released", refuse: "refused" },
  questioned: { answer: "answered", refuse: "refused" },
  answered: {
    question: "questioned",
    inspect: "inspected",
    assess: "assessed",
    pay: "paid",
    release: "released",
    refuse: "refused",
  },
  inspected: {
    question: "questioned",
    inspect: "inspected",
    assess: "assessed",
    pay: "paid",
    release: "released",
    refuse: "refused",
  },
  assessed: {
    question: "questioned",
    inspect: "inspected",
    assess: "assessed",
    pay: "paid",
    release: "released",
    refuse: "refused",
  },
  paid: { question: "questioned", inspect: "inspected", assess: "assessed", release: "released", refuse: "refused" },
  released: {},
  refused: {},
} as const satisfies Lifecycle<DeclarationState, DeclarationEvent>;

const UNFILED: readonly DeclarationState[] = ["drafted", "returned", "approved", "refused"];

/** Whether the customs have it before them, or have released it: it can no longer be taken back by the parties alone. */
export const isBeforeCustoms = ({ state }: { readonly state: DeclarationState }): boolean => !UNFILED.includes(state);

/** The state after the event, or `wrong_state` with both. */
export const advanceDeclaration = (
  state: DeclarationState,
  event: DeclarationEvent,
): Result<DeclarationState, Refusal<"wrong_state">> =>
  advance<DeclarationState, DeclarationEvent>(DECLARATION_LIFECYCLE, state, event);

/** How much of a line the customs count: thousandths of their unit. */
export type DeclaredQuantity = { readonly unit: DutyUnit; readonly milli: number };

/**
 * What of a line the customs are told: the code, the customs value in minor units of the declaration's currency, and the goods' name, packages,
 * weights and quantity where they are not the deal's.
 */
export type DeclaredContent = {
  readonly hsCode: string;
  readonly valueMinor: string;
  readonly name?: string;
  readonly packages?: number;
  readonly grossWeightGrams?: number;
  readonly netWeightGrams?: number;
  readonly quantity?: DeclaredQuantity;
};

/** A cargo line as it is declared, by its number in the deal from 1; of one that a revision has changed what the buyer had read before. */
export type DeclaredLine = DeclaredContent & { readonly line: number; readonly before?: DeclaredContent };

export const LINE_CHARGES = ["duty", "excise", "vat"] as const;
export type LineCharge = (typeof LINE_CHARGES)[number];

/** What the market's dated rates made of the draft: minor units as digits, null where it is not known. */
export type KeptEstimate = {
  readonly day: LocalDate;
  readonly lines: readonly ({ readonly line: number } & Readonly<Record<LineCharge, string | null>>)[];
  readonly fee: string | null;
  /** Whether it reckons with the certificate of origin, Form E or that of RCEP, that was in the papers; not told of estimates from before it was asked. */
  readonly hasFormE?: boolean;
  /** All of it with a Form E that was not there yet; left out where it would lower nothing. */
  readonly withFormE?: string;
};

/** What the customs have assessed: minor units as digits. */
export type KeptAssessment = {
  readonly lines: readonly ({ readonly line: number } & Readonly<Record<LineCharge, string>>)[];
  readonly fee: string;
};

/** A declaration as far as its rules go. Amounts are in its one currency, that of the country it is made to. */
export type Declaration = {
  readonly id: string;
  readonly side: DeclarationSide;
  readonly country: string;
  readonly currency: Currency;
  readonly state: DeclarationState;
  readonly lines: readonly DeclaredLine[];
  readonly assessment: KeptAssessment | null;
  /** What of the assessment has been paid so far. */
  readonly paidMinor: bigint;
};
