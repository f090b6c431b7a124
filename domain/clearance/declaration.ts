import type { Instant, LocalDate } from "../shared/time";
import { advance, type Lifecycle, type Refusal, type Result } from "../shared/result";
import type { DutyUnit } from "../tariff/duty-rate";
import type { Currency } from "../shared/money";
import type { OrderTask } from "../orders/order";
import type { WithBuyer } from "../services/due-time";

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

export const ANSWERERS = ["buyer", "provider"] as const;
export type Answerer = (typeof ANSWERERS)[number];

/** The question of the customs that waits for an answer. */
export type OpenQuestion = { readonly answersBy: Answerer; readonly answerBy: Instant | null };

type Kept = Pick<Declaration, "side" | "state"> & {
  readonly question: OpenQuestion | null;
  /** Why the buyer has sent the draft back; left out of all others. */
  readonly sentBack?: string | undefined;
};

const REASON_MAX = 120;

/** The first line of what somebody has said, cut where it is long. */
function beginningOf(words: string): string {
  const line = [...(words.trim().split("\n")[0] ?? "").trim()];
  return line.length > REASON_MAX
    ? `${line
        .slice(0, REASON_MAX - 1)
        .join("")
        .trimEnd()}…`
    : line.join("");
}

const isRedrafted = (refused: Kept, all: readonly Kept[]): boolean =>
  all.slice(all.indexOf(refused) + 1).some(({ side, state }) => side === refused.side && state !== "refused");

function taskOfOne(declaration: Kept, all: readonly Kept[]): OrderTask | null {
  switch (declaration.state) {
    case "questioned":
      return {
        side: declaration.question?.answersBy ?? "provider",
        code: "clearance.answer",
        by: declaration.question?.answerBy ?? null,
      };
    case "drafted":
      return { side: "buyer", code: "clearance.approve", by: null };
    case "returned":
      return {
        ...{ side: "provider", code: "clearance.revise", by: null },
        ...(declaration.sentBack ? { reason: beginningOf(declaration.sentBack) } : {}),
      };
    case "refused":
      return isRedrafted(declaration, all) ? null : { side: "provider", code: "clearance.redraft", by: null };
    default:
      return null;
  }
}

const RANK: readonly OrderTask["code"][] = [
  "clearance.answer",
  "clearance.approve",
  "clearance.revise",
  "clearance.redraft",
];

/**
 * What an order's declarations, the oldest first, ask of its parties: a question of the customs before all else, of several the one whose time ends first.
 * After a refusal the provider drafts anew; until then the order's step does not come, and what waits for it waits.
 */
export function declarationTask(declarations: readonly Kept[]): OrderTask | null {
  const tasks = declarations.flatMap((one) => taskOfOne(one, declarations) ?? []);
  const endOf = ({ by }: OrderTask) => by ?? Number.POSITIVE_INFINITY;
  const later = (a: OrderTask, b: OrderTask) => (endOf(a) === endOf(b) ? 0 : endOf(a) < endOf(b) ? -1 : 1);
  return tasks.sort((a, b) => RANK.indexOf(a.code) - RANK.indexOf(b.code) || later(a, b))[0] ?? null;
}

type Entry = { readonly event: DeclarationEvent | "draft"; readonly occurredAt: Instant };

/** While a declaration lay with the buyer to be approved: from each draft to the approval or until it was sent back. A change of a draft that the buyer has not answered ends nothing. */
export function timesWithBuyer(side: Declaration["side"], entries: readonly Entry[]): readonly WithBuyer[] {
  const times: WithBuyer[] = [];
  for (const { event, occurredAt } of entries) {
    const last = times.at(-1);
    const isOpen = last?.to === null;
    if ((event === "draft" || event === "revise") && !isOpen) times.push({ side, from: occurredAt, to: null });
    if ((event === "approve" || event === "send_back") && isOpen) times[times.length - 1] = { ...last, to: occurredAt };
  }
  return times;
}

type Asked = { readonly answersBy: string; readonly askedAt: Instant; readonly answeredAt: Instant | null };

/** While questions of the customs lay with the buyer to be answered. */
export const timesOfQuestions = (side: Declaration["side"], questions: readonly Asked[]): readonly WithBuyer[] =>
  questions
    .filter(({ answersBy }) => answersBy === "buyer")
    .map(({ askedAt, answeredAt }) => ({ side, isQuestion: true, from: askedAt, to: answeredAt }));
