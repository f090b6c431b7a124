import { ratesUpTo } from "../../../db/repositories/exchange-rates";
import type { Actor } from "../../../domain/access/actor";
import type { Refusal } from "../../../domain/shared/result";
import type { Service } from "../../../domain/shared/service";
import { type Instant, toIso } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";
import { reportMilestone } from "@/server/orders/report-milestone";
import type { Command } from "../../../server/platform/command";
import { enterAuthority } from "../history/broker-papers";
import { whyOfOrder } from "../why-late";
import { papersReason } from "../../plan/papers/missing-papers";
import type { PlannedDeal } from "../../plan/plan-deal";
import { fundsAt } from "./funds";
import type { Scenery } from "../scenes/scenery";

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
