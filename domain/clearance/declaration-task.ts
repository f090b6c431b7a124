import type { OrderTask } from "../orders/order-task";
import type { Instant } from "../shared/instant";
import type { WithBuyer } from "../services/due-time";
import type { Declaration, DeclarationEvent } from "./declaration";

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
