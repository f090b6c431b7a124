import { asc, eq } from "drizzle-orm";
import type { Database } from "../db/database";
import { deals } from "../db/schema/deals";
import { requests } from "../db/schema/requests";
import { biddingMarket } from "./bidding-market";

export type RequestCopy = Pick<
  typeof requests.$inferInsert,
  "id" | "service" | "hubId" | "corridor" | "state" | "searchText"
> &
  Partial<Pick<typeof requests.$inferInsert, "closesAt" | "visibility" | "buyerOrganisationId">>;

const ROWS_AT_ONCE = 100;

/** The id of a request that was posted so many seconds after a day: ids sort by it. */
export const idAt = (seconds: number, tail = ""): string => `01${`${seconds}`.padStart(8, "0")}${tail}`.padEnd(26, "0");

/** Copies of a request that was posted, each of a deal of its own. */
export async function copyRequests(database: Database, copies: readonly RequestCopy[]): Promise<void> {
  const [deal] = (await database.read.select().from(deals).orderBy(asc(deals.createdAt)).limit(1)) as [
    typeof deals.$inferSelect,
  ];
  const [posted] = (await database.read.select().from(requests).where(eq(requests.dealId, deal.id))) as [
    typeof requests.$inferSelect,
  ];
  for (let from = 0; from < copies.length; from += ROWS_AT_ONCE) {
    const part = copies.slice(from, from + ROWS_AT_ONCE);
    const named = part.map((copy) => ({ ...copy, reference: copy.id, dealId: copy.id }));
    await database.write(async (tx) => {
      await tx.insert(deals).values(named.map(({ id, reference }) => ({ ...deal, id, reference })));
      await tx.insert(requests).values(named.map((copy) => ({ ...posted, ...copy })));
    });
  }
}

/** A market whose requests are copies of one that was posted. */
export async function manyRequests(copies: readonly RequestCopy[], over?: Database) {
  const market = await biddingMarket({}, over);
  const { database, requestId } = market;
  await copyRequests(database, copies);
  // The one that was posted has a log and a key, and stays, out of all lists.
  await database.write((tx) => tx.update(requests).set({ state: "draft" }).where(eq(requests.id, requestId)));
  return market;
}
