import { acceptanceAt, autoAcceptAt, autoAcceptRule } from "../../domain/orders/acceptance";
import { acceptDelivery, type Milestone, report } from "../../domain/orders/order";
import { milestoneOf } from "../../domain/services/registry";
import type { ChainOrder } from "../../domain/orders/chain/chain-facts";
import { readLate, stepDue } from "../../domain/orders/late/read-late";
import type { Instant } from "../../domain/shared/instant";
import { agreementOf } from "../../server/bidding/queries/agreement";
import { lateReason } from "../plan/late-reason";
import type { PlannedOrder } from "../plan/orders/scene";
import { papersReason } from "../plan/papers-reason";
import type { LiveDeal, LiveOrder } from "./live-deal";
import type { Makers } from "./makers";

const milestonesOf = ({ row, milestones }: LiveOrder): Milestone[] => {
  const { service, mode } = row;
  return milestones.map(({ code, occurredAt }) => ({
    ...milestoneOf({ service, mode }, code),
    occurredAt: (occurredAt ?? null) as Instant | null,
  }));
};

type Run = { readonly order: LiveOrder; readonly plan: PlannedOrder; readonly providerUserId: string | null };

/** Why a step came after it was due, by what the deal's parties promised and by the deal's other orders as they stand; null of one that was in time. */
function lateOf({ world }: Makers, deal: LiveDeal, { order, plan, code, at }: Run & { code: string; at: Instant }) {
  const { row } = order;
  const { service, mode } = row;
  const request = deal.requests.find((one) => one.row.id === row.requestId);
  const content = request?.bids.find((one) => one.row.id === row.bidId)?.content ?? null;
  const live = deal.orders.map((one) => ({ ...one.row, milestones: milestonesOf(one) }));
  const around = {
    known: world,
    orders: live as unknown as ChainOrder[],
    withBuyer: [],
    bookedUntil: null,
    lockEndsAt: undefined,
  };
  const agreement = agreementOf(around, row, { spec: request?.row.spec ?? null, content, alternative: 0 });
  const due = stepDue({ service, state: row.state, milestones: milestonesOf(order) }, code, agreement);
  const { lateReason: reason } = lateReason({ service, movement: deal.planned.movement, plan, code, at });
  const late = readLate({ reason, words: null }, { occurredAt: at, due, service, mode });
  return late.ok ? late.value : null;
}

async function reportOne(makers: Makers, deal: LiveDeal, told: Run & { code: string; at: Instant }): Promise<void> {
  const { order, code, at, providerUserId: userId } = told;
  const { row } = order;
  const next = report({ state: row.state, milestones: milestonesOf(order) }, { code, occurredAt: at }, at);
  if (!next.ok) return;
  const milestone = order.milestones.find((one) => one.code === code);
  const reason = papersReason({ code, at });
  // Nobody enters or attaches papers in bulk.
  const late = lateOf(makers, deal, told);
  const said = { ...(reason === "" ? {} : { papersReason: reason }), ...(late ? { late } : {}) };
  const evidence = Object.keys(said).length === 0 ? {} : { evidence: said };
  Object.assign(milestone ?? {}, { occurredAt: at, reportedAt: at, reportedByUserId: userId, ...evidence });
  row.state = next.value;
  row.version += 1;
  if (next.value === "completed") row.completedAt = at;
  if (next.value !== "delivered") return;
  row.deliveredAt = at;
  row.autoAcceptAt = autoAcceptAt(at, await makers.facts.rule(autoAcceptRule(row.service), at));
}

function acceptOne(order: LiveOrder, at: Instant): void {
  const next = acceptDelivery({ state: order.row.state, milestones: milestonesOf(order) });
  if (!next.ok) return;
  Object.assign(order.row, acceptanceAt(next.value, at));
  order.row.version += 1;
}

/** What has happened to the orders of an award by `until`: the providers' reports and the buyer's acceptances, in the order of their times. */
export async function runOrders(
  makers: Makers,
  deal: LiveDeal,
  of: { readonly runs: readonly Run[]; readonly until: Instant },
): Promise<void> {
  const steps = of.runs.flatMap((run) => [
    ...run.plan.reports.map(({ code, at }) => ({ at, take: () => reportOne(makers, deal, { ...run, code, at }) })),
    { at: run.plan.acceptedAt, take: async () => acceptOne(run.order, run.plan.acceptedAt) },
  ]);
  for (const { at, take } of steps.sort((a, b) => a.at - b.at)) if (at <= of.until) await take();
}
