import { z } from "zod";
import { disputesOfOrder, entriesOf, insertDispute, insertEntry, saveDispute } from "../../db/repositories/disputes";
import { findDeal, lockDealOfOrder } from "../../db/repositories/deals";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import { findOrder, saveOrder, type StoredOrder } from "../../db/repositories/orders";
import { may } from "../../domain/access/policy";
import {
  chargeInDispute,
  type ChargeRefusal,
  checkEnding,
  clocksOf,
  decide,
  type DisputeState,
  dividedCharges,
  type Ending,
  type EndingRefusal,
  escalate,
  hearingOf,
  isOnGoods,
  open,
  say,
} from "../../domain/disputes/dispute";
import { disputeWords, endingSchema, ENTRY_FILES_MAX, openingSchema } from "../../domain/disputes/dispute-schema";
import { orderFacts } from "../../domain/orders/order";
import { convert } from "../../domain/shared/exchange-rate";
import { type Money, money } from "../../domain/shared/money";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { dayOf } from "../../domain/shared/time";
import { readWireMoney, toWireMoney } from "../../domain/shared/wire-fields";
import {
  type DisputeReceipt,
  disputeReceiptShape,
  ENDING,
  loadDispute,
  type LoadedDispute,
  orderAt,
  readDispute,
  lockDealOfDispute,
} from "./disputed-order";
import { command, type CommandContext } from "../platform/command";
import { findFiles } from "../../db/repositories/files";
import type { Reader } from "../../db/database";
import { applyEnding } from "./apply-ending";

type OpenRefusal = ChargeRefusal | Refusal<"not_found" | "not_permitted" | "wrong_state" | "dispute_running">;

/** What the goods of an order's deal are worth in the currency of its contract, on its day; null where it is about none, or a rate is missing. */
async function goodsOf(
  db: Reader,
  { service, dealId, contractCurrency, contractedAt }: StoredOrder,
): Promise<Money | null> {
  const deal = isOnGoods(service) ? await findDeal(db, dealId) : undefined;
  if (!deal) return null;
  const day = dayOf(contractedAt);
  const converted = convert(deal.goodsValue, contractCurrency, await ratesUpTo(db, day), day);
  return converted.ok ? converted.value.amount : null;
}

/** A party takes its order into dispute: its steps stop, acceptance does not follow by itself, and both talk. */
export const openDispute = command({
  name: "disputes.open-dispute",
  action: "dispute.write",
  input: openingSchema,
  http: {
    method: "POST",
    path: "/orders/{orderId}/disputes",
    scope: "orders:write",
    status: 201,
    summary: "A party takes the order into dispute: its steps stop until that has ended",
    description:
      "A charge that was not agreed is named in `charge`: an ending shares that amount, and the contract price stays. Where a dispute about a charge has ended, `earlier` says whether this is about the same one.",
    example: { code: "damaged", words: "Twelve cartons are wet" },
    output: disputeReceiptShape,
    refusals: [
      ...(["wrong_state", "dispute_running", "not_permitted", "charge_currency", "charge_too_high"] as const),
      ...(["charge_disputed_before", "charge_settled"] as const),
    ],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, newId, publish, concerns },
    { orderId, code, words, charge, earlier },
  ): Promise<Result<DisputeReceipt, OpenRefusal>> {
    const order = await findOrder(tx, orderId);
    const parties = order ? [order.buyerOrganisationId, order.providerOrganisationId] : [];
    if (!order || actor.organisationId === null || !parties.includes(actor.organisationId)) return refuse("not_found");
    if (!may(actor, "dispute.write", { organisationIds: parties })) return refuse("not_permitted");
    const before = await disputesOfOrder(tx, orderId);
    const opened = open(order, before);
    if (!opened.ok) return opened;
    const contract = money(order.contractMinor, order.contractCurrency);
    const named = chargeInDispute(
      { charge: charge && readWireMoney(charge), earlier },
      { contract, goods: charge ? await goodsOf(tx, order) : null, divided: dividedCharges(before, contract) },
    );
    if (!named.ok) return named;
    assert(actor.userId, "a dispute is somebody's word");
    const id = newId();
    await insertDispute(tx, {
      ...{ id, orderId, state: "opened", code, words, version: 1 },
      charge: named.value && { ...toWireMoney(named.value), ...(earlier ? { earlier } : {}) },
      openedByOrganisationId: actor.organisationId,
      openedByUserId: actor.userId,
      openedAt: now,
      escalatesAt: clocksOf(now).escalatesAt,
    });
    await saveOrder(tx, order, { disputedSince: now });
    publish({
      type: "dispute.opened",
      ...{ disputeId: id, code, byOrganisationId: actor.organisationId },
      ...orderFacts(order),
    });
    concerns(id);
    return accept({ id, orderId });
  },
});

