import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { remembering, type Reader } from "@/db/database";
import { type Statements, statementsOf } from "@/db/drivers/statement-count";
import { deals } from "@/db/schema/deals";
import { bidVersions, requests } from "@/db/schema/requests";
import type { BidContent } from "@/domain/bidding/bid";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { clearancePage } from "@/server/clearance/queries";
import { dealList, dealPage } from "@/server/deals/queries";
import { documentsView, packsView } from "@/server/documents/queries";
import { linksOfOrder } from "@/server/field/queries";
import { filesOn, mayAttach } from "@/server/files/queries";
import { inspectionView } from "@/server/inspections/queries";
import { chainPage } from "@/server/orders/queries/chain";
import { delayView, exceptionsView } from "@/server/orders/queries/delay";
import { listOrders, orderPage } from "@/server/orders/queries/orders";
import { slotsView } from "@/server/orders/queries/slots";
import { workList } from "@/server/orders/queries/work";
import { orderLog } from "@/server/threads/queries/order-story";
import { threadPage } from "@/server/threads/queries/thread-page";
import { paymentPage } from "@/server/remittance/queries";
import { writeMessage } from "@/server/threads/write-message";
import { chainMarket } from "@/test/chain-market";
import { FULL } from "@/test/full-terms";
import { actorOf, START } from "@/test/order-market";

type Market = Awaited<ReturnType<typeof chainMarket>>;

/** A deal of four orders under way, each with its bid. */
async function marketUnderWay(): Promise<Market> {
  const market = await chainMarket();
  const content = { lines: [], transitDays: { min: 2, max: 5 }, terms: {} } as unknown as BidContent;
  const bid = { version: 1, submittedAt: START, receipt: "", content };
  await market.reportTo("inspection", "scheduled");
  await market.reportTo("customs", "documents_requested");
  await market.reportTo("payment", "compliance_cleared");
  await market.run("lin", writeMessage, { bidId: `b-${market.idOf("inspection")}`, words: "When do you come?" });
  await market.database.write(async (tx) => {
    for (const service of SERVICES) {
      await tx.insert(bidVersions).values({ bidId: `b-${market.idOf(service)}`, ...bid });
      await tx
        .update(requests)
        .set({ spec: FULL[service].spec })
        .where(eq(requests.id, `r-${market.idOf(service)}`));
    }
    await tx.update(deals).set({ way: { legs: [] } as never });
  });
  return market;
}

/** What the page of an order asks, by one reader for all its parts. */
async function readOrder(read: Reader, { idOf, dealId, now }: Market, service: Service): Promise<void> {
  const [viewer, orderId, at] = [actorOf("lin"), idOf(service), now()];
  const reader = { viewer, now: at };
  const subject = { kind: "order", id: orderId } as const;
  expect(await orderPage(read, viewer, { id: orderId, now: at })).not.toBeNull();
  await filesOn(read, subject, reader);
  await mayAttach(read, subject, reader);
  await linksOfOrder(read, orderId, reader);
  await exceptionsView(read, viewer, orderId);
  await packsView(read, viewer, { orderId, now: at });
  if (service === "customs") {
    await documentsView(read, viewer, dealId);
    await clearancePage(read, viewer, { orderId, now: at });
  }
  if (service === "payment") await paymentPage(read, viewer, { orderId, now: at });
  if (service === "inspection") await inspectionView(read, orderId, reader);
  if (service === "logistics") {
    await documentsView(read, viewer, dealId);
    await slotsView(read, viewer, { orderId, now: at });
    await delayView(read, viewer, { orderId, now: at });
  }
}

const PAGES: readonly (readonly [
  page: string,
  most: number,
  read: (read: Reader, market: Market) => Promise<unknown>,
])[] = [
  ["an order of carriage", 45, (read, market) => readOrder(read, market, "logistics")],
  ["an order of a payment", 35, (read, market) => readOrder(read, market, "payment")],
  ["an order of a clearance", 38, (read, market) => readOrder(read, market, "customs")],
  ["an order of an inspection", 33, (read, market) => readOrder(read, market, "inspection")],
  [
    "an order of an inspection with its story",
    41,
    async (read, market) => {
      const [id, { dealId, now }] = [market.idOf("inspection"), market];
      await readOrder(read, market, "inspection");
      expect(await threadPage(read, actorOf("lin"), { bidId: `b-${id}`, now: now() })).not.toBeNull();
      await orderLog(read, { id, dealId });
    },
  ],
  ["the chain of a deal", 27, (read, { dealId, now }) => chainPage(read, actorOf("lin"), { dealId, now: now() })],
  [
    "a deal",
    34,
    async (read, { dealId, now }) => {
      await dealPage(read, actorOf("lin"), { id: dealId, now: now() });
      await documentsView(read, actorOf("lin"), dealId);
      await chainPage(read, actorOf("lin"), { dealId, now: now() });
    },
  ],
  ["a buyer's deals", 18, (read, { now }) => dealList(read, actorOf("lin"), { cursor: null, limit: 25, now: now() })],
  ["a buyer's orders", 19, (read, { now }) => listOrders(read, actorOf("lin"), { limit: 25, now: now() })],
  ["a provider's work list", 19, (read, { now }) => workList(read, actorOf("timur"), { limit: 50, now: now() })],
];

const sentBy = (market: Market, read: (typeof PAGES)[number][2]): Promise<Statements> =>
  statementsOf(() => read(remembering(market.database.read), market));

test.each(PAGES)("%s is read by no more than %i statements, none of them twice", async (_, most, read) => {
  const market = await marketUnderWay();
  // The first one reads the places of the world as well.
  await sentBy(market, read);
  const { reads, repeated } = await sentBy(market, read);
  expect(repeated).toEqual([]);
  expect(reads.length).toBeLessThanOrEqual(most);
});
