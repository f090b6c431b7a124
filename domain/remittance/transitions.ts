import { goesOn, isOver, type Milestone, type OrderTask, type SideTimes, stepOwedBefore } from "../orders/order";
import type { SurplusState } from "../services/payment/surplus";
import type { HoldState } from "../services/payment/third-party";
import type { LineState } from "../shared/vocabulary";
import type { Instant } from "../shared/time";
import { isLive, isUnconfirmed, needsLock, type RateLock } from "./rate-lock";
import { type RemittanceEvent, type RemittanceState, advanceRemittance, isToBeSent } from "./remittance";

/** The steps of the order that deeds take with them: the first lock, a sending, a receipt. */
export const STEPS_OF_TRANSITIONS = ["rate_locked", "sent", "received_by_payee"] as const;
type StepOfTransition = (typeof STEPS_OF_TRANSITIONS)[number];

export const PAYMENT_TRANSITIONS = [
  "lock",
  "confirm",
  "send",
  "receive",
  "freeze",
  "unfreeze",
  "recall",
  "return",
  "tell_payee",
  "explain_payer",
  "accept_payer",
  "ask_payer",
  "return_payer",
  "return_funds",
  "return_surplus",
  "keep_surplus",
  "answer_surplus",
  "bear",
] as const;
export type PaymentTransition = (typeof PAYMENT_TRANSITIONS)[number];

type Known = {
  readonly side: "buyer" | "provider";
  readonly isExchange: boolean;
  readonly order: SideTimes & { readonly state: LineState; readonly milestones: readonly Milestone[] };
  /** Of the steps those that a closed gate stops. */
  readonly stoppedCodes: readonly StepOfTransition[];
  readonly locks: readonly RateLock[];
  /** The state of the last sending; null before the first. */
  readonly last: RemittanceState | null;
  /** Whether the buyer is to give its payee's details anew before money is sent again. */
  readonly awaitsPayee: boolean;
  /** For whose word money of a payer that was not to pay is held; null where none is. */
  readonly hold: HoldState | null;
  /** What has become of money above what was asked for; null where there is none. */
  readonly surplus: SurplusState | null;
  /** Whether a surplus can be held for another instalment. */
  readonly hasNextInstalment: boolean;
  /** Whether what came in goes back as a whole. */
  readonly isRefunded: boolean;
  /** Whether a return has cost what nobody bears yet, and the viewer may bind its side to it. */
  readonly mayBear: boolean;
};

/** What a provider reports of a sending; a receipt is taken back with its delivery alone. */
const OF_SENDING: readonly Exclude<RemittanceEvent, "reopen">[] = ["receive", "unfreeze", "freeze", "recall", "return"];

/** Nothing can be sent before the order is scheduled, nor once it is delivered. */
const UNDER_WAY: readonly LineState[] = ["scheduled", "in_progress", "changes_requested"];

/** Whether the line is where a step can be taken: under way, or, with its first step, before that. */
const isReached = ({ state, milestones }: Known["order"], code: StepOfTransition): boolean =>
  UNDER_WAY.includes(state) || (state === "placed" && milestones[0]?.code === code);

/** Whether the line has come to a step, no required one is owed before it, nothing keeps the order, and no gate stands before the step. */
const mayStep = ({ order, stoppedCodes }: Known, code: StepOfTransition): boolean =>
  isReached(order, code) &&
  stepOwedBefore(order.milestones, code) === null &&
  goesOn(order).ok &&
  !stoppedCodes.includes(code);

/**
 * Whether a rate is locked: where what is exchanged is still to be sent and no rate holds. The first lock is a step of the order; a later
 * one takes none, so that a rate which runs out while the order is kept can be quoted again.
 */
function mayLock(known: Known, hasUsable: boolean): boolean {
  const { order, isExchange, last } = known;
  if (!isExchange || hasUsable || !isToBeSent(last)) return false;
  const isFirst = order.milestones.every(({ code, occurredAt }) => code !== "rate_locked" || occurredAt === null);
  return isFirst ? mayStep(known, "rate_locked") : UNDER_WAY.includes(order.state);
}

/**
 * What a bank does to money on its way has to be recorded whatever keeps the order, also after it was called off; only the receipt is a
 * step of it.
 */
const ofSending = (known: Known): PaymentTransition[] =>
  OF_SENDING.filter(
    (event) =>
      known.last !== null &&
      advanceRemittance(known.last, event).ok &&
      (event !== "receive" || mayStep(known, "received_by_payee")),
  );

/** Held money is accepted, asked about or returned, and explained by the buyer; once the order is over it is returned alone. */
const ofHold = ({ side, hold, order }: Known): PaymentTransition[] => {
  if (hold === null) return [];
  const goesOnYet = !isOver(order);
  if (side === "buyer") return hold === "to_explain" && goesOnYet ? ["explain_payer"] : [];
  const asks = hold === "to_decide" ? (["ask_payer"] as const) : [];
  return [...(goesOnYet ? (["accept_payer", ...asks] as const) : []), "return_payer"];
};

/** A surplus is the payer's whatever has become of the order: also one that is kept goes back at any time. */
const ofSurplus = ({ side, surplus, hasNextInstalment, order }: Known): PaymentTransition[] => {
  if (surplus === null) return [];
  if (side === "buyer") return surplus === "asked" ? ["answer_surplus"] : [];
  const mayKeep = surplus === "open" && hasNextInstalment && !isOver(order);
  return ["return_surplus", ...(mayKeep ? (["keep_surplus"] as const) : [])];
};

