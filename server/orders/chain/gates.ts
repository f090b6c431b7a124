import { z } from "zod";
import { findChain, insertChain, insertStatement, insertWaiver, saveChain } from "@/db/repositories/chains";
import { findDeal, type StoredDeal, lockNamedDeal } from "@/db/repositories/deals";
import { requestsOfDeal } from "@/db/repositories/requests";
import { type Actor, may, type Subject } from "@/domain/access/policy";
import { checkGates, type GatesRefusal, gatesSchema } from "@/domain/orders/chain/check-gates";
import { isInDeal } from "@/domain/requests/request";
import { kindOf, stepsLeftOut } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { idText } from "../../platform/api/endpoint-kinds";
import { command, type CommandContext } from "../../platform/command";
import { findMilestones, ordersOfDeals } from "@/db/repositories/orders";
import { bringerOf, type Gate, gateKey, isRelease, needKey } from "@/domain/orders/chain/gate";
import { gateState, isClosed } from "@/domain/orders/chain/gate-state";
import { isAhead, isSpent } from "@/domain/orders/chain/holds";
import { waiverReason } from "@/domain/orders/chain/waiver";
import { readChain, settleChain, waitingAt } from "./settle-chain";
import { declarationsOfOrders } from "@/db/repositories/declarations";
import type { ChainFacts, Release } from "@/domain/orders/chain/chain-facts";
import { type OnRecord, readRelease, releaseFields, type ReleaseRefusal } from "@/domain/clearance/release";
import type { CustomsSpec } from "@/domain/services/customs/spec";
import type { DealOrder } from "./read-facts";
import { countriesOf } from "@/server/hubs/queries/network";

const changeGatesInput = z.strictObject({
  dealId: z.string().min(1).max(64),
  gates: gatesSchema,
  version: z.int().optional(),
});

const receiptShape = z.strictObject({ dealId: idText, version: z.int() });
type ChainReceipt = Readonly<z.output<typeof receiptShape>>;

/** The buyer says what waits for what in its deal, until the first award fixes it: bidders have priced what they read. */
export const changeGates = command({
  name: "chain.change-gates",
  action: "chain.change",
  input: changeGatesInput,
  http: {
    method: "POST",
    path: "/deals/{dealId}/gates",
    scope: "deals:write",
    status: 200,
    summary: "The buyer says what waits for what, until the first award",
    description: "The whole list of gates; those that follow from what is asked for stand where none was ever sent.",
    example: { gates: [{ need: { kind: "inspection" }, holds: { service: "logistics", code: "picked_up" } }] },
    // No answer of the API tells the chain's version before a change.
    screensOnly: ["version"],
    output: receiptShape,
    refusals: [
      "chain_fixed",
      "too_many_gates",
      "gate_doubled",
      "gate_of_own_order",
      "gate_service_missing",
      "gate_step_unknown",
      "gate_never_opens",
      "gates_in_circle",
      "not_permitted",
    ],
  },
  lock: lockNamedDeal,
  async run(
    { tx, actor, now, publish, concerns },
    { dealId, gates, version },
  ): Promise<
    Result<ChainReceipt, GatesRefusal | Refusal<"not_found" | "not_permitted" | "chain_fixed" | "stale_version">>
  > {
    const deal = await findDeal(tx, dealId);
    if (!deal || deal.buyerOrganisationId !== actor.organisationId) return refuse("not_found");
    if (!may(actor, "chain.change", deal)) return refuse("not_permitted");
    if (deal.contractedAt !== null) return refuse("chain_fixed");
    const kept = await findChain(tx, dealId);
    const seen = kept?.version ?? 0;
    if (version !== undefined && version !== seen) return refuse("stale_version", { version: seen });
    const requests = (await requestsOfDeal(tx, dealId)).filter(isInDeal);
    const specsOf = (service: Service) =>
      requests.filter((request) => request.service === service).map(({ spec }) => spec);
    const checked = checkGates(
      gates,
      requests.map(({ service }) => service),
      {
        leftOut: (service) => specsOf(service).flatMap((spec) => stepsLeftOut({ service, spec, isClientKnown: false })),
        goodsFirst: ({ service, code }) =>
          specsOf(service).flatMap((spec) => kindOf(service).goodsFirst?.(spec, deal.mode)[code] ?? [])[0] ?? null,
      },
    );
    if (!checked.ok) return checked;
    const by = { updatedAt: now, updatedByUserId: actor.userId };
    if (kept) await saveChain(tx, kept, { gates, isEdited: true, ...by });
    else await insertChain(tx, { dealId, gates, isEdited: true, closed: [], fixedAt: null, ...by, version: 1 });
    const { reference, buyerOrganisationId } = deal;
    publish({ type: "chain.changed", dealId, reference, buyerOrganisationId });
    concerns(dealId);
    return accept({ dealId, version: seen + 1 });
  },
});