const writeEntryInput = z.strictObject({
  disputeId: z.string().min(1).max(64),
  words: disputeWords,
  /** Files of the order that this points to. */
  fileIds: z.array(z.string().max(64)).max(ENTRY_FILES_MAX, "too_many").optional(),
  /** An ending that the writer would agree to. */
  offer: endingSchema.optional(),
});

type EntryRefusal =
  | EndingRefusal
  | Refusal<"not_found" | "not_permitted" | "wrong_state" | "evidence_over" | "file_unknown">;

/** A party says its part, points to files of the order as evidence, or offers an end; an offer alone comes until the dispute is decided. */
export const writeEntry = command({
  name: "disputes.write-entry",
  action: "dispute.write",
  input: writeEntryInput,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/entries",
    scope: "orders:write",
    operation: "writeDisputeEntry",
    status: 201,
    summary: "Say something in a dispute, point to files of the order, or offer an end",
    description:
      "Once the time for evidence is over, an offer without files is still taken until the dispute is decided, and nothing else.",
    example: { words: "Half each", offer: { outcome: "split", shareBps: 5_000, effect: "goes_on" } },
    output: disputeReceiptShape,
    refusals: [...ENDING, "evidence_over", "file_unknown"],
  },
  lock: lockDealOfDispute,
  async run(
    { tx, actor, now, publish, concerns },
    { disputeId, words, fileIds = [], offer },
  ): Promise<Result<DisputeReceipt, EntryRefusal>> {
    const loaded = await loadDispute(tx, actor, disputeId);
    if (!loaded.ok) return loaded;
    const { dispute, order, organisationId } = loaded.value;
    const isOfferAlone = offer !== undefined && fileIds.length === 0;
    const state = say(dispute, { organisationId, now, isOfferAlone });
    if (!state.ok) return state;
    if (offer) {
      const checked = checkEnding(offer, orderAt(loaded.value));
      if (!checked.ok) return checked;
    }
    const ids = [...new Set(fileIds)];
    const files = await findFiles(tx, ids);
    const isOfOrder = (id: string) =>
      files.some((file) => file.id === id && file.subjectKind === "order" && file.subjectId === order.id);
    const unknown = ids.find((id) => !isOfOrder(id));
    if (unknown !== undefined) return refuse("file_unknown", { fileId: unknown });
    assert(actor.userId, "an entry is somebody's word");
    const seq = (await entriesOf(tx, disputeId)).length + 1;
    const by = { organisationId, userId: actor.userId, at: now };
    await insertEntry(tx, { disputeId, seq, ...by, words, fileIds: ids, offer: offer ?? null });
    await saveDispute(tx, dispute, { state: state.value });
    publish({
      type: "dispute.said",
      ...{ disputeId, byOrganisationId: organisationId, isOffer: offer !== undefined },
      ...orderFacts(order),
    });
    concerns(disputeId);
    return accept({ id: disputeId, orderId: order.id });
  },
});

export type DecideRefusal =
  | EndingRefusal
  | Refusal<"not_found" | "not_permitted" | "wrong_state" | "evidence_open" | "own_dispute">;

type Decided = { readonly found: LoadedDispute; readonly state: DisputeState };

