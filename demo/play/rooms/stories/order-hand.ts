import type { Actor } from "../../../../domain/access/actor";
import type { Refusal } from "../../../../domain/shared/result";
import { toIso } from "../../../../domain/shared/instant";
import { reportMilestone } from "../../../../server/commands/orders/report-milestone";
import type { Command } from "../../../../server/platform/command";
import { papersReason } from "../../../plan/papers-reason";
import type { PlannedDeal } from "../../../plan/plan-deal";
import type { Scenery } from "../../scenes/scenery";

type Of = { readonly id: string; readonly providerId: string; readonly deal: PlannedDeal };

/** Both sides of one order of a story: who carries it out and who asked for it, each doing something at an hour of the demo's past. */
export class OrderHand {
  readonly id: string;
  readonly deal: PlannedDeal;
  readonly provider: Actor;
  readonly buyer: Actor;

  constructor(
    readonly scenery: Scenery,
    { id, providerId, deal }: Of,
  ) {
    this.id = id;
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

  /** The provider's reports, each with its hour. */
  async reports(steps: Readonly<Record<string, number>>, evidence: Readonly<Record<string, object>> = {}) {
    for (const [code, hours] of Object.entries(steps)) {
      const said = evidence[code] ? { evidence: evidence[code] } : {};
      const reason = papersReason({ code, at: this.scenery.at(hours) });
      const report = { orderId: this.id, code, occurredAt: this.at(hours), papersReason: reason, ...said };
      await this.does("provider", hours, [reportMilestone, report]);
    }
  }
}
