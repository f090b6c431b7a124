import "server-only";
import type { Reader } from "@/db/database";
import { declarationQuestionsOf, declarationsOfOrders, entriesOf } from "@/db/repositories/declarations";
import { judgedRounds } from "@/db/repositories/inspections";
import { slotsOfOrders } from "@/db/repositories/slots";
import { bookedUntil } from "@/domain/orders/slots/slot";
import { locksOfOrders, remittanceEntriesOf, remittancesOfOrders } from "@/db/repositories/remittances";
import { isUnconfirmed } from "@/domain/remittance/rate-lock";
import { isOfPayee } from "@/domain/remittance/remittance";
import { exchangedAlready } from "@/domain/remittance/return-cost";
import { keptOfStep, type StoredOrder } from "@/db/repositories/orders";
import { CLEARANCE_STEP, FUNDS_STEP } from "@/domain/services/payment/funds";
import { timesOfPayees } from "@/domain/services/payment/new-payee";
import { timesOfExplanations } from "@/domain/services/payment/third-party";
import { type ContractedOn, contractsOf } from "@/db/repositories/contracts";
import { awaitedStep, startsBeside } from "@/domain/orders/chain/holds";
import type { ChainFacts } from "@/domain/orders/chain/chain-facts";
import type { Gate } from "@/domain/orders/chain/gate";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { timesOfQuestions, timesWithBuyer } from "@/domain/clearance/declaration";
import type { Agreement } from "@/domain/orders/due";
import type { WithBuyer } from "@/domain/services/due-time";
import type { Instant } from "@/domain/shared/time";
import { type ReferenceData, zonesOf } from "../../hubs/queries/network";

type Agreeing = Pick<StoredOrder, "id" | "service" | "mode" | "hubId" | "originId" | "destinationId" | "contractedAt">;

/** What the order is read with: the world's places, and the chain of its deal, of which its times may wait for an order or a gate. */
type Around = {
  readonly known: ReferenceData;
  readonly chain: { readonly gates: readonly Gate[]; readonly facts: ChainFacts };
  readonly withBuyer: readonly WithBuyer[] | undefined;
  /** When the last booked window of its trucks ends. */
  readonly bookedUntil: Instant | null | undefined;
  readonly lockEndsAt: Instant | undefined;
  readonly visit: Visit | undefined;
};

/** When it was told of sendings of these payments that they had come back for their payee, by the order's id. */
async function askedForPayees(read: Reader, ids: readonly string[]) {
  const sendings = (await remittancesOfOrders(read, ids)).filter(
    ({ returnReason }) => returnReason !== null && isOfPayee(returnReason),
  );
  const entries = await remittanceEntriesOf(
    read,
    sendings.map(({ id }) => id),
  );
  const toldAt = new Map(
    entries.flatMap(({ remittanceId, event, recordedAt }) => (event === "return" ? [[remittanceId, recordedAt]] : [])),
  );
  const asked = sendings.flatMap(({ id, orderId, attempt }) => {
    const at = toldAt.get(id);
    return at === undefined ? [] : [{ orderId, attempt, at }];
  });
  return Map.groupBy(asked, ({ orderId }) => orderId);
}

/** The times in which these payments waited for their buyers to explain who had paid or to give their payee's details anew, by the order's id. */
async function timesOfPayments(
  read: Reader,
  orders: readonly Pick<StoredOrder, "id" | "service">[],
): Promise<ReadonlyMap<string, readonly WithBuyer[]>> {
  const ids = orders.flatMap(({ id, service }) => (service === "payment" ? [id] : []));
  const kept = await keptOfStep(read, { code: FUNDS_STEP, ids });
  const asked = await askedForPayees(read, ids);
  const given = await keptOfStep(read, { code: CLEARANCE_STEP, ids: [...asked.keys()] });
  return new Map(
    ids.map((id) => {
      const funds = kept.get(id)?.funds;
      const times = [
        ...(funds ? timesOfExplanations(funds) : []),
        ...timesOfPayees(asked.get(id) ?? [], given.get(id)?.payees ?? []),
      ];
      return [id, times.map((one) => ({ side: "payer", isQuestion: true as const, ...one }))];
    }),
  );
}

/** The times in which drafts and questions of these orders lay with the buyer, by the order's id. */
export async function timesWithBuyerOf(
  read: Reader,
  orders: readonly Pick<StoredOrder, "id" | "service">[],
): Promise<ReadonlyMap<string, readonly WithBuyer[]>> {
  return new Map([...(await timesOfDeclarations(read, orders)), ...(await timesOfPayments(read, orders))]);
}

async function timesOfDeclarations(
  read: Reader,
  orders: readonly Pick<StoredOrder, "id" | "service">[],
): Promise<ReadonlyMap<string, readonly WithBuyer[]>> {
  const ids = orders.flatMap(({ id, service }) => (service === "customs" ? [id] : []));
  const declarations = await declarationsOfOrders(read, ids);
  const entries = Map.groupBy(
    await entriesOf(
      read,
      declarations.map(({ id }) => id),
    ),
    ({ declarationId }) => declarationId,
  );
  const questions = Map.groupBy(
    await declarationQuestionsOf(
      read,
      declarations.map(({ id }) => id),
    ),
    ({ declarationId }) => declarationId,
  );
  const times = declarations.map(({ id, orderId, side }) => ({
    orderId,
    times: [...timesWithBuyer(side, entries.get(id) ?? []), ...timesOfQuestions(side, questions.get(id) ?? [])],
  }));
  return new Map(
    [...Map.groupBy(times, ({ orderId }) => orderId)].map(([id, own]) => [id, own.flatMap((one) => one.times)]),
  );
}

