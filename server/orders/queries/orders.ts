import { changeRequestsOf } from "@/db/repositories/disputes";
import "server-only";
import { slotPlatesOf } from "../slots/load-slot";
import type { Reader } from "@/db/database";
import { lateStepsTold, type ListedOrder, ordersOfDeal, originOfOrder, unreadBy } from "@/db/repositories/order-lists";
import { countOrdersOf, listOrdersOf, placeInList } from "@/db/repositories/order-pages";
import { deliverablesOf } from "@/db/repositories/documents";
import {
  findMilestones,
  findOrderInDeal,
  ordersOfDeals,
  type StoredMilestone,
  type StoredOrder,
} from "@/db/repositories/orders";
import { listListeners, namesOf } from "@/db/repositories/parties";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import { gateKey } from "@/domain/orders/chain/gate";
import { type OpenableGate, openableGates } from "@/domain/orders/chain/gate-opener";
import { passes, stopsOf } from "@/domain/orders/chain/holds";
import { fieldsOf, type HeldByStep, missingOf } from "@/domain/orders/expected-evidence";
import { dueNow, dueStart, latenessOf, lateNow, lateSteps } from "@/domain/orders/due";
import {
  type HubWithClock,
  type NamedParty,
  type NamedPlace,
  type OrderState,
  type Service,
  SERVICES,
} from "@/domain/shared/vocabulary";
import type { OrderMilestone, OrderPage, OrderRow } from "@/views/orders";
import { sideOf, stateOf } from "@/domain/orders/order";
import type { OrderSort } from "@/domain/orders/order-sort";
import { canHaveTurn, moverOf, turnOf } from "@/domain/orders/order-turn";
import { evidenceInDeliverables, mergeHeld } from "@/domain/documents/deliverables";
import { heldOf } from "../handed-over-deliverables";
import { assert } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { type Chain, readChain } from "../chain/settle-chain";
import { readAgreement } from "../../bidding/queries/agreement";
import { disputeStepsOf } from "../dispute-steps";
import { declaredIn, recordsOf, tasksOf, kindInOrder } from "../kinds/registry";
import { nextStepForm, recordedCodes } from "../recorded-steps";
import { witnessesOf } from "./witness-reports";
import { endsOf, type ReferenceData, namedHub, referenceData } from "../../hubs/queries/network";
import { filesOn } from "../../files/queries";
import { shownWay } from "../../hubs/shown-way";
import { orderBill } from "./order-bill";
import { gateViews } from "./gate-views";
import { lateStepsOf, type Turned, turnsOf } from "./turns";
import { placeNamesOf } from "@/domain/shared/place-names";

export type OrderFilter = {
  readonly side?: "buyer" | "provider" | null;
  readonly states?: readonly OrderState[] | null;
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly q?: string | null;
  readonly sort?: OrderSort | null;
  /** Only those under way whose provider is late or was with the last step told, and completed ones with a late step. */
  readonly isLate?: boolean;
  readonly cursor?: string | null;
  readonly limit: number;
  readonly now: Instant;
};

const CONTACTS_MAX = 3;

const nameOf = (known: ReferenceData, id: string): NamedPlace => {
  const place = known.places.get(id);
  return place ? { id, ...placeNamesOf(place) } : { id, nameEn: id, nameZh: id };
};

/** Whether it is a border hub was settled with the order. */
const hubOf = (
  known: ReferenceData,
  { hubId, isBorderHub }: Pick<StoredOrder, "hubId" | "isBorderHub">,
): HubWithClock => ({
  ...namedHub(known, hubId),
  isBorderHub,
});

type Around = {
  readonly known: ReferenceData;
  readonly names: ReadonlyMap<string, NamedParty>;
  readonly organisationId: string;
} & Pick<Turned, "turn" | "mover" | "dispute"> &
  Pick<OrderRow, "late" | "unread">;

