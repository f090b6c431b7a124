import "server-only";
import type { Reader } from "@/db/database";
import { namesOf } from "@/db/repositories/parties";
import { ordersUnderWay, providersOfDeals, unreadBy } from "@/db/repositories/order-lists";
import type { Actor } from "@/domain/access/policy";
import { gateKey } from "@/domain/orders/chain/gate";
import { type Agreement, dueNow, dueStart, isOverdue } from "@/domain/orders/due";
import { nextMilestone, sideOf, stateOf } from "@/domain/orders/order";
import type { NamedParty, Service } from "@/domain/shared/vocabulary";
import { assert } from "@/domain/shared/result";
import { type Instant, later, MINUTE_MS } from "@/domain/shared/time";
import type { Lifter } from "@/domain/orders/chain/gate-opener";
import {
  afterPlace,
  inWorkOrder,
  WORK_GROUPS,
  type WorkGroup,
  workGroupOf,
  workPlace,
} from "@/domain/orders/work-list";
import type { WorkCounts, WorkList, WorkRow } from "@/views/chain";
import { readAgreements } from "../../bidding/queries/agreement";
import { namedHub, namedPlace, type ReferenceData, referenceData } from "../../hubs/queries/network";
import { type Turned, turnsOf } from "./turns";
import { watchedWork } from "./watched";
import "server-only";
import type { Platform } from "../../platform/platform";

/** As many as a list is computed of: turns and due times follow from facts of many rooms and are no column to sort by. */
export const WORK_MAX = 400;

export type WorkFilter = {
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly group?: WorkGroup | null;
  readonly cursor?: string | null;
  readonly limit: number;
  readonly now: Instant;
};

/** An order that somebody has something to do in, with the part of the list in which it stands. */
type Standing = Turned & Pick<WorkRow, "group" | "unread">;

function standingOf(turned: Turned, unread: number): Standing[] {
  const { order, turn, mover } = turned;
  const group = workGroupOf({ mover, turn, side: sideOf(order) });
  const task = turn.holder === "task" ? turn.task : null;
  return group === null ? [] : [{ ...turned, group, task, unread }];
}

type Asked = Pick<WorkFilter, "service" | "hubId"> & { readonly organisationId: string };

/** The orders that the organisation has under way, each with what it waits for: a question for the orders, and as many for all their chains. */
async function readStandings(
  read: Reader,
  asked: Asked,
  now: Instant,
): Promise<{ standings: Standing[]; isCut: boolean }> {
  const found = await ordersUnderWay(read, { ...asked, limit: WORK_MAX + 1 });
  const looked = found.slice(0, WORK_MAX);
  const turned = await turnsOf(read, looked, now);
  const unread = new Map(looked.map((order) => [order.id, unreadBy(order, asked.organisationId)]));
  const standings = turned.flatMap((one) => standingOf(one, unread.get(one.order.id) ?? 0));
  return { standings, isCut: found.length > WORK_MAX };
}

type Around = {
  readonly known: ReferenceData;
  readonly names: ReadonlyMap<string, NamedParty>;
  /** Who provides a service of the order's deal. */
  readonly providerOf: (service: Service) => NamedParty | null;
  readonly agreement: Agreement | undefined;
  readonly now: Instant;
};

function rowOf(
  { order, milestones, group, stops, task, dispute, unread }: Standing,
  { known, names, providerOf, agreement, now }: Around,
): WorkRow {
  const buyer = names.get(order.buyerOrganisationId);
  assert(buyer, "the parties of an order exist");
  const partyOf = (lifter: Lifter) => (lifter === "buyer" ? buyer : lifter === "parties" ? null : providerOf(lifter));
  const due = agreement ? dueNow({ ...order, milestones }, agreement, dispute ?? task) : null;
  const start = agreement ? dueStart({ ...order, milestones }, agreement, dispute ?? task) : null;
  return {
    id: order.id,
    reference: order.reference,
    service: order.service,
    title: order.title,
    mode: order.mode,
    hub: { ...namedHub(known, order.hubId), isBorderHub: order.isBorderHub },
    origin: namedPlace(known, order.originId),
    destination: namedPlace(known, order.destinationId),
    buyer,
    state: stateOf(order),
    group,
    unread,
    next: nextMilestone({ state: order.state, milestones })?.code ?? null,
    task,
    dispute,
    due,
    waitsToRun: start?.at === null ? start : null,
    isOverdue: group === "yours" && due?.source !== "dispute" && isOverdue(due, now),
    isPast: isOverdue(due, now),
    side: sideOf(order),
    gates: stops.map((gate) => ({ ...gate, key: gateKey(gate.gate), party: partyOf(gate.lifter) })),
    contractedAt: order.contractedAt,
  };
}