/** When the last booked window ends of the trucks of each of these orders that has any. */
export async function bookedUntilOf(
  read: Reader,
  orders: readonly Pick<StoredOrder, "id" | "service" | "mode">[],
): Promise<ReadonlyMap<string, Instant | null>> {
  const ids = orders.flatMap(({ id, service, mode }) => (service === "logistics" && mode === "road" ? [id] : []));
  const slots = ids.length === 0 ? [] : await slotsOfOrders(read, ids);
  return new Map([...Map.groupBy(slots, ({ orderId }) => orderId)].map(([id, own]) => [id, bookedUntil(own)]));
}

/**
 * When the rates run out that were locked last for these orders and need no word of the buyer any more, by the order's id. Money that came back
 * exchanged waits for no rate.
 */
export async function lockEndsOf(
  read: Reader,
  orders: readonly Pick<StoredOrder, "id" | "service">[],
): Promise<ReadonlyMap<string, Instant>> {
  const ids = orders.flatMap(({ id, service }) => (service === "payment" ? [id] : []));
  const locks = await locksOfOrders(read, ids);
  const returned = (await remittancesOfOrders(read, ids)).filter(({ state }) => state === "returned");
  const back = new Map(returned.map((sending) => [sending.orderId, sending]));
  const isBound = (lock: (typeof locks)[number]): boolean =>
    !isUnconfirmed(lock) && exchangedAlready(back.get(lock.orderId) ?? null) === null;
  return new Map(locks.filter(isBound).map(({ orderId, expiresAt }) => [orderId, expiresAt]));
}

type Visit = { readonly visitAskedAt?: Instant; readonly siteLeftAt: Instant | null };

/** Of those of these orders that are visited: when the visit was asked for that runs now, of goods that are looked at again, and when its site was left, by the order's id. */
export async function visitsOf(
  read: Reader,
  orders: readonly Pick<StoredOrder, "id" | "service">[],
): Promise<ReadonlyMap<string, Visit>> {
  const ids = orders.flatMap(({ id, service }) => (service === "inspection" ? [id] : []));
  // Each order's visits come in their order, so that the last one stays.
  return new Map(
    (await judgedRounds(read, ids)).map(({ orderId, number, openedAt, checkedOutAt: siteLeftAt }) => [
      orderId,
      { siteLeftAt, ...(number > 1 ? { visitAskedAt: openedAt } : {}) },
    ]),
  );
}

/** What an order's parties agreed of its times, with the zones and places by which they are read. */
export function agreementOf(
  { known, chain, withBuyer = [], bookedUntil: lastWindowEnds = null, lockEndsAt, visit }: Around,
  { id, service, mode, hubId, originId, destinationId, contractedAt: awardedAt }: Agreeing,
  { spec, content, alternative }: Omit<ContractedOn, "orderId">,
): Agreement {
  const chosen = content && contentOfAlternative(content, alternative);
  const hubPlaces = (known.hubs.get(hubId)?.placeIds ?? []).flatMap((placeId) => {
    const place = known.places.get(placeId);
    return place ? [placeId, place.nameEn, place.nameZh] : [placeId];
  });
  const waiting = { id, service, mode, spec: spec ?? {} };
  return {
    awardedAt,
    spec: spec ?? {},
    terms: chosen?.terms ?? {},
    startDate: chosen?.startDate ?? null,
    transitDays: chosen?.transitDays ?? null,
    awaited: awaitedStep(waiting, chain.facts.orders),
    alsoFrom: startsBeside(waiting, chain),
    zones: zonesOf(known, { hubId, originId, destinationId }),
    hubPlaces,
    withBuyer,
    bookedUntil: lastWindowEnds,
    ...(lockEndsAt === undefined ? {} : { lockEndsAt }),
    ...visit,
  };
}

/** The agreement of one order, with the times in which its work lay with the buyer, the end of its rate and the visit that was asked for again. */
export async function readAgreement(
  read: Reader,
  around: Pick<Around, "known" | "chain">,
  { order, origin }: { readonly order: StoredOrder; readonly origin: Omit<ContractedOn, "orderId"> },
): Promise<Agreement> {
  const withBuyer = (await timesWithBuyerOf(read, [order])).get(order.id);
  const windows = await bookedUntilOf(read, [order]);
  const lockEndsAt = (await lockEndsOf(read, [order])).get(order.id);
  const visit = (await visitsOf(read, [order])).get(order.id);
  const times = { withBuyer, bookedUntil: windows.get(order.id), lockEndsAt, visit };
  return agreementOf({ ...around, ...times }, order, origin);
}

/** The agreements of many orders, by the order's id, each with the chain of its deal: as many questions however many there are. */
export async function readAgreements(
  read: Reader,
  known: ReferenceData,
  asked: readonly ({ readonly order: StoredOrder } & Pick<Around, "chain">)[],
): Promise<ReadonlyMap<string, Agreement>> {
  const own = asked.map(({ order }) => order);
  const contracts = await contractsOf(
    read,
    own.map(({ id }) => id),
  );
  const contractOf = new Map(contracts.map((contract) => [contract.orderId, contract]));
  const withBuyer = await timesWithBuyerOf(read, own);
  const windows = await bookedUntilOf(read, own);
  const lockEnds = await lockEndsOf(read, own);
  const visits = await visitsOf(read, own);
  return new Map(
    asked.flatMap(({ order, chain }): [string, Agreement][] => {
      const { id } = order;
      const contract = contractOf.get(id);
      if (!contract) return [];
      const ends = { bookedUntil: windows.get(id), lockEndsAt: lockEnds.get(id), visit: visits.get(id) };
      return [[id, agreementOf({ known, chain, withBuyer: withBuyer.get(id), ...ends }, order, contract)]];
    }),
  );
}
