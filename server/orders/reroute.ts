import { z } from "zod";
import { insertReroute, saveReroute, type StoredReroute } from "@/db/repositories/chains";
import { may } from "@/domain/access/policy";
import {
  answer,
  mayAsk,
  mayGoOtherwise,
  REROUTE_STATES,
  REROUTE_WORDS_MAX,
  slotsToGiveUp,
  type UnderwayRefusal,
} from "@/domain/orders/reroute";
import { orderFacts } from "@/domain/orders/order";
import { longText, moneySchema } from "@/domain/shared/wire-fields";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { MINOR_MAX } from "@/domain/shared/money";
import { idText } from "../platform/api/endpoint-kinds";
import { command, type CommandContext } from "../platform/command";
import {
  type Carriage,
  type CarriageRefusal,
  loadCarriage,
  plannedThrough,
  rerouteFacts,
  lockDealAndRequests,
} from "./load-carriage";
import { saveSlot, type StoredSlot, slotsOfOrder } from "@/db/repositories/slots";
import type { Instant } from "@/domain/shared/time";
import { settleChain } from "./chain/settle-chain";
import { namedHub, referenceData } from "../hubs/queries/network";
import { saveWay } from "@/db/repositories/deals";
import { endOpenSegments } from "@/db/repositories/delay";
import { boardHead } from "@/db/repositories/hub-board";
import { moveTraffic } from "@/db/repositories/traffic";
import { reopenMilestone, saveOrder } from "@/db/repositories/orders";
import type { Way } from "@/domain/hubs/place";
import { kindOf } from "@/domain/services/registry";

const askReceiptShape = z.strictObject({ dealId: idText, number: z.int() });
type RerouteReceipt = Readonly<z.output<typeof askReceiptShape>>;

type AskRefusal =
  | CarriageRefusal
  | UnderwayRefusal
  | Refusal<"reroute_same_hub" | "reroute_no_way" | "reroute_currency" | "amount_too_large" | "amount_malformed">;

/** One side of a deal's carriage asks the other to go by another hub, and says why and what the buyer would pay for it beyond the contract. */
export const askReroute = command({
  name: "reroute.ask-reroute",
  action: "route.change",
  input: z.strictObject({
    dealId: z.string().min(1).max(64),
    hubId: z.string().min(1).max(64),
    reason: longText(REROUTE_WORDS_MAX),
    extra: moneySchema
      .nullable()
      .prefault(null)
      .meta({ description: "What the buyer would pay on top of the contract price, in its currency" }),
  }),
  http: {
    method: "POST",
    path: "/deals/{dealId}/reroutes",
    scope: "orders:write",
    status: 201,
    summary: "Ask the other side of the carriage to go by another hub, by the same mode, before the goods cross",
    example: { hubId: "alashankou", reason: "The road at Horgos is closed for three days", extra: null },
    output: askReceiptShape,
    refusals: [
      "reroute_no_carriage",
      "reroute_crossed",
      "reroute_bids_out",
      "reroute_running",
      "reroute_too_many",
      "reroute_same_hub",
      "reroute_no_way",
      "reroute_currency",
      "amount_malformed",
      "amount_too_large",
      "wrong_state",
      "not_permitted",
    ],
  },
  lock: lockDealAndRequests,
  async run(context, { dealId, hubId, reason, extra }): Promise<Result<RerouteReceipt, AskRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadCarriage(context, dealId);
    if (!loaded.ok) return loaded;
    const of = loaded.value;
    const { deal, carriage, reroutes, side: askedBy } = of;
    const free = mayAsk({ ...of, hubId: deal.hubId }, hubId);
    if (!free.ok) return free;
    const currency = carriage.contractCurrency;
    if (extra && extra.currency !== currency) return refuse("reroute_currency", { currency });
    // It binds the buyer's money, as an award does.
    if (extra && extra.minor > 0n && askedBy === "buyer" && !may(actor, "route.pay", deal))
      return refuse("not_permitted");
    if (extra && extra.minor < 0n) return refuse("amount_malformed");
    if (extra && extra.minor > MINOR_MAX) return refuse("amount_too_large");
    const planned = await plannedThrough(context, of, hubId);
    if (!planned) return refuse("reroute_no_way");
    assert(actor.userId, "who asks has a name");
    const number = reroutes.length + 1;
    await insertReroute(tx, {
      ...{ dealId, number, state: "asked", reason, askedBy, version: 1 },
      ...{ fromHubId: deal.hubId, toHubId: hubId },
      ...{ extraMinor: extra?.minor ?? 0n, extraCurrency: currency },
      laterMs: planned.laterMs,
      furtherKm: planned.furtherKm,
      askedByUserId: actor.userId,
      askedAt: now,
    });
    publish({ type: "chain.reroute_asked", reason, ...rerouteFacts(of, { number, askedBy }, planned.hub) });
    concerns(dealId);
    return accept({ dealId, number });
  },
});

