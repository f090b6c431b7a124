import { dueMinor } from "./assessment";
import {
  advanceDeclaration,
  type Answerer,
  type Declaration,
  type DeclarationEvent,
  type DeclarationSide,
} from "./declaration";

/** The step with which the customs question a declaration, examine its goods or send it back (查验、退单). */
export const OBJECTION_STEP = "state_question";
/** The step that delivers a customs order. */
export const RELEASE_STEP = "released";
/** The step of an order for both sides that lets its goods leave. */
export const EXPORT_RELEASE_STEP = "export_released";

type Kept = Pick<Declaration, "side" | "state" | "assessment" | "paidMinor">;

type Order = {
  /** In the order in which goods come to them, and how many declarations are asked for on each. */
  readonly sides: readonly DeclarationSide[];
  readonly asked: number;
  /** All of the order's, as they are after the event. */
  readonly declarations: readonly Kept[];
};

const isReleased = (side: DeclarationSide, { asked, declarations }: Order): boolean =>
  declarations.filter((one) => one.side === side && one.state === "released").length >= asked;

/** Whether nothing that is declared on a side still waits: after a refusal as many are released as were asked for, since any of them may have taken its place. */
function isSettled(side: DeclarationSide, order: Order): boolean {
  const states = order.declarations.flatMap((one) => (one.side === side ? [one.state] : []));
  if (states.every((state) => state === "released")) return true;
  return states.every((state) => state === "released" || state === "refused") && isReleased(side, order);
}

/**
 * Whether the release may be told by hand. As long as anything that is declared here is not released, or was refused without another in
 * its place, the release follows from the declarations alone, or a report would deliver what the customs hold; what is kept on paper is told as ever.
 */
export const isReleaseReported = (order: Order): boolean => order.sides.every((side) => isSettled(side, order));

/** The side whose declarations' numbers go with a step; null of a step that comes with none. */
export function sideNumberedBy(code: string, sides: readonly DeclarationSide[]): DeclarationSide | null {
  if (code === "filed") return sides[0] ?? null;
  if (code === EXPORT_RELEASE_STEP) return "export";
  return code === RELEASE_STEP ? (sides.at(-1) ?? null) : null;
}

/** The release of a side's own: of an order for both sides that of the goods' leaving is apart. */
export const releaseOf = (side: DeclarationSide, sides: readonly DeclarationSide[]): string =>
  side === sides.at(-1) ? RELEASE_STEP : EXPORT_RELEASE_STEP;

const BEFORE_CUSTOMS: readonly string[] = ["draft_approved", "filed"];
/** The step that comes with the receipt of the last payment. */
export const DUTIES_STEP = "duties_paid";

/** Whether a step of a customs order can follow from its declarations; every other is told by hand, whatever they say. */
export const canFollowDeclaration = (code: string): boolean =>
  code === RELEASE_STEP || code === EXPORT_RELEASE_STEP || code === DUTIES_STEP || BEFORE_CUSTOMS.includes(code);

/** Whether the customs have let goods go, or have assessed them and nothing is left to pay. */
export const isNothingOwed = (one: Pick<Declaration, "state" | "assessment" | "paidMinor">): boolean =>
  one.state === "released" || (one.assessment !== null && dueMinor(one) === 0n);

/**
 * Whether a step may be told by hand as far as the order's declarations go. The approved draft and the filing are those of the side that
 * goods come to first: while it has a declaration here, both come of that, and nobody tells of a draft that is not there. The duties are those
 * of the side that goods enter: while it owes any, or is not assessed yet, the step comes of the receipt. The release: `isReleaseReported`, and of the
 * side that goods leave the same of its own declarations.
 */
export function isReportedByHand(code: string, order: Order): boolean {
  if (code === RELEASE_STEP) return isReleaseReported(order);
  if (code === EXPORT_RELEASE_STEP) return isSettled("export", order);
  const keptOn = (side: DeclarationSide | undefined) =>
    order.declarations.filter((one) => one.side === side && one.state !== "refused");
  if (code === DUTIES_STEP) return keptOn(order.sides.at(-1)).every(isNothingOwed);
  return !BEFORE_CUSTOMS.includes(code) || keptOn(order.sides[0]).length === 0;
}

/** The step of the order that a deed on a declaration of this side is, whether or not it is the one that takes it. */
export function stepNamed(event: DeclarationEvent): string | null {
  switch (event) {
    case "approve":
      return "draft_approved";
    case "file":
      return "filed";
    case "question":
    case "inspect":
    case "refuse":
      return OBJECTION_STEP;
    case "pay":
      return DUTIES_STEP;
    case "release":
      return RELEASE_STEP;
    default:
      return null;
  }
}

/**
 * The step that an order takes with what has just happened to one of its declarations; null where it takes none. Where both sides are
 * declared, the draft and the filing are those of the side that the goods leave, and its release, as often as was asked for, is a step of its own,
 * since it lets them cross; duties are paid with the side that they enter; and the order is released when every side is.
 */
export function stepOf(event: DeclarationEvent, side: DeclarationSide, order: Order): string | null {
  switch (event) {
    case "approve":
    case "file":
      return side === order.sides[0] ? stepNamed(event) : null;
    case "question":
    case "inspect":
    case "refuse":
      return stepNamed(event);
    case "pay":
      return side === order.sides.at(-1) && order.declarations.every((one) => dueMinor(one) === 0n)
        ? stepNamed(event)
        : null;
    case "release":
      if (order.sides.every((one) => isReleased(one, order))) return stepNamed(event);
      return side === "export" && isReleased(side, order) ? EXPORT_RELEASE_STEP : null;
    default:
      return null;
  }
}

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
export function transitionsOf(
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

type Known = Kept & Pick<Declaration, "id">;

/**
 * What the provider does to a declaration so that a step comes about which is not told by hand: what is that step itself, else the likeliest on
 * the way to it; for the release of the side that goods leave to a declaration of that side alone. Null where nothing can be done to any of them, as after a refusal.
 */
export function transitionTo(
  code: string,
  declarations: readonly Known[],
): { readonly id: string; readonly transition: DeclarationEvent } | null {
  const isOfExport = code === EXPORT_RELEASE_STEP;
  const open = declarations
    .filter(({ side }) => !isOfExport || side === "export")
    .flatMap((one) =>
      transitionsOf(one, { side: "provider", answersBy: null }).map((transition) => ({ id: one.id, transition })),
    );
  const named = isOfExport ? RELEASE_STEP : code;
  return open.find(({ transition }) => stepNamed(transition) === named) ?? open[0] ?? null;
}
