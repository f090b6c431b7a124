import { ROUNDS_MAX } from "../inspections/round";
import type { LineState, Service } from "../shared/vocabulary";
import { type DisputedSum, type KeptSum, sharedSum, sharesOf } from "../orders/dispute-ruling";
import { type Money, toDecimal } from "../shared/money";
import { DAY_MS, type Instant, later } from "../shared/time";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";

/** `executed` has changed its order; money follows by the same events once there is a ledger. */
export const DISPUTE_STATES = ["opened", "talk", "escalated", "evidence", "decided", "executed", "closed"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export type DisputeEvent = "answer" | "escalate" | "hear" | "decide" | "execute" | "settle" | "close";

export const DISPUTE_LIFECYCLE = {
  opened: { answer: "talk", escalate: "escalated", settle: "executed" },
  talk: { escalate: "escalated", settle: "executed" },
  escalated: { hear: "evidence", settle: "executed" },
  evidence: { decide: "decided", settle: "executed" },
  decided: { execute: "executed" },
  executed: { close: "closed" },
  closed: {},
} as const satisfies Lifecycle<DisputeState, DisputeEvent>;

/** Why a party takes its order into dispute. */
export const DISPUTE_CODES = [
  "not_delivered",
  "late",
  "damaged",
  "not_as_agreed",
  "wrong_papers",
  "waiting_charge",
  "charge_not_agreed",
  "not_paid",
  "not_accepted",
  "other",
] as const;
export type DisputeCode = (typeof DISPUTE_CODES)[number];

/**
 * What is in dispute: the charge where one is named, what the buyer owes for the waits of a haul where it is about a waiting charge, of a
 * clearance its own price, since duty and tax are the state's, and the contract price in all else.
 */
export function disputedSumOf(
  { code, charge }: { readonly code: DisputeCode; readonly charge: object | null },
  service: Service,
): DisputedSum {
  if (charge) return "charge";
  if (service === "customs") return "own_price";
  return code === "waiting_charge" && service === "logistics" ? "waiting" : "price";
}

/** Who is right by the decision; in a split each partly. */
export const OUTCOMES = ["for_buyer", "for_provider", "split"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What becomes of the order: it goes on as it was, is done again, counts as accepted, or ends. */
export const ORDER_EFFECTS = ["goes_on", "done_again", "accepted", "called_off"] as const;
export type OrderEffect = (typeof ORDER_EFFECTS)[number];

/**
 * How an order ends a dispute. `shareBps` of the sum in dispute goes to the provider, in basis points: 10,000 to a provider who is right
 * in all, 0 to one who is in nothing.
 */
export type Ending = { readonly outcome: Outcome; readonly shareBps: number; readonly effect: OrderEffect };

/** An ending as it is kept, with the sum that it shared. */
export type KeptEnding = Ending & KeptSum;

export const TALK_MS = 3 * DAY_MS;
export const ESCALATES_MS = 7 * DAY_MS;
const EVIDENCE_MS = 3 * DAY_MS;
const DECISION_MS = 5 * DAY_MS;

/** The clocks of a dispute that was opened at `at`: a party may escalate it after three days of talk, the market does after seven. */
export const clocksOf = (at: Instant) => ({ mayEscalateAt: later(at, TALK_MS), escalatesAt: later(at, ESCALATES_MS) });

/** The clocks from its escalation on: three days for evidence, five more for the decision. */
export const hearingOf = (at: Instant) => ({
  evidenceEndsAt: later(at, EVIDENCE_MS),
  decideBy: later(at, EVIDENCE_MS + DECISION_MS),
});

export type Dispute = {
  readonly state: DisputeState;
  readonly openedAt: Instant;
  readonly openedByOrganisationId: string;
  readonly evidenceEndsAt: Instant | null;
};

const OPENABLE: readonly LineState[] = ["scheduled", "in_progress", "delivered", "changes_requested", "accepted"];

/** Opens a dispute on an order under way. Refuses `wrong_state` before the work is planned and after the order is over, and `dispute_running`, with its id, beside another. */
export function open(
  order: { readonly state: LineState },
  earlier: readonly (Pick<Dispute, "state"> & { readonly id: string })[],
): Result<void, Refusal<"wrong_state" | "dispute_running">> {
  const running = earlier.find(({ state }) => state !== "executed" && state !== "closed");
  if (running) return refuse("dispute_running", { disputeId: running.id });
  return OPENABLE.includes(order.state)
    ? accept(undefined)
    : refuse("wrong_state", { state: order.state, event: "dispute" });
}

/** Whether a service is done on goods, whose value can be claimed under its contract: all but a payment, whose contract is about money. */
export const isOnGoods = (service: Service): boolean => service !== "payment";

/** A charge beside a contract comes to so many times its price at most: more is a slip of the pen. */
const CHARGE_MOST_TIMES = 10n;

export type ChargeRefusal = Refusal<
  "charge_currency" | "charge_too_high" | "charge_disputed_before" | "charge_settled"
>;

/**
 * Whether a charge that was not agreed may be named so: in the currency of the contract, in which a decision shares it, and up to ten times
 * the contract price or the value of the goods, whichever is more. Our choice: what storage, demurrage or a customs guarantee comes to follows the
 * goods, so that a clearance for 300 yuan may carry a charge of thousands, but nobody is charged more than goods are worth. `goods` is null where
 * the contract is about none, or no rate says what they are worth in its currency. Refuses `charge_currency` and `charge_too_high`.
 */
export function checkCharge(
  charge: Money,
  { contract, goods }: { readonly contract: Money; readonly goods: Money | null },
): Result<void, ChargeRefusal> {
  const { currency } = contract;
  if (charge.currency !== currency) return refuse("charge_currency", { currency });
  const byPrice = contract.minor * CHARGE_MOST_TIMES;
  const isOfGoods = goods !== null && goods.minor > byPrice;
  const most = { minor: isOfGoods ? goods.minor : byPrice, currency };
  if (charge.minor <= most.minor) return accept(undefined);
  return refuse("charge_too_high", {
    ...{ times: Number(CHARGE_MOST_TIMES), bound: isOfGoods ? "goods" : "price" },
    ...{ currency, most: toDecimal(most) },
  });
}

/** A charge that a dispute has divided, and what of it that left to the provider. */
export type DividedCharge = { readonly disputeId: string; readonly left: Money };

type Ended = {
  readonly id: string;
  readonly ending: KeptEnding | null;
  readonly charge: { readonly earlier?: string | undefined } | null;
};

/** The charges that disputes about an order have divided, each by the last dispute about it. */
export const dividedCharges = (disputes: readonly Ended[], contract: Money): readonly DividedCharge[] =>
  disputes.flatMap(({ id: disputeId, ending, charge }) => {
    const isLast = disputes.every((other) => other.charge?.earlier !== disputeId);
    if (!ending || !charge || !isLast) return [];
    return [{ disputeId, left: sharesOf(sharedSum(ending, contract).inDispute, ending.shareBps).toProvider }];
  });

/**
 * What is in dispute where a charge is: the one that was named, or what is left of one that a dispute has divided. Where one was divided before, it
 * has to be said whether this is the same (`earlier`, by that dispute) or another (null), so that none counts twice: refuses `charge_disputed_before`
 * where nobody says so or it is no such dispute, and `charge_settled` where nothing is left of it.
 */
export function chargeInDispute(
  { charge, earlier }: { readonly charge: Money | undefined; readonly earlier: string | null | undefined },
  known: { readonly contract: Money; readonly goods: Money | null; readonly divided: readonly DividedCharge[] },
): Result<Money | null, ChargeRefusal> {
  const { divided } = known;
  if (typeof earlier === "string" || (charge && earlier === undefined && divided.length > 0)) {
    const same = divided.find(({ disputeId }) => disputeId === earlier);
    const disputeId = same?.disputeId ?? divided[0]?.disputeId ?? "";
    if (!same) return refuse("charge_disputed_before", { field: "earlier", disputeId });
    return same.left.minor > 0n ? accept(same.left) : refuse("charge_settled", { field: "earlier", disputeId });
  }
  if (!charge) return accept(null);
  const checked = checkCharge(charge, known);
  return checked.ok ? accept(charge) : checked;
}

/**
 * What may be said in a dispute at `now`: anything until the time for evidence is over, then offers alone, since the two may agree until it
 * is decided, and nothing after that.
 */
export function sayable(
  { state, evidenceEndsAt }: Pick<Dispute, "state" | "evidenceEndsAt">,
  now: Instant,
): "anything" | "offers" | "nothing" {
  if (state === "decided" || state === "executed" || state === "closed") return "nothing";
  return evidenceEndsAt === null || now < evidenceEndsAt ? "anything" : "offers";
}

/** Who writes and when, and whether it is an offer that points to no files. */
type Said = { readonly organisationId: string; readonly now: Instant; readonly isOfferAlone: boolean };

/**
 * What a party writes: the other's first word makes it a talk. Refuses `wrong_state` once it is decided, and after the time for evidence
 * `evidence_over` to all but an offer alone.
 */
export function say(
  dispute: Dispute,
  { organisationId, now, isOfferAlone }: Said,
): Result<DisputeState, Refusal<"wrong_state" | "evidence_over">> {
  const { state } = dispute;
  const mayBeSaid = sayable(dispute, now);
  if (mayBeSaid === "nothing") return refuse("wrong_state", { state, event: "say" });
  if (mayBeSaid === "offers" && !isOfferAlone) return refuse("evidence_over");
  if (state === "opened" && organisationId !== dispute.openedByOrganisationId)
    return advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, state, "answer");
  return accept(state);
}

/**
 * Takes a dispute to the market. Refuses `talk_first` before three days have passed, since most are settled by talking; the market's clock
 * does it after seven whatever was said. An escalated dispute is heard at once.
 */
export function escalate(
  dispute: Dispute,
  by: "party" | "clock",
  now: Instant,
): Result<DisputeState, Refusal<"wrong_state" | "talk_first" | "not_yet">> {
  const { mayEscalateAt, escalatesAt } = clocksOf(dispute.openedAt);
  const escalated = advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, dispute.state, "escalate");
  if (!escalated.ok) return escalated;
  if (by === "party" && now < mayEscalateAt) return refuse("talk_first", { at: mayEscalateAt });
  if (by === "clock" && now < escalatesAt) return refuse("not_yet");
  return advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, escalated.value, "hear");
}

