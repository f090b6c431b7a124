import type { Actor } from "../../domain/access/policy";
import { chooseFallback } from "../../domain/requests/request";
import { dayOf, type Instant, later } from "../../domain/shared/time";
import type { Currency } from "../../domain/shared/money";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { awardBids } from "../../server/award/award-bids";
import { submitBid } from "../../server/bidding/submit-bid";
import { createDeal } from "../../server/deals/create-deal";
import { closeDueRequest } from "../../server/requests/close-request";
import { createRequest } from "../../server/requests/create-request";
import { lapseRequest as lapseCommand } from "../../server/requests/cancel-request";
import type { Cast } from "../play/play-deal";
import type { PlannedDeal } from "../plan/plan-deal";
import type { PlannedOrder } from "../plan/order-scene";
import { planOrders } from "../plan/plan-orders";
import type { Random } from "../plan/random";
import { DECIDED_AFTER_MS } from "../play/play-orders";
import { Stage } from "../play/stage";
import type { Command } from "../../server/platform/command";
import type { Database } from "../../db/database";
import type { Client } from "../../db/repositories/orders";
import { askRequest, closeRequest, lapseRequest, takeBid } from "./requests";
import { awardDeal, runOrders } from "./orders";
import type { LiveDeal, LiveRequest, Makers, Step } from "./live-deal";
import { readSubheadings } from "../../db/reference/read-tariff";
import { cargoLineOf } from "../../domain/deals/deal";
import { checkDeal } from "../../domain/deals/posting/check-deal";
import { type DealInput, dealSchema } from "../../domain/deals/deal-schema";
import { type DealPlan, endsOf, planDeal } from "../../domain/deals/plan-deal";

function planOf({ referenceData, plans }: Makers, deal: DealInput): DealPlan | null {
  const { originId, destinationId, hubId, mode, inlandMode, readyDate } = deal;
  const key = [originId, destinationId, hubId, mode, inlandMode, readyDate.slice(5, 7)].join();
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = planDeal(referenceData, deal);
  plans.set(key, plan.ok ? plan.value : null);
  return plan.ok ? plan.value : null;
}

/** A posted deal, by the same rules as the command's. */
function postDeal(makers: Makers, planned: PlannedDeal, step: Step): Result<LiveDeal, Refusal> {
  const input = dealSchema.parse(planned.deal);
  const ends = endsOf(makers.referenceData, input);
  if (!ends.ok) return ends;
  const [issue] = checkDeal(input, {
    ...ends.value,
    today: dayOf(step.at, ends.value.origin.zone),
    subheadings: readSubheadings(),
  });
  if (issue) return refuse("deal_invalid", { rule: issue.code });
  const plan = planOf(makers, input);
  if (!plan) return refuse("no_way");
  const { reason: _, ...route } = plan;
  const row = {
    ...input,
    ...route,
    inlandMode: input.inlandMode ?? null,
    id: makers.newId(step.at),
    reference: makers.newReference("KD", step.at),
    buyerOrganisationId: step.organisationId,
    createdByUserId: step.userId as string,
    cargo: input.cargo.map(cargoLineOf),
    contractedAt: null,
    createdAt: step.at,
    version: 1,
  };
  return accept({ planned, row, ends: ends.value, requests: [], awards: [], orders: [] });
}

type Input = Record<string, unknown>;
type Answer = Result<unknown, Refusal>;

export type Scene = {
  readonly planned: PlannedDeal;
  readonly random: Random;
  readonly until: Instant;
  readonly cast: Pick<Cast, "referenceData" | "providerById" | "actorOf">;
};

/**
 * A stage on which the demo's play runs without a database: each step leaves in memory what its command would have written,
 * decided by the same rules of the domain. One deal at a time; that both stages make the same market is held by a test.
 */
export class BulkStage extends Stage {
  private scene: Scene | null = null;
  private deal: LiveDeal | null = null;

  private readonly steps = new Map<unknown, (step: Step, input: Input) => Promise<Answer>>([
    [createDeal, async (step) => this.post(step)],
    [createRequest, (step, input) => this.ask(step, input.service as string)],
    [submitBid, async (step, { requestId, ...offer }) => this.bid(step, requestId as string, offer)],
    [closeDueRequest, async ({ at }, input) => closeRequest(this.request(input), at)],
    [lapseCommand, async ({ at }, input) => lapseRequest(this.request(input), at)],
    [awardBids, (step, input) => this.award(step, input)],
  ]);