function rowOf(
  order: StoredOrder,
  { known, names, organisationId, turn, mover, dispute, late, unread }: Around,
): OrderRow {
  const buyer = names.get(order.buyerOrganisationId);
  const provider = names.get(order.providerOrganisationId);
  assert(buyer && provider, "the parties of an order exist");
  return {
    id: order.id,
    reference: order.reference,
    service: order.service,
    state: stateOf(order),
    line: order.state,
    title: order.title,
    mode: order.mode,
    hub: hubOf(known, order),
    ...{ hubId: order.hubId, isBorderHub: order.isBorderHub },
    ...{ originId: order.originId, destinationId: order.destinationId },
    origin: nameOf(known, order.originId),
    destination: nameOf(known, order.destinationId),
    price: money(order.contractMinor, order.contractCurrency),
    buyer,
    provider,
    side: order.buyerOrganisationId === organisationId ? "buyer" : "provider",
    contractedAt: order.contractedAt,
    turn,
    mover,
    dispute,
    late,
    unread,
  };
}

/** What of the steps' evidence stands in the order's rooms or among its deliverables. */
async function heldByStepOf(read: Reader, order: StoredOrder, steps: readonly StoredMilestone[]): Promise<HeldByStep> {
  const named = await deliverablesOf(read, order.id);
  const { held } = await heldOf(read, order, steps);
  const there = [...named, ...held].map(({ code }) => code);
  const { evidence } = await recordsOf(read, order, steps);
  return mergeHeld(evidence, evidenceInDeliverables(order.service, there));
}

type Shown = { readonly viewer: Actor; readonly now: Instant };

/** The order's steps, each with the files that the viewer may know of, and what is expected of it and has not come. */
async function stepsOf(
  read: Reader,
  order: StoredOrder,
  { milestones, ...reader }: Shown & { readonly milestones: readonly StoredMilestone[] },
): Promise<OrderMilestone[]> {
  const files = await filesOn(read, { kind: "order", id: order.id }, reader);
  const heldByStep = await heldByStepOf(read, order, milestones);
  const state = stateOf(order);
  return milestones.map(({ position: _, reportedByUserId: __, ...step }) => ({
    ...step,
    isDelivery: step.isDelivery === true,
    missingEvidence: missingOf({ service: order.service, state, heldByStep }, step, files),
    fileIds: files.filter(({ milestoneCode }) => milestoneCode === step.code).map(({ id }) => id),
  }));
}

/** The closed gates that the order's next step waits for. */
function stopsIn(chain: Chain | undefined, { id }: StoredOrder): OpenableGate[] {
  const own = chain?.facts.orders.find((order) => order.id === id);
  return chain && own ? openableGates(stopsOf(own, chain), chain.facts) : [];
}

/** The place in the list after the last row shown: what it is sorted by, and its id. */
function cursorOf(order: StoredOrder, sort: OrderSort | null | undefined): string {
  const { value, id } = placeInList(order, sort ?? undefined);
  return `${value}.${id}`;
}

function parseCursor(cursor: string): { value: bigint; id: string } | null {
  const [value, id] = cursor.split(".");
  return value && id && /^\d{1,15}$/.test(value) ? { value: BigInt(value), id } : null;
}

/** Of an order that is over nothing is anybody's turn any more. */
const OVER = { turn: { holder: "nobody" }, mover: "nobody", dispute: null } as const;

async function rowsOf(
  read: Reader,
  shown: readonly ListedOrder[],
  { organisationId, now }: { readonly organisationId: string; readonly now: Instant },
): Promise<OrderRow[]> {
  const known = await referenceData(read);
  const names = await namesOf(
    read,
    shown.flatMap((order) => [order.buyerOrganisationId, order.providerOrganisationId]),
  );
  const over = shown.filter((order) => !canHaveTurn(order));
  const turned = await turnsOf(read, shown.filter(canHaveTurn), now);
  const turnOfOrder = new Map(turned.map((one) => [one.order.id, one]));
  const late = await lateStepsOf(read, turned, { known, now, over });
  return shown.map((order) => {
    const own = turnOfOrder.get(order.id);
    const lateness = latenessOf({ milestones: [], ...order, ...own }, late.get(order.id) ?? []);
    return rowOf(order, {
      ...{ known, names, organisationId, ...(own ?? OVER) },
      ...{ late: lateness, unread: unreadBy(order, organisationId) },
    });
  });
}

/** So many orders are looked at for late ones at a time: lateness follows from what the parties agreed and is no column to ask for. */
const LOOKED_AT_MAX = 200;