/** Where the order is that a dispute is about: how far on its line, and how many visits it has on record if it is an inspection kept on site. */
export type OrderAt = { readonly line: LineState; readonly visits: number };

export type EndingRefusal = Refusal<"share_not_of_outcome" | "effect_not_possible" | "no_visit_left">;

/**
 * Whether an ending is one: the share follows from who is right, and the order must be where its effect can happen. An inspection kept on
 * site is done again by another visit, of which it has only so many.
 */
export function checkEnding(
  { outcome, shareBps, effect }: Ending,
  { line, visits }: OrderAt,
): Result<void, EndingRefusal> {
  const isShare =
    outcome === "for_buyer"
      ? shareBps === 0
      : outcome === "for_provider"
        ? shareBps === 10_000
        : shareBps > 0 && shareBps < 10_000;
  if (!isShare) return refuse("share_not_of_outcome", { outcome });
  const isPossible = effect === "goes_on" || effect === "called_off" || line === "delivered";
  if (!isPossible) return refuse("effect_not_possible", { effect, state: line });
  return effect === "done_again" && visits >= ROUNDS_MAX
    ? refuse("no_visit_left", { maximum: ROUNDS_MAX })
    : accept(undefined);
}

/** The administrator decides once the parties have had their time. Refuses `evidence_open` before its end. */
export function decide(
  dispute: Dispute,
  ending: Ending,
  of: OrderAt & { readonly now: Instant },
): Result<DisputeState, Refusal<"wrong_state" | "evidence_open"> | EndingRefusal> {
  const decided = advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, dispute.state, "decide");
  if (!decided.ok) return decided;
  if (dispute.evidenceEndsAt !== null && of.now < dispute.evidenceEndsAt)
    return refuse("evidence_open", { until: dispute.evidenceEndsAt });
  const checked = checkEnding(ending, of);
  if (!checked.ok) return checked;
  return advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, decided.value, "execute");
}

/** Both parties agree on an ending, at any time before the decision. Refuses one's own offer taken by oneself. */
export function settle(
  dispute: Dispute,
  offer: Ending & { readonly byOrganisationId: string },
  of: OrderAt & { readonly organisationId: string },
): Result<DisputeState, Refusal<"wrong_state" | "own_offer"> | EndingRefusal> {
  if (offer.byOrganisationId === of.organisationId) return refuse("own_offer");
  const checked = checkEnding(offer, of);
  if (!checked.ok) return checked;
  return advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, dispute.state, "settle");
}