  constructor(
    database: Database,
    random: Random,
    private readonly makers: Makers,
  ) {
    super(database, random);
  }

  begin(scene: Scene): void {
    this.scene = scene;
    this.deal = null;
  }

  /** What the scene has left behind; null where its deal was refused. */
  end(): LiveDeal | null {
    return this.deal;
  }

  override async act<Input, Output, R extends Refusal>(
    at: Instant,
    actor: Actor,
    command: Command<Input, Output, R>,
    input: unknown,
  ): Promise<Output | null> {
    const take = this.steps.get(command);
    if (!take) throw new Error(`The bulk market knows no step for ${command.name}`);
    const step = { at, userId: actor.userId, organisationId: actor.organisationId ?? "" };
    const answer = await take(step, input as Record<string, unknown>);
    if (answer.ok) return answer.value as Output;
    const name = `${command.name} ${answer.refusal.code}`;
    this.refusals.set(name, (this.refusals.get(name) ?? 0) + 1);
    return null;
  }

  override async isClientKnown(client: Client, at: Instant): Promise<boolean> {
    return this.makers.approvals.isKnown(client, at);
  }

  private request({ requestId }: Input): LiveRequest {
    const found = this.deal?.requests.find((one) => one.row.id === requestId);
    if (!found) throw new Error("A step of another deal");
    return found;
  }

  private post(step: Step): Answer {
    const { planned } = this.scene as Scene;
    const posted = postDeal(this.makers, planned, step);
    if (!posted.ok) return posted;
    this.deal = posted.value;
    return { ok: true, value: { id: posted.value.row.id } };
  }

  private async ask(step: Step, service: string): Promise<Answer> {
    const deal = this.deal as LiveDeal;
    const planned = deal.planned.requests.find((one) => one.service === service);
    if (!planned) throw new Error("A request that was not planned");
    const asked = await askRequest(this.makers, deal, { planned, step });
    if (!asked.ok) return asked;
    deal.requests.push(asked.value);
    return { ok: true, value: { id: asked.value.row.id } };
  }

  private async bid(step: Step, requestId: string, offer: unknown): Promise<Answer> {
    const taken = await takeBid(this.makers, this.request({ requestId }), { offer, step });
    return taken.ok ? { ok: true, value: { id: taken.value.row.id } } : taken;
  }

  /** What nobody bid on the buyer does itself. */
  private doOwnWork({ at, userId }: Step): void {
    for (const { row } of (this.deal as LiveDeal).requests) {
      const chosen = row.state === "no_bids" ? chooseFallback(row, "do_it_ourselves") : null;
      if (!chosen?.ok) continue;
      Object.assign(row, {
        fallback: chosen.value,
        fallbackAt: at,
        fallbackByUserId: userId,
        version: row.version + 1,
      });
    }
  }

  /** The award and all that its orders go through: told to the play as done, so it leaves the orders alone. */
  private async award(step: Step, input: Input): Promise<Answer> {
    const { random, until, cast, planned } = this.scene as Scene;
    const { providerById, actorOf } = cast;
    const bidIds = (input.bids as { bidId: string }[]).map(({ bidId }) => bidId);
    const made = await awardDeal(this.makers, this.deal as LiveDeal, {
      bidIds,
      currency: input.currency as Currency,
      step,
    });
    if (!made.ok) return made;
    const awarded = made.value.map(({ row: { service, providerOrganisationId } }) => ({
      service,
      provider: providerById(providerOrganisationId),
    }));
    const { orders, unprovided } = planOrders(random, {
      deal: planned,
      awarded,
      at: step.at,
      referenceData: cast.referenceData,
    });
    const decidedAt = later(step.at, DECIDED_AFTER_MS);
    if (unprovided.length > 0 && decidedAt <= until) this.doOwnWork({ ...step, at: decidedAt });
    const runs = made.value.map((order, index) => ({
      ...{ order, plan: orders[index] as PlannedOrder },
      providerUserId: actorOf(providerById(order.row.providerOrganisationId)).userId,
    }));
    await runOrders(this.makers, this.deal as LiveDeal, { runs, until });
    return { ok: true, value: { orders: [] } };
  }
}