function transitionsOfSide(known: Known, now: Instant): PaymentTransition[] {
  const { side, isExchange, order, locks, last, isRefunded } = known;
  if (isRefunded) return side === "provider" ? ["return_funds"] : [];
  const live = locks.filter((lock) => isLive(lock, now));
  if (side === "buyer")
    return [
      ...(known.awaitsPayee && !isOver(order) ? (["tell_payee"] as const) : []),
      ...(UNDER_WAY.includes(order.state) && live.some(isUnconfirmed) ? (["confirm"] as const) : []),
      ...ofHold(known),
      ...ofSurplus(known),
    ];
  const hasUsable = live.some((lock) => !isUnconfirmed(lock));
  const maySend = isToBeSent(last) && !known.awaitsPayee && (!isExchange || hasUsable) && mayStep(known, "sent");
  return [
    ...(maySend ? (["send"] as const) : []),
    ...ofSending(known),
    ...ofHold(known),
    ...(mayLock(known, hasUsable) ? (["lock"] as const) : []),
    ...ofSurplus(known),
  ];
}

/** What this side may do to a payment now, the likeliest first: what the commands take, which judge again. */
export function paymentTransitionsOf(known: Known, now: Instant): readonly PaymentTransition[] {
  // Money that was spent is settled whatever has become of the order.
  return [...transitionsOfSide(known, now), ...(known.mayBear ? (["bear"] as const) : [])];
}

type KnownPayment = SideTimes & {
  /** The oldest first. */
  readonly locks: readonly RateLock[];
  /** The state of the last sending; null before the first. */
  readonly last: RemittanceState | null;
  /** Whether what came back is exchanged already. */
  readonly isExchanged: boolean;
  readonly milestones: readonly Milestone[];
  /** Whether the buyer is to give its payee's details anew before money is sent again. */
  readonly awaitsPayee?: boolean;
  /** Whether funds have come in that are less than what is due. */
  readonly isShort?: boolean;
  /** For whose word money of a payer that was not to pay is held. */
  readonly hold?: HoldState | null;
  readonly surplus?: SurplusState | null;
  /** Whether another instalment follows, for which a surplus can be held. */
  readonly hasNextInstalment?: boolean;
  /** Whether what came in goes back as a whole, and by when where the bid says so. */
  readonly isRefunded?: boolean;
  readonly refundedBy?: Instant | null;
};

const OF_LAST: Partial<Record<RemittanceState, OrderTask["code"]>> = {
  frozen: "remittance.frozen",
  recalled: "remittance.recalled",
  returned: "remittance.resend",
};

/**
 * The provider returns a surplus, or asks to keep it where another instalment follows and the buyer has not declined; the buyer answers that.
 * One that is kept asks nothing.
 */
function surplusTask(surplus: SurplusState | null, hasNextInstalment: boolean): OrderTask | null {
  if (surplus === null || surplus === "kept") return null;
  if (surplus === "asked") return { side: "buyer", code: "remittance.surplus_answer", by: null };
  const mayAsk = surplus === "open" && hasNextInstalment;
  return { side: "provider", code: mayAsk ? "remittance.surplus" : "remittance.surplus_return", by: null };
}

/**
 * What a payment asks of its parties beside its steps: the buyer to take a rate that is worse than the contract's before it runs out, the
 * buyer to send what its funds are short of, to give its payee's details anew where money came back for them, to explain a payer that was not to pay, the provider to accept or pay back such a one, to lock a rate anew where the last has run out
 * before money has moved (not of money that came back exchanged), to see to money that is frozen, called back or came back, and to return a
 * surplus or have the buyer agree that it is kept; of an order that was called off before anything was sent, to return all that came in.
 * Asks for nothing that is refused: what came back is sent again only where the order goes on.
 */
export function paymentTask(
  { locks, last, isExchanged, isShort = false, hold = null, isRefunded = false, milestones, ...order }: KnownPayment,
  now: Instant,
): OrderTask | null {
  if (isRefunded) return { side: "provider", code: "remittance.funds_return", by: order.refundedBy ?? null };
  const latest = locks.at(-1);
  if (latest && isUnconfirmed(latest) && isLive(latest, now))
    return { side: "buyer", code: "remittance.confirm", by: latest.expiresAt };
  const code = last && OF_LAST[last];
  const isStuck = code && code !== "remittance.resend";
  if (isStuck) return { side: "provider", code, by: null };
  if (isShort && goesOn(order).ok) return { side: "buyer", code: "remittance.funds_short", by: null };
  if (hold !== null && goesOn(order).ok)
    return hold === "to_explain"
      ? { side: "buyer", code: "remittance.explain_payer", by: null }
      : { side: "provider", code: "remittance.third_party", by: null };
  if (order.awaitsPayee && goesOn(order).ok) return { side: "buyer", code: "remittance.tell_payee", by: null };
  const isRunOut = latest !== undefined && !isLive(latest, now);
  const isOwed = milestones.some(({ code: step, occurredAt }) => needsLock(step) && occurredAt === null);
  if (isRunOut && isOwed && !isExchanged && isToBeSent(last))
    return { side: "provider", code: "remittance.lock", by: null };
  if (code && goesOn(order).ok) return { side: "provider", code, by: null };
  const { surplus = null, hasNextInstalment = false } = order;
  return surplusTask(surplus, hasNextInstalment);
}
