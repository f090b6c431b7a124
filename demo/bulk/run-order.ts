import { acceptanceAt, autoAcceptAt, autoAcceptRule } from "../../domain/orders/acceptance";
import { acceptDelivery, type Milestone, report } from "../../domain/orders/order";
import { milestoneOf } from "../../domain/services/registry";
import type { Instant } from "../../domain/shared/instant";
import type { PlannedOrder } from "../plan/orders/scene";
import { papersReason } from "../plan/papers-reason";
import type { LiveOrder } from "./live-deal";
import type { Makers } from "./makers";

const milestonesOf = ({ row, milestones }: LiveOrder): Milestone[] => {
  const { service, mode } = row;
  return milestones.map(({ code, occurredAt }) => ({
    ...milestoneOf({ service, mode }, code),
    occurredAt: (occurredAt ?? null) as Instant | null,
  }));
};

async function reportOne(
  { facts }: Makers,
  order: LiveOrder,
  told: { code: string; at: Instant; userId: string | null },
): Promise<void> {
  const { row } = order;
  const { code, at, userId } = told;
  const next = report({ state: row.state, milestones: milestonesOf(order) }, { code, occurredAt: at }, at);
  if (!next.ok) return;
  const milestone = order.milestones.find((one) => one.code === code);
  const reason = papersReason({ code, at });
  // Nobody enters or attaches papers in bulk.
  const evidence = reason === "" ? {} : { evidence: { papersReason: reason } };
  Object.assign(milestone ?? {}, { occurredAt: at, reportedAt: at, reportedByUserId: userId, ...evidence });
  row.state = next.value;
  row.version += 1;
  if (next.value === "completed") row.completedAt = at;
  if (next.value !== "delivered") return;
  row.deliveredAt = at;
  row.autoAcceptAt = autoAcceptAt(at, await facts.rule(autoAcceptRule(row.service), at));
}

function acceptOne(order: LiveOrder, at: Instant): void {
  const next = acceptDelivery({ state: order.row.state, milestones: milestonesOf(order) });
  if (!next.ok) return;
  Object.assign(order.row, acceptanceAt(next.value, at));
  order.row.version += 1;
}

/** What has happened to an order by `until`: the provider's reports and the buyer's acceptance, in the order of their times. */
export async function runOrder(
  makers: Makers,
  order: LiveOrder,
  run: { readonly plan: PlannedOrder; readonly providerUserId: string | null; readonly until: Instant },
): Promise<void> {
  const { plan, providerUserId: userId, until } = run;
  const steps = [
    ...plan.reports.map(({ code, at }) => ({ at, take: () => reportOne(makers, order, { code, at, userId }) })),
    { at: plan.acceptedAt, take: async () => acceptOne(order, plan.acceptedAt) },
  ];
  for (const { at, take } of steps.sort((a, b) => a.at - b.at)) if (at <= until) await take();
}