/** Whether whoever asks may decide the dispute so now, and what state it comes to. Writes nothing. */
export async function checkDecision(
  db: Reader,
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  { disputeId, ...ending }: Ending & { readonly disputeId: string },
): Promise<Result<Decided, DecideRefusal>> {
  if (!may(actor, "disputes.decide")) return refuse("not_permitted");
  const found = await readDispute(db, disputeId);
  // Before it is escalated it is between the two.
  if (!found || found.dispute.escalatedAt === null) return refuse("not_found");
  const { dispute, order } = found;
  const parties = [order.buyerOrganisationId, order.providerOrganisationId];
  if (actor.organisationId !== null && parties.includes(actor.organisationId)) return refuse("own_dispute");
  const state = decide(dispute, ending, { ...orderAt(found), now });
  return state.ok ? accept({ found, state: state.value }) : state;
}

const decideDisputeInput = endingSchema.extend({ disputeId: z.string().min(1).max(64), words: disputeWords });

/** An administrator decides an escalated dispute once the parties have had their time, with reasons that both read. */
export const decideDispute = command({
  name: "disputes.decide-dispute",
  action: "disputes.decide",
  input: decideDisputeInput,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/decide",
    scope: "admin:write",
    status: 200,
    summary: "Decide a dispute once the time for evidence is over",
    example: { outcome: "split", shareBps: 5_000, effect: "goes_on", words: "Both have a part in it" },
    output: disputeReceiptShape,
    refusals: [...ENDING, "evidence_open", "own_dispute"],
  },
  lock: lockDealOfDispute,
  async run(context, { disputeId, words, ...ending }): Promise<Result<DisputeReceipt, DecideRefusal>> {
    const { tx, concerns } = context;
    const checked = await checkDecision(tx, context, { disputeId, ...ending });
    if (!checked.ok) return checked;
    const { found, state } = checked.value;
    await applyEnding(context, found, { state, ending, words, isAgreed: false });
    concerns(disputeId);
    return accept({ id: disputeId, orderId: found.order.id });
  },
});

/** From here on administrators see the dispute, both parties have time for evidence, and a decision follows. */
async function hearDispute(
  { tx, actor, now, publish }: Pick<CommandContext, "tx" | "actor" | "now" | "publish">,
  { dispute, order }: LoadedDispute,
  state: DisputeState,
): Promise<void> {
  const times = hearingOf(now);
  await saveDispute(tx, dispute, { state, escalatedAt: now, escalatedByUserId: actor.userId, ...times });
  publish({
    type: "dispute.escalated",
    ...{ disputeId: dispute.id, decideBy: times.decideBy, isAutomatic: actor.userId === null },
    ...orderFacts(order),
  });
}

const escalateDisputeInput = z.strictObject({ disputeId: z.string().min(1).max(64) });

/** A party takes the dispute to the market, once there was time to talk. */
export const escalateDispute = command({
  name: "disputes.escalate-dispute",
  action: "dispute.write",
  input: escalateDisputeInput,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/escalate",
    scope: "orders:write",
    status: 200,
    summary: "Take a dispute to the market, from its fourth day on",
    output: disputeReceiptShape,
    refusals: ["talk_first", "wrong_state", "not_permitted"],
  },
  lock: lockDealOfDispute,
  async run(
    context,
    { disputeId },
  ): Promise<
    Result<DisputeReceipt, Refusal<"not_found" | "not_permitted" | "wrong_state" | "talk_first" | "not_yet">>
  > {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDispute(tx, actor, disputeId);
    if (!loaded.ok) return loaded;
    const state = escalate(loaded.value.dispute, "party", now);
    if (!state.ok) return state;
    await hearDispute(context, loaded.value, state.value);
    concerns(disputeId);
    return accept({ id: disputeId, orderId: loaded.value.order.id });
  },
});

/** The market's clock takes a dispute up that the parties have not settled in a week. */
export const escalateDueDispute = command({
  name: "disputes.escalate-due-dispute",
  action: "market.tick",
  input: z.strictObject({ disputeId: z.string() }),
  lock: lockDealOfDispute,
  async run(
    context,
    { disputeId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "wrong_state" | "talk_first" | "not_yet">>> {
    const found = await readDispute(context.tx, disputeId);
    if (!found) return refuse("not_found");
    const state = escalate(found.dispute, "clock", context.now);
    if (!state.ok) return state;
    await hearDispute(context, found, state.value);
    context.concerns(disputeId);
    return accept({ id: disputeId });
  },
});
