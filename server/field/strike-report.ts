import { z } from "zod";
import { findLink, findReport, keepStrike, type FieldReportRow } from "../../db/repositories/field";
import { attachToMilestone } from "../../db/repositories/files";
import { findMilestones, findOrder, reopenMilestone, saveOrder } from "../../db/repositories/orders";
import { findUser } from "../../db/repositories/users";
import { may } from "../../domain/access/policy";
import { strike, STRIKE_REASON_MAX, type StrikeRefusal } from "../../domain/field/strike";
import { isUndisputed, orderFacts } from "../../domain/orders/order";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { instant } from "../../domain/shared/time";
import { longText } from "../../domain/shared/wire-fields";
import { settleChain } from "../orders/chain/settle-chain";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { idText } from "../platform/api/endpoint-kinds";
import { command, type CommandContext } from "../platform/command";
import { loadStanding, type StandingRefusal, lockDealOfSender } from "./load-standing";
import { lockDealOfOrder } from "../../db/repositories/deals";

const said = { reportId: z.string().min(1).max(64), reason: longText(STRIKE_REASON_MAX) };

type Receipt = { readonly id: string };
type Struck = { readonly report: FieldReportRow; readonly reason: string; readonly by: string };

/**
 * Strikes a report from the field: it stays on record with who struck it, when and why. The step that it told is open again, its pictures lie with
 * no step, and what gates let through by it is judged anew; another report may then be made in its place.
 */
async function strikeOut(
  context: CommandContext,
  order: LoadedOrder,
  { report, reason, by }: Struck,
): Promise<Result<Receipt, StrikeRefusal>> {
  const { tx, now, publish, concerns } = context;
  const { id, linkId, code, evidence } = report;
  const next = strike(order, { ...report, occurredAt: instant(report.occurredAt) });
  if (!next.ok) return next;
  const struck = { reason, by, at: now };
  await keepStrike(tx, { linkId, id }, { ...evidence, struck });
  const pictures = evidence.photos?.map(({ fileId }) => fileId) ?? [];
  await attachToMilestone(tx, pictures, { orderId: order.id, code: null });
  if (next.value !== null) {
    const free = isUndisputed(order);
    if (!free.ok) return free;
    const isDelivery = order.milestones.some((step) => step.code === code && step.isDelivery);
    await reopenMilestone(tx, { orderId: order.id, code }, { struck });
    await saveOrder(tx, order, {
      state: next.value,
      ...(isDelivery ? { deliveredAt: null, autoAcceptAt: null } : {}),
    });
    publish({ type: "order.report_struck", code, ...orderFacts(order) });
    await settleChain(context, order.dealId);
  }
  concerns(order.id);
  return accept({ id });
}

/** The party that gave a link out strikes a report that came by it. */
export const strikeReport = command({
  name: "field.strike-report",
  action: "field_link.change",
  input: z.strictObject({ orderId: z.string().min(1).max(64), ...said }),
  http: {
    method: "POST",
    path: "/orders/{orderId}/field-reports/{reportId}/strike",
    operation: "strikeFieldReport",
    scope: "orders:write",
    status: 200,
    summary:
      "Strikes a report that came by a link of yours: it stays on record, and the step that it told is open again",
    example: { reason: "Told of another truck" },
    output: z.strictObject({ id: idText }),
    refusals: ["already_struck", "step_followed", "wrong_state"],
  },
  lock: lockDealOfOrder,
  async run(context, { orderId, reportId, reason }): Promise<Result<Receipt, StrikeRefusal | Refusal<"not_found">>> {
    const { tx, actor } = context;
    const [order, report] = [await findOrder(tx, orderId), await findReport(tx, { orderId, id: reportId })];
    const link = report && (await findLink(tx, report.linkId));
    if (!order || !report || !link) return refuse("not_found");
    if (!may(actor, "field_link.change", { organisationIds: [link.organisationId] })) return refuse("not_found");
    const user = actor.userId === null ? undefined : await findUser(tx, actor.userId);
    assert(user, "who gives out links is a person");
    const loaded = { ...order, milestones: await findMilestones(tx, order) };
    return strikeOut(context, loaded, { report, reason, by: user.name });
  },
});

/** Whoever holds a link strikes a report of their own, as long as the link stands. */
export const strikeOwnReport = command({
  name: "field.strike-own-report",
  action: "field.report",
  limit: "field",
  input: z.strictObject(said),
  lock: lockDealOfSender,
  async run(context, { reportId, reason }): Promise<Result<Receipt, StandingRefusal | StrikeRefusal>> {
    const { tx, actor, now } = context;
    const standing = await loadStanding(tx, actor, now);
    if (!standing.ok) return standing;
    const { link, order } = standing.value;
    const report = await findReport(tx, { orderId: order.id, id: reportId });
    if (report?.linkId !== link.id) return refuse("not_found");
    return strikeOut(context, order, { report, reason, by: link.person });
  },
});