/** What is told of goods while they are at a hub: by another one it has to happen again. */
const AT_HUB = kindOf("logistics")
  .milestones.map(({ code }) => code)
  .filter((code, position, all) => position >= all.indexOf("arrived_hub") && position < all.indexOf("crossed_border"));

/**
 * Goods that were at the old hub have yet to come to the new one, and are presented there anew. Why they wait at the old one holds no
 * longer than they do. Answers when they had come to it.
 */
async function leaveHub(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  { id: orderId, milestones }: Carriage["carriage"],
): Promise<Instant | null> {
  const told = milestones.filter(({ code, occurredAt }) => AT_HUB.includes(code) && occurredAt !== null);
  for (const { code } of told) await reopenMilestone(tx, { orderId, code });
  await endOpenSegments(tx, { orderId, place: "border", to: now });
  return told.find(({ code }) => code === "arrived_hub")?.occurredAt ?? null;
}

/**
 * The deal goes by another way: its orders that were not called off count at the new hub instead of the old one, in the month in which they
 * were contracted. Answers when the goods had come to the old hub, if they had.
 */
async function takeWay(
  context: Pick<CommandContext, "tx" | "now">,
  { deal, orders, carriage }: Carriage,
  way: Way,
): Promise<Instant | null> {
  const { tx } = context;
  const hub = (await referenceData(tx)).hubs.get(way.hubId);
  assert(
    hub && deal.contractedAt !== null,
    "goods that are carried were contracted, and their way leads through a hub",
  );
  const to = { hubId: way.hubId, isBorderHub: hub.isBorderHub };
  const going = orders.filter(({ state }) => state !== "cancelled");
  for (const order of going) await saveOrder(tx, order, to);
  const counted = { ...carriage, contractedAt: deal.contractedAt };
  await moveTraffic(tx, { orders: going, deal: counted }, to);
  // Whoever watches the deal knows a number that the old hub's board is in.
  const boardDelta = (await boardHead(tx, deal.hubId)) - (await boardHead(tx, way.hubId));
  await saveWay(tx, deal, { hubId: way.hubId, way, boardDelta });
  return leaveHub(context, carriage);
}

const REROUTE_ANSWERS = ["agree", "decline", "withdraw"] as const;

const receiptShape = z.strictObject({ dealId: idText, number: z.int(), state: z.enum(REROUTE_STATES) });
type EndedReroute = Readonly<z.output<typeof receiptShape>>;

type TakeRefusal = UnderwayRefusal | Refusal<"reroute_slot_open" | "reroute_no_way">;
type EndRefusal = CarriageRefusal | TakeRefusal | Refusal<"not_found" | "wrong_state" | "reason_required">;

/** Gives up a slot at the old crossing for the reason for which another hub was asked for; what was paid for it stays with who paid. */
async function giveUp(
  { tx, now, publish }: CommandContext,
  { carriage, side }: Carriage,
  { slot, reason }: { readonly slot: StoredSlot; readonly reason: string },
): Promise<void> {
  await saveSlot(tx, slot, { state: "cancelled", endedAt: now, endWords: reason, dueAt: null });
  const { id: slotId, number } = slot;
  publish({ type: "slot.cancelled", reason, ...orderFacts(carriage), slotId, number, by: side });
}

