import type { Database } from "../db/database";
import { addOrders, removeOrder } from "../db/repositories/traffic";
import { markContracted } from "../db/repositories/deals";
import { insertOrders, type NewOrder, saveOrder, findOrder } from "../db/repositories/orders";
import { organisations, users } from "../db/schema/accounts";
import { bids, requests } from "../db/schema/requests";
import { deals } from "../db/schema/deals";
import { awards } from "../db/schema/orders";
import type { Service } from "../domain/shared/vocabulary";
import { dayOf, type Instant, type LocalDate, monthOf } from "../domain/shared/time";

/** A deal as the traffic sees it: where it runs, and which of its services are contracted at `at`. */
export type TradedDeal = {
  readonly hubId: string;
  readonly isBorderHub: boolean;
  readonly corridor?: string;
  readonly originId?: string;
  readonly destinationId?: string;
  readonly services: readonly Service[];
  readonly at: Instant;
  readonly contractMinor?: bigint;
  /** Of that what is passed through. */
  readonly passThroughMinor?: bigint;
  /** Of it what is a margin on an exchange. */
  readonly marginMinor?: bigint;
  readonly weightGrams?: number;
  readonly buyerId?: string;
  readonly providerId?: string;
};

type Ids = { readonly deal: string; readonly orders: Readonly<Partial<Record<Service, string>>> };

const AT = 1_700_000_000_000;

/** Companies, each with a person of the same id; where nothing else is said, the two without whom nothing is contracted. */
export async function tradingParties(
  database: Database,
  parties: readonly { readonly id: string; readonly country: string }[] = [
    { id: "buyer", country: "CN" },
    { id: "provider", country: "CN" },
  ],
): Promise<void> {
  await database.write(async (tx) => {
    for (const { id, country } of parties) {
      await tx.insert(users).values({
        id,
        email: `${id}@example.com`,
        name: id,
        passwordHash: "",
        locale: "en",
        timeZone: "Asia/Shanghai",
        createdAt: AT,
      });
      await tx.insert(organisations).values({
        id,
        kind: "trader",
        nameOwn: id,
        nameLatin: id,
        country,
        city: "Yiwu",
        registrationNumber: id,
        description: "",
        createdAt: AT,
      });
    }
  });
}

let serial = 0;

/** Writes the deal with its orders and counts them, by the repositories that awards use. */
export async function contractDeal(database: Database, deal: TradedDeal): Promise<Ids> {
  const id = `d${++serial}`;
  const {
    hubId,
    isBorderHub,
    corridor = "CN-KZ",
    originId = "CNYIU",
    destinationId = "KZALA",
    at,
    contractMinor = 100n,
    passThroughMinor = 0n,
    marginMinor = 0n,
    weightGrams = 1_000,
    buyerId = "buyer",
    providerId = "provider",
  } = deal;
  const route = { hubId, corridor, originId, destinationId, mode: "road" } as const;
  const month = monthOf(dayOf(at));
  const made: Partial<Record<Service, string>> = {};
  await database.write(async (tx) => {
    await tx.insert(deals).values({
      ...route,
      id,
      reference: `KD-${id}`,
      buyerOrganisationId: buyerId,
      createdByUserId: buyerId,
      direction: "export",
      title: `Deal ${id}`,
      incotermRule: "DAP",
      incotermPlace: "Almaty",
      hubChoice: "chosen",
      readyDate: "2026-01-01" as LocalDate,
      goodsValueMinor: 5_000n,
      goodsCurrency: "CNY",
      grossWeightGrams: weightGrams,
      volumeCm3: 1_000,
      way: {} as never,
      createdAt: at,
      version: 1,
    });
    for (const service of deal.services) {
      const orderId = `o-${id}-${service}`;
      made[service] = orderId;
      await tx.insert(requests).values({
        id: `r-${orderId}`,
        reference: `KR-${orderId}`,
        dealId: id,
        buyerOrganisationId: buyerId,
        service,
        state: "awarded",
        spec: {},
        bidMode: "sealed",
        visibility: "open",
        comparisonCurrency: "CNY",
        mayCloseEarly: false,
        twoPersonOpening: false,
        closesAt: at,
        decideBy: at,
        bidCount: 1,
        hubId,
        corridor,
        searchText: "",
        createdAt: at,
        version: 1,
      });
      await tx.insert(bids).values({
        id: `b-${orderId}`,
        requestId: `r-${orderId}`,
        providerOrganisationId: providerId,
        state: "won",
        version: 1,
        submittedAt: at,
        updatedAt: at,
      } as typeof bids.$inferInsert);
      await tx.insert(awards).values({
        id: `a-${orderId}`,
        dealId: id,
        requestId: `r-${orderId}`,
        bidId: `b-${orderId}`,
        state: "effective",
        awardedByUserId: buyerId,
        awardedAt: at,
        effectiveAt: at,
        comparison: { currency: "CNY", day: dayOf(at), totals: {}, rates: [] },
      } as typeof awards.$inferInsert);
      const order = {
        ...route,
        id: orderId,
        reference: `KO-${orderId}`,
        dealId: id,
        requestId: `r-${orderId}`,
        awardId: `a-${orderId}`,
        bidId: `b-${orderId}`,
        buyerOrganisationId: buyerId,
        providerOrganisationId: providerId,
        service,
        state: "placed",
        title: `Deal ${id}`,
        isBorderHub,
        contractMinor,
        contractCurrency: "CNY",
        contractCnyMinor: contractMinor,
        passThroughCnyMinor: passThroughMinor,
        marginCnyMinor: marginMinor,
        grossWeightGrams: weightGrams,
        contractedAt: at,
        contractedMonth: month,
        version: 1,
      } as NewOrder;
      await insertOrders(tx, [order]);
      await addOrders(tx, [order], (await markContracted(tx, id, at)) ? order : null);
    }
  });
  return { deal: id, orders: made };
}

/** Calls an order off, as the buyer's command does. */
export async function callOff(database: Database, orderId: string, at: Instant): Promise<void> {
  await database.write(async (tx) => {
    const order = await findOrder(tx, orderId);
    if (!order || order.state === "cancelled") return;
    await saveOrder(tx, order, { state: "cancelled", cancelledAt: at });
    await removeOrder(tx, order);
  });
}