const waiveGateInput = z.strictObject({
  dealId: z.string().min(1).max(64),
  gate: z.string().min(1).max(130),
  reason: waiverReason,
});

type WaiveRefusal = Refusal<
  "not_found" | "not_permitted" | "gate_not_of_chain" | "gate_not_closed" | "release_not_waivable"
>;

/**
 * The buyer lets an order go on without what its gate waits for, and says why: all who waited behind it are told. Refuses `release_not_waivable`
 * a release: nobody but the customs gives it, and the buyer states it with its number (`chain.state-need`).
 */
export const waiveGate = command({
  name: "chain.waive-gate",
  action: "chain.waive",
  input: waiveGateInput,
  http: {
    method: "POST",
    path: "/deals/{dealId}/gates/waive",
    scope: "orders:write",
    status: 201,
    summary: "The buyer opens a gate without what it waits for, with a reason that all behind it are told",
    description: "Not one that waits for a release of the customs, which is stated with its number instead.",
    example: { gate: "inspection>logistics.picked_up", reason: "Samples were seen at the factory" },
    output: z.strictObject({ dealId: idText }),
    refusals: ["gate_not_of_chain", "gate_not_closed", "release_not_waivable", "not_permitted"],
  },
  lock: lockNamedDeal,
  async run(context, { dealId, gate: key, reason }): Promise<Result<{ dealId: string }, WaiveRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal || deal.buyerOrganisationId !== actor.organisationId) return refuse("not_found");
    if (!may(actor, "chain.waive", deal)) return refuse("not_permitted");
    const chain = await readChain(tx, dealId);
    const gate = chain.gates.find((one) => gateKey(one) === key);
    if (!gate) return refuse("gate_not_of_chain");
    const behind = chain.facts.orders.find(({ service }) => service === gate.holds.service);
    const isOver = !isClosed(gateState(gate, chain.facts)) || (behind !== undefined && isSpent(gate, behind));
    if (isOver) return refuse("gate_not_closed");
    if (isRelease(gate)) return refuse("release_not_waivable");
    assert(actor.userId, "a waiver is somebody's word");
    await insertWaiver(tx, { dealId, gateKey: key, reason, waivedByUserId: actor.userId, waivedAt: now });
    const all = await ordersOfDeals(tx, [dealId]);
    // Whose order was called off hears no more of the deal.
    const held = all.filter(({ service, state }) => service === gate.holds.service && state !== "cancelled");
    const { reference, buyerOrganisationId } = deal;
    publish({
      type: "chain.gate_waived",
      ...{ dealId, reference, buyerOrganisationId, gate: key, reason },
      providerOrganisationIds: held.map(({ providerOrganisationId }) => providerOrganisationId),
    });
    await settleChain(context, dealId);
    concerns(dealId);
    return accept({ dealId });
  },
});

const stateNeedInput = z.strictObject({
  dealId: z.string().min(1).max(64),
  need: z.string().min(1).max(64),
  release: releaseFields.optional().meta({ description: "Of a release of the customs, and of nothing else" }),
});

type StateRefusal =
  | Refusal<"not_found" | "not_permitted" | "gate_not_of_chain" | "gate_not_own" | "gate_not_closed">
  | Refusal<"release_needed" | "release_misplaced">
  | ReleaseRefusal;

type Meant = { readonly gates: readonly Gate[]; readonly facts: ChainFacts; readonly actor: Actor };

/**
 * Whether the buyer's word opens these gates, which all wait for the same: of what it does itself, its traders say so; of a release that somebody
 * else was to report, those who may open gates. Refuses `gate_not_own` where a provider brings what is no release, or nobody has said yet who does.
 */
function mayBeStated(deal: Subject, { gates, facts, actor }: Meant): Result<void, StateRefusal> {
  const [first] = gates;
  if (!first) return refuse("gate_not_of_chain");
  const service = bringerOf(first);
  const isOwn = service !== null && facts.unprovided.own.includes(service);
  if (!isOwn && !isRelease(first)) return refuse("gate_not_own");
  if (!isOwn && !may(actor, "chain.waive", deal)) return refuse("not_permitted");
  const isWaitedFor = gates.some((gate) => isClosed(gateState(gate, facts)) && isAhead(gate, facts.orders));
  return isWaitedFor ? accept(undefined) : refuse("gate_not_closed");
}