async function readRows(read: Reader, standings: readonly Standing[], now: Instant): Promise<WorkRow[]> {
  const known = await referenceData(read);
  const orders = standings.map(({ order }) => order);
  const gated = standings.flatMap(({ order, stops }) => (stops.length > 0 ? [order.dealId] : []));
  const provided = await providersOfDeals(read, [...new Set(gated)]);
  const names = await namesOf(read, [
    ...orders.map(({ buyerOrganisationId }) => buyerOrganisationId),
    ...provided.map(({ organisationId }) => organisationId),
  ]);
  const agreements = await readAgreements(read, known, standings);
  const providerIn = new Map(provided.map((one) => [`${one.dealId} ${one.service}`, one.organisationId]));
  return standings.map((one) => {
    const providerOf = (service: Service) => names.get(providerIn.get(`${one.order.dealId} ${service}`) ?? "") ?? null;
    return rowOf(one, {
      known,
      names,
      providerOf,
      agreement: agreements.get(one.order.id),
      now,
    });
  });
}

function countsOf(rows: readonly Pick<WorkRow, "group" | "isOverdue">[]): WorkCounts {
  const of = (group: WorkGroup) => rows.filter((row) => row.group === group).length;
  const [yours, held, waiting, delivered] = WORK_GROUPS.map(of) as [number, number, number, number];
  return { yours, held, waiting, delivered, overdue: rows.filter((row) => row.isOverdue).length };
}

/** What the viewer's organisation provides and has under way, by whose turn it is, what is due first first; nobody else's. */
export async function workList(read: Reader, viewer: Actor, filter: WorkFilter): Promise<WorkList> {
  // Before all else: what happens while the list is read has a later number, so whoever watches from this one hears of it.
  const watched = await watchedWork(read, viewer);
  if (watched === null) return { rows: [], counts: countsOf([]), nextCursor: null, isCut: false, seq: 0 };
  const { organisationId, seq } = watched;
  const { service, hubId, group, cursor, limit, now } = filter;
  const { standings, isCut } = await readStandings(read, { organisationId, service, hubId }, now);
  const all = inWorkOrder(await readRows(read, standings, now));
  const asked = group ? all.filter((row) => row.group === group) : all;
  const rest = cursor ? afterPlace(asked, cursor) : asked;
  const rows = rest.slice(0, limit);
  const last = rows.at(-1);
  return { rows, counts: countsOf(all), nextCursor: rest.length > limit && last ? workPlace(last) : null, isCut, seq };
}

/** In how many orders it is the organisation's turn. */
export async function countYours(read: Reader, organisationId: string, now: Instant): Promise<number> {
  const { standings } = await readStandings(read, { organisationId }, now);
  return standings.filter(({ group }) => group === "yours").length;
}

type Counted = { readonly seq: number; readonly count: number; readonly until: Instant };

/** Whatever may change without a word of a deal, no count is older than this. */
const KEPT_MS = MINUTE_MS;
const ORGANISATIONS_MAX = 2_000;

// Each route bundle may hold its own copy of a module, and every page of a provider asks for this.
const holder = globalThis as unknown as { kouanWorkCounts?: WeakMap<Platform, Map<string, Counted>> };

function countsOn(on: Platform): Map<string, Counted> {
  holder.kouanWorkCounts ??= new WeakMap();
  const known = holder.kouanWorkCounts.get(on) ?? new Map<string, Counted>();
  holder.kouanWorkCounts.set(on, known);
  return known;
}

/**
 * In how many orders it is the turn of the viewer's organisation. It is counted anew when the number of its work list has gone on, so that
 * a page which only shows it costs one row.
 */
export async function workCount(on: Platform, viewer: Actor): Promise<number> {
  const { read } = on.database;
  const watched = await watchedWork(read, viewer);
  if (watched === null) return 0;
  const { organisationId, seq } = watched;
  const [counts, now] = [countsOn(on), on.clock()];
  const kept = counts.get(organisationId);
  if (kept && kept.seq === seq && now < kept.until) return kept.count;
  const count = await countYours(read, organisationId, now);
  // The one that was counted longest ago goes first: what a map is given anew comes last.
  counts.delete(organisationId);
  if (counts.size >= ORGANISATIONS_MAX) counts.delete(counts.keys().next().value as string);
  counts.set(organisationId, { seq, count, until: later(now, KEPT_MS) });
  return count;
}