/** The orders that the viewer's organisation bought or provides, the latest first; nobody else's. */
export async function listOrders(
  read: Reader,
  viewer: Actor,
  filter: OrderFilter,
): Promise<{ items: OrderRow[]; nextCursor: string | null }> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "order.read", { organisationIds: [organisationId] }))
    return { items: [], nextCursor: null };
  const { cursor, limit, now, isLate = false, ...asked } = filter;
  const looked = isLate ? LOOKED_AT_MAX : limit;
  const found = await listOrdersOf(read, {
    ...asked,
    organisationId,
    after: cursor ? parseCursor(cursor) : null,
    limit: looked + 1,
  });
  const rows = await rowsOf(read, found.slice(0, looked), { organisationId, now });
  const fitting = isLate ? rows.filter(({ late }) => late !== null) : rows;
  const items = fitting.slice(0, limit);
  // A page of late orders may be short: the next one goes on after the last order that was looked at.
  const last = fitting.length > limit ? items.at(-1) : found.length > looked ? rows.at(-1) : undefined;
  const lastOrder = last && found.find(({ id }) => id === last.id);
  return { items, nextCursor: lastOrder ? cursorOf(lastOrder, asked.sort) : null };
}

/** So many deliveries are accepted at once at the most. */
const DELIVERIES_MAX = 50;

/** What was delivered to the viewer's organisation and waits for it to accept, the latest orders first; nobody else's. */
export async function deliveriesToAccept(
  read: Reader,
  viewer: Actor,
  { now }: { readonly now: Instant },
): Promise<OrderRow[]> {
  if (!mayEver(viewer, "order.accept")) return [];
  const delivered = { side: "buyer", states: ["delivered"], cursor: null, limit: DELIVERIES_MAX, now } as const;
  const { items } = await listOrders(read, viewer, delivered);
  return items.filter(({ turn }) => turn.holder === "buyer");
}

/** How many orders the same question finds, counted no further than its limit; null where only late ones are asked for, which no column says. */
export async function countOrders(
  read: Reader,
  viewer: Actor,
  { isLate = false, cursor: _, now: __, ...asked }: OrderFilter,
): Promise<number | null> {
  const { organisationId } = viewer;
  if (isLate || organisationId === null || !may(viewer, "order.read", { organisationIds: [organisationId] }))
    return null;
  return await countOrdersOf(read, { ...asked, organisationId });
}

/** Who to talk to at the other party: the people who lead it and who carry orders out. */
async function contactsOf(read: Reader, organisationId: string): Promise<OrderPage["contacts"]> {
  const people = await listListeners(read, {
    organisationIds: [organisationId],
    roles: ["owner", "manager", "operations"],
  });
  return people.slice(0, CONTACTS_MAX).map(({ name, email }) => ({ name, email }));
}

async function askedChanges(read: Reader, { id }: StoredOrder): Promise<OrderPage["changeRequests"]> {
  return (await changeRequestsOf(read, id)).map(({ round, words, requestedAt, requesterName }) => ({
    ...{ round, words, requestedAt, requesterName },
  }));
}

/** The deal's orders that the organisation is a party of, in the order of services. */
async function siblingsOf(read: Reader, dealId: string, organisationId: string): Promise<OrderPage["siblings"]> {
  const siblings = await ordersOfDeal(read, { dealId, organisationId });
  return SERVICES.flatMap((service) => siblings.filter((sibling) => sibling.service === service));
}

type Stopped = InChain & { readonly order: StoredOrder; readonly stops: readonly OpenableGate[] };

/** The gates that the order waits for, one by one as the deal's chain shows them, and what the viewer may do about them. */
async function waitsOf(
  read: Reader,
  viewer: Actor,
  { order, chain, now, stops }: Stopped,
): Promise<OrderPage["waits"]> {
  const keys = new Set(stops.map(({ gate }) => gateKey(gate)));
  if (keys.size === 0) return { gates: [], mayWaive: false, mayState: false };
  const { buyerOrganisationId: buyerId } = order;
  const orders = await ordersOfDeals(read, [order.dealId]);
  const names = await namesOf(read, [buyerId, ...orders.map((one) => one.providerOrganisationId)]);
  return {
    gates: gateViews({ chain, orders, names, buyerId, now }, chain.gates).filter(({ key }) => keys.has(key)),
    mayWaive: may(viewer, "chain.waive", order),
    mayState: may(viewer, "chain.state", order),
  };
}

