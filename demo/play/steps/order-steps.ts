import { findDeal } from "../../../db/repositories/deals";
import { findMilestones, findOrder } from "../../../db/repositories/orders";
import { locksOfOrders } from "../../../db/repositories/remittances";
import type { Reader } from "../../../db/database";
import { CLEARANCE_STEP, FUNDS_STEP } from "../../../domain/services/payment/funds";
import type { Actor } from "../../../domain/access/policy";
import { dayOf, type Instant, toIso } from "../../../domain/shared/time";
import { fundsOf } from "@/server/orders/payment-funds";
import { returnSurplusFunds } from "@/server/remittance/return-funds";
import { acceptPayerOfFunds } from "@/server/remittance/third-party-payer";
import { payeePerPayer } from "../../../domain/remittance/rate-lock";
import { assert, type Refusal } from "../../../domain/shared/result";
import { paymentContext } from "@/server/orders/payment-context";
import { groupAccepted, oddityOf, paidFunds, remitterOf, returnReference } from "../../plan/papers/paid-funds";
import type { Stage } from "../stage";
import type { PlannedDeal } from "../../plan/plan-deal";
import { ratesUpTo } from "../../../db/repositories/exchange-rates";
import type { Service } from "../../../domain/shared/vocabulary";
import { reportMilestone } from "@/server/orders/report-milestone";
import type { Command } from "../../../server/platform/command";
import { enterAuthority } from "../history/broker-papers";
import { whyOfOrder } from "../why-late";
import { papersReason } from "../../plan/papers/missing-papers";
import type { Scenery } from "../scenes/scenery";

type Step = { readonly orderId: string; readonly deal: PlannedDeal; readonly code: string; readonly at: Instant };

/** What goes with the step at which a payer's funds come: who buys the goods pays all of it from its own account. Nothing with any other step. */
export async function fundsAt(read: Reader, { orderId, deal, code, at }: Step) {
  if (code !== FUNDS_STEP) return {};
  const order = await findOrder(read, orderId);
  assert(order, `order ${orderId} is there`);
  const { spec } = await paymentContext(read, order);
  if (!spec) return {};
  const lock = (await locksOfOrders(read, [orderId])).at(-1);
  const perPayer = lock ? payeePerPayer(lock, spec.payerCurrency) : null;
  const reference = (await findDeal(read, order.dealId))?.reference;
  assert(reference, "an order has its deal");
  return { funds: paidFunds(spec, { remitter: remitterOf(deal), at, perPayer, reference }) };
}

type Provider = { readonly stage: Stage; readonly provider: Actor; readonly orderId: string; readonly at: Instant };

/** What the provider does before a step of a payment whose funds were odd: it accepts who has paid before it clears them, and returns a surplus before it sends. */
export async function settleFunds(
  { stage, provider, orderId, at }: Provider,
  { code, cameAt }: { readonly code: string; readonly cameAt: Instant },
): Promise<void> {
  const oddity = oddityOf(cameAt);
  if (oddity === "third_party" && code === CLEARANCE_STEP)
    await stage.act(at, provider, acceptPayerOfFunds, { orderId, ...groupAccepted(cameAt) });
  if (oddity !== "surplus" || code !== "sent") return;
  const milestones = await findMilestones(stage.database.read, { id: orderId, service: "payment" });
  const amount = fundsOf({ milestones })?.surplus;
  const advice = { valueDate: dayOf(at), reference: returnReference(at) };
  if (amount) await stage.act(at, provider, returnSurplusFunds, { orderId, amount, ...advice });
}

const WEIGHBRIDGE_GRAMS = 20_000;

type Of = { readonly id: string; readonly service: Service; readonly providerId: string; readonly deal: PlannedDeal };

/** What the deal's goods weigh with their packing, in grams, as a weighbridge shows it: in steps of twenty kilograms. */
export function grossOf({ deal }: Pick<OrderHand, "deal">): number {
  const grams = (deal.deal.cargo as readonly { readonly grossWeightGrams: number }[]).reduce(
    (sum, line) => sum + line.grossWeightGrams,
    0,
  );
  return Math.round(grams / WEIGHBRIDGE_GRAMS) * WEIGHBRIDGE_GRAMS;
}

/** Both sides of one order of a story: who carries it out and who asked for it, each doing something at an hour of the demo's past. */
export class OrderHand {
  readonly id: string;
  readonly service: Service;
  readonly deal: PlannedDeal;
  readonly provider: Actor;
  readonly buyer: Actor;

  constructor(
    readonly scenery: Scenery,
    { id, service, providerId, deal }: Of,
  ) {
    this.id = id;
    this.service = service;
    this.deal = deal;
    this.provider = scenery.by(providerId);
    this.buyer = scenery.parties.actorOf(scenery.parties.buyer);
  }

  /** Does a command about this order, at once as it is told; none may be refused. */
  does<Input, Output, R extends Refusal>(
    who: "provider" | "buyer",
    hours: number,
    of: readonly [Command<Input, Output, R>, object],
  ): Promise<Output> {
    const [command, input] = of;
    return this.scenery.stage.must(this.scenery.at(hours), this[who], command, input);
  }

  at(hours: number): string {
    return toIso(this.scenery.at(hours));
  }

  /** The market's own rate on that day: how much of the quote's currency one of the base's is, as it is written there. */
  async rate(hours: number, base: string, quote: string): Promise<string> {
    const rates = await ratesUpTo(this.scenery.stage.database.read, dayOf(this.scenery.at(hours)));
    const found = rates.filter((one) => one.base === base && one.quote === quote);
    const last = found.reduce<(typeof found)[number] | undefined>(
      (best, one) => (best && best.day >= one.day ? best : one),
      undefined,
    );
    if (!last) throw new Error(`The demo has no rate of ${base} in ${quote}`);
    return last.rate;
  }

  /** Why a step is late at that hour, should it be, as a phone says it that is not asked. */
  late(code: string, at: Instant) {
    return whyOfOrder(this.scenery.stage.database.read, { orderId: this.id, code, at, dueAt: at });
  }

  /** The provider's reports, each with its hour. */
  async reports(steps: Readonly<Record<string, number>>, evidence: Readonly<Record<string, object>> = {}) {
    for (const [code, hours] of Object.entries(steps)) {
      const at = this.scenery.at(hours);
      if (code === "documents_complete") await enterAuthority(this.scenery.stage, this, at);
      const said = evidence[code] ? { evidence: evidence[code] } : {};
      const reason = papersReason({ code, at });
      const report = {
        orderId: this.id,
        code,
        occurredAt: this.at(hours),
        papersReason: reason,
        ...(await fundsAt(this.scenery.stage.database.read, { orderId: this.id, deal: this.deal, code, at })),
        ...said,
      };
      await this.does("provider", hours, [reportMilestone, report]);
    }
  }
}