/** Takes the way that was asked for, as it is planned now: what has become of the goods since the question is in it. */
async function take(
  context: CommandContext,
  of: Carriage,
  { toHubId, reason }: StoredReroute,
): Promise<Result<Instant | null, TakeRefusal>> {
  const free = mayGoOtherwise(of);
  if (!free.ok) return free;
  const slots = slotsToGiveUp(await slotsOfOrder(context.tx, of.carriage.id));
  if (!slots.ok) return slots;
  const planned = await plannedThrough(context, of, toHubId);
  if (!planned) return refuse("reroute_no_way");
  for (const slot of slots.value) await giveUp(context, of, { slot, reason });
  return accept(await takeWay(context, of, planned.way));
}

/**
 * The other side agrees, and from then on the deal goes by the new hub, or declines and says why; the side that asked may take it back before.
 * With the yes the slots at the old crossing are given up, so that a no costs nobody a slot; it is refused while a truck is in the crossing.
 */
export const endReroute = command({
  name: "reroute.end-reroute",
  action: "route.change",
  input: z.strictObject({
    dealId: z.string().min(1).max(64),
    number: z.int().min(1),
    event: z.enum(REROUTE_ANSWERS, "unknown_choice"),
    words: z.string().trim().max(REROUTE_WORDS_MAX, "too_long").default(""),
  }),
  http: {
    method: "POST",
    path: "/deals/{dealId}/reroutes/end",
    scope: "orders:write",
    status: 200,
    summary: "Agree to another hub, decline it with a reason, or take the own question back",
    description:
      "With the answer yes the deal and its orders go by the new hub, and count there; slots at the old crossing are given up.",
    example: { number: 1, event: "agree", words: "" },
    output: receiptShape,
    refusals: [
      "reroute_no_carriage",
      "reroute_crossed",
      "reroute_bids_out",
      "reroute_slot_open",
      "reroute_no_way",
      "reason_required",
      "wrong_state",
      "not_permitted",
    ],
  },
  lock: lockDealAndRequests,
  async run(context, { dealId, number, event, words }): Promise<Result<EndedReroute, EndRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadCarriage(context, dealId);
    if (!loaded.ok) return loaded;
    const of = loaded.value;
    const reroute = of.reroutes.find((one) => one.number === number);
    if (!reroute) return refuse("not_found");
    const state = answer(reroute, { event, by: of.side });
    if (!state.ok) return state;
    const isPaid = event === "agree" && of.side === "buyer" && reroute.extraMinor > 0n;
    if (isPaid && !may(actor, "route.pay", of.deal)) return refuse("not_permitted");
    if (event === "decline" && words === "") return refuse("reason_required");
    const taken = event === "agree" ? await take(context, of, reroute) : accept(null);
    if (!taken.ok) return taken;
    assert(actor.userId && state.value !== "asked", "who answers has a name, and a question is not asked by an answer");
    await saveReroute(tx, reroute, {
      state: state.value,
      answeredByUserId: actor.userId,
      answeredAt: now,
      answerWords: words || null,
      leftArrivalAt: taken.value,
    });
    const others = of.orders.filter(({ id, state: line }) => id !== of.carriage.id && line !== "cancelled");
    publish({
      type: "chain.reroute_ended",
      outcome: state.value,
      otherOrganisationIds:
        event === "agree" ? [...new Set(others.map(({ providerOrganisationId }) => providerOrganisationId))] : [],
      ...rerouteFacts(of, reroute, namedHub(await referenceData(tx), reroute.toHubId)),
    });
    if (event === "agree") await settleChain(context, dealId);
    concerns(dealId);
    return accept({ dealId, number, state: state.value });
  },
});
