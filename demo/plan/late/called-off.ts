import type { Service } from "@/domain/shared/vocabulary";
import { HOUR_MS, type Instant, later, MINUTE_MS } from "../../../domain/shared/time";
import { atDesk } from "../calendar";
import type { CalledOff, PlannedOrder } from "../order-scene";
import { between, pick, type Random, randomFrom } from "../random";

/** Of so many deals the goods fall through between the award and the start of the work. An estimate of the demo. */
const SHARE = 0.02;

/** What part of an award is owed to be called off, in the market that some dice make: they fall due evenly, so that a year has its share whatever its days. */
const owedIn = new WeakMap<Random, number>();
/** The parties hear of it within so many hours of the award, and act at their desks. */
const HEARD_HOURS = [1.5, 11] as const;
/** What is about to begin is not called off any more. */
const LEAST_MS = HOUR_MS / 2;

/** Why, and who bears what: nothing has been spent so early, or the buyer pays what has. */
const REASONS = [
  "购销合同解除，与服务商协商取消；尚未发生费用，互不追究。 · The sales contract was ended. Agreed with the provider; nothing had been spent, and neither side owes anything.",
  "供方未能备齐货物，与服务商协商取消；已发生的订舱、制单等费用凭据由我司承担。 · The supplier could not get the goods together. Agreed with the provider; we bear what booking and paperwork have cost, against vouchers.",
  "客户缩减订单，本批货物不再发运；服务商已同意免费取消。 · The customer cut its order and this lot does not ship. The provider agreed to cancel free of charge.",
  "许可证件未获批，货物无法发运；经协商，双方各自承担已发生费用。 · The permit for the goods was refused and they cannot ship. Agreed with the provider: each side bears what it has spent.",
] as const;

/** Whether and when the orders of an award are called off, all of them together; null where the work goes on. */
function calledOffAt(market: Random, awardedAt: Instant, plans: readonly PlannedOrder[]): CalledOff | null {
  const random = randomFrom(awardedAt);
  // Somewhere between two that are due: of many markets with one award each as many are called off.
  const owed = (owedIn.get(market) ?? random()) + SHARE;
  owedIn.set(market, owed);
  if (owed < 1) return null;
  const at = atDesk(later(awardedAt, between(random, ...HEARD_HOURS) * HOUR_MS));
  // With its second step the work of an order has begun.
  const hasBegun = plans.some(({ reports }) => (reports[1]?.at ?? at) < at + LEAST_MS);
  if (hasBegun) return null;
  owedIn.set(market, owed - 1);
  return { at, reason: pick(random, REASONS) };
}

/** The buyer calls one order off after the other, payments first: a payment waits for none of the others. */
const APART_MS = 4 * MINUTE_MS;
const IN_TURN: readonly Service[] = ["payment", "logistics", "customs", "inspection"];

type OfService = { readonly service: Service; readonly plan: PlannedOrder };

/** The orders of an award as they are, or with nothing on them after they are called off; `market` are the dice by which its market is made. */
export function withCalledOff(market: Random, awardedAt: Instant, of: readonly OfService[]): readonly PlannedOrder[] {
  const plans = of.map(({ plan }) => plan);
  const calledOff = calledOffAt(market, awardedAt, plans);
  if (!calledOff) return plans;
  return of.map(({ service, plan: { reports, acceptedAt } }) => ({
    reports: reports.filter(({ at }) => at < calledOff.at),
    acceptedAt,
    calledOff: { ...calledOff, at: later(calledOff.at, IN_TURN.indexOf(service) * APART_MS) },
  }));
}