type Told = StoredOrder & { readonly milestones: readonly StoredMilestone[] };
type InChain = { readonly chain: Chain; readonly now: Instant };

/** The steps that no report tells now, and where the next one is done instead. */
async function notReportedOf(
  read: Reader,
  order: Told,
  { chain, now }: InChain,
): Promise<Pick<OrderPage, "stoppedCodes" | "nextForm" | "takesChanges">> {
  const recorded = await recordedCodes(read, order, now);
  const isShut = (code: string) => !passes(order, { code, occurredAt: null }, chain).ok;
  const stopped = order.milestones.filter(({ code }) => recorded.includes(code) || isShut(code));
  return {
    stoppedCodes: stopped.map(({ code }) => code),
    nextForm: await nextStepForm(read, order, recorded),
    takesChanges: (await kindInOrder(order).mayReopen?.(read, order))?.ok ?? true,
  };
}

/** An order with all that its parties see; null for everybody else. */
export async function orderPage(
  read: Reader,
  viewer: Actor,
  of: { readonly id: string; readonly now: Instant },
): Promise<OrderPage | null> {
  const found = await findOrderInDeal(read, of.id);
  const { organisationId } = viewer;
  if (!found || organisationId === null) return null;
  const { order, dealSeq } = found;
  const parties = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds: parties })) return null;
  const known = await referenceData(read);
  const milestones = await findMilestones(read, order);
  const told = { ...order, milestones };
  const origin = await originOfOrder(read, order);
  assert(origin, "an order has a deal, a request and a bid");
  const chain = await readChain(read, order.dealId);
  const stops = stopsIn(chain, order);
  const task = (await tasksOf(read, [told], of.now)).get(order.id) ?? null;
  const dispute = (await disputeStepsOf(read, [order], of.now)).get(order.id) ?? null;
  const turn = turnOf(told, stops, task);
  const mover = moverOf({ service: order.service, turn, side: sideOf(order), dispute });
  const agreement = await readAgreement(read, { known, chain }, { order, origin });
  const asked = dispute ?? (turn.holder === "task" ? turn.task : null);
  const due = dueNow(told, agreement, asked);
  const steps = (await lateStepsTold(read, [order.id])).get(order.id) ?? [];
  const late = latenessOf(told, lateSteps(steps, lateNow({ mover, due }, of.now)));
  const names = await namesOf(read, parties);
  const row = rowOf(order, { known, names, organisationId, turn, mover, dispute, late, unread: 0 });
  const other = row.side === "buyer" ? order.providerOrganisationId : order.buyerOrganisationId;
  const placeIds = (origin.way.legs ?? []).flatMap((leg) => [leg.fromId, leg.toId]);
  return {
    ...row,
    version: order.version,
    dealId: order.dealId,
    dealReference: origin.dealReference,
    requestId: order.requestId,
    bidId: order.bidId,
    grossWeightGrams: order.grossWeightGrams,
    deliveredAt: order.deliveredAt,
    acceptedAt: order.acceptedAt,
    completedAt: order.completedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    autoAcceptAt: order.autoAcceptAt,
    due,
    dueStart: dueStart(told, agreement, asked),
    dealSeq,
    milestones: await stepsOf(read, order, { milestones, viewer, now: of.now }),
    witnesses: await witnessesOf(read, order.id),
    slotPlates: await slotPlatesOf(read, order),
    changeRequests: await askedChanges(read, order),
    ...(await notReportedOf(read, told, { chain, now: of.now })),
    waits: await waitsOf(read, viewer, { order, chain, now: of.now, stops }),
    ...(await orderBill(read, { ...order, milestones }, { origin, now: of.now })),
    way: shownWay({ ...origin.way, legs: origin.way.legs ?? [] }),
    fields: fieldsOf({ ...order, ...endsOf(known, order) }),
    declaredIn: await declaredIn(read, order),
    places: Object.fromEntries(
      placeIds.map((placeId) => [
        placeId,
        { ...nameOf(known, placeId), country: known.places.get(placeId)?.country ?? "" },
      ]),
    ),
    contacts: await contactsOf(read, other),
    siblings: await siblingsOf(read, order.dealId, organisationId),
  };
}