/** What the deal has on record of its goods and declarations: those kept here that were filed, and numbers told by hand with the filing. */
async function recordOf(tx: CommandContext["tx"], orders: readonly DealOrder[]): Promise<OnRecord> {
  const customs = orders.filter(({ service }) => service === "customs").map(({ id }) => id);
  const kept = (await declarationsOfOrders(tx, customs)).flatMap(({ registeredNumber: number, state, filedAt }) =>
    number !== null && filedAt !== null ? [{ number, state, filedAt }] : [],
  );
  const told: OnRecord["declared"][number][] = [];
  for (const order of orders.filter(({ id }) => customs.includes(id)))
    for (const { code, occurredAt: filedAt, evidence } of await findMilestones(tx, order))
      if (code === "filed" && filedAt !== null)
        told.push(...(evidence?.declarations ?? []).map(({ number }) => ({ number, state: null, filedAt })));
  const pickedUp = orders.flatMap(({ milestones }) => milestones.filter(({ code }) => code === "picked_up"));
  return { declared: [...kept, ...told], pickedUpAt: pickedUp[0]?.occurredAt ?? null };
}

/** The release as it is kept; null of what is none. A release is stated with its number, and nothing else is. */
async function releaseOf(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  deal: StoredDeal,
  of: { readonly gate: Gate; readonly typed: Release | undefined; readonly orders: readonly DealOrder[] },
): Promise<Result<Release | null, StateRefusal>> {
  const { gate, typed, orders } = of;
  if (!isRelease(gate)) return typed ? refuse("release_misplaced") : accept(null);
  if (!typed) return refuse("release_needed");
  const asked = (await requestsOfDeal(tx, deal.id)).filter(isInDeal).find(({ service }) => service === "customs");
  const side = asked ? (asked.spec as Partial<CustomsSpec>).side : undefined;
  const ends = { ends: await countriesOf(tx, deal), side: side ?? null };
  return readRelease(typed, { need: gate.need, deal: ends, onRecord: await recordOf(tx, orders), now });
}

/**
 * The buyer says that what gates wait for has come, of a service that it does itself or of a release of the customs: its own word, kept with
 * who gave it and when, and never a provider's evidence.
 */
export const stateNeed = command({
  name: "chain.state-need",
  action: "chain.state",
  input: stateNeedInput,
  http: {
    method: "POST",
    path: "/deals/{dealId}/gates/state",
    scope: "orders:write",
    status: 201,
    summary: "The buyer states that what gates wait for has come: what it does itself, or a release of the customs",
    description:
      "It opens every gate that waits for it, and is shown to all parties as the buyer's own word. A release is stated with its number, day and the reason.",
    example: { need: "customs.documents_complete" },
    output: z.strictObject({ dealId: idText }),
    refusals: [
      "gate_not_of_chain",
      "gate_not_own",
      "gate_not_closed",
      "release_needed",
      "release_misplaced",
      "release_in_future",
      "release_before_filing",
      "release_before_pickup",
      "release_on_hold",
      "declaration_number_malformed",
      "not_permitted",
    ],
  },
  lock: lockNamedDeal,
  async run(context, { dealId, need, release: typed }): Promise<Result<{ dealId: string }, StateRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal || deal.buyerOrganisationId !== actor.organisationId) return refuse("not_found");
    if (!may(actor, "chain.state", deal)) return refuse("not_permitted");
    const chain = await readChain(tx, dealId);
    const gates = chain.gates.filter((gate) => needKey(gate) === need);
    const stated = mayBeStated(deal, { gates, facts: chain.facts, actor });
    if (!stated.ok) return stated;
    const [first] = gates;
    const service = first && bringerOf(first);
    assert(first && service && actor.userId, "a statement is somebody's word of a service");
    const release = await releaseOf(context, deal, { gate: first, typed, orders: chain.facts.orders });
    if (!release.ok) return release;
    await insertStatement(tx, { dealId, need, statedByUserId: actor.userId, statedAt: now, release: release.value });
    const { reference, buyerOrganisationId } = deal;
    publish({
      type: "chain.need_stated",
      ...{ dealId, reference, buyerOrganisationId, need, service },
      ...(release.value ? { release: release.value } : {}),
      providerOrganisationIds: waitingAt(chain, (gate) => gates.includes(gate)),
    });
    await settleChain(context, dealId);
    concerns(dealId);
    return accept({ dealId });
  },
});
