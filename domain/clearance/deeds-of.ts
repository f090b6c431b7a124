import { dueMinor } from "./amounts";
import { advanceDeclaration, type Declaration, type DeclarationEvent } from "./declaration";
import type { Answerer } from "./declaration-task";

const OF_BUYER: readonly DeclarationEvent[] = ["approve", "send_back", "answer"];
const OF_PROVIDER: readonly DeclarationEvent[] = [
  "file",
  "answer",
  "pay",
  "release",
  "assess",
  "question",
  "inspect",
  "refuse",
  "revise",
];

type Viewer = {
  readonly side: "buyer" | "provider";
  /** Of the open question, where there is one. */
  readonly answersBy: Answerer | null;
};

/** What this side may do to a declaration now, the likeliest first; the commands judge again. */
export function deedsOf(
  declaration: Pick<Declaration, "state" | "assessment" | "paidMinor">,
  { side, answersBy }: Viewer,
): readonly DeclarationEvent[] {
  const isDue = dueMinor(declaration) > 0n;
  return (side === "buyer" ? OF_BUYER : OF_PROVIDER).filter((event) => {
    if (!advanceDeclaration(declaration.state, event).ok) return false;
    if (event === "answer") return side === "provider" || answersBy === "buyer";
    if (event === "pay") return isDue;
    return event !== "release" || !isDue;
  });
}
