import { sql } from "drizzle-orm";
import type { Service } from "../../domain/shared/service";
import type { Writer } from "../database";
import { hubTraffic } from "../schema/hubs";
import type { NewOrder } from "./orders";

type Counted = Pick<
  NewOrder,
  | "contractedMonth"
  | "hubId"
  | "corridor"
  | "isBorderHub"
  | "service"
  | "contractCnyMinor"
  | "passThroughCnyMinor"
  | "grossWeightGrams"
>;
type CountedDeal = Omit<Counted, "service" | "contractCnyMinor" | "passThroughCnyMinor">;

/** A deal is counted, and nothing else: its value and weight are those of its orders. */
const AS_DEAL = { service: "logistics", contractCnyMinor: 0n, passThroughCnyMinor: 0n, counts: "deal" } as const;

/** Adds to the sums of one month, hub, corridor and service (or to those of deals); a row that is missing begins at nothing. */
async function add(tx: Writer, of: Counted & { readonly counts: Service | "deal" }, by: 1n | -1n): Promise<void> {
  const count = Number(by);
  const valueCnyMinor = (of.contractCnyMinor - of.passThroughCnyMinor) * by;
  const passThroughCnyMinor = of.passThroughCnyMinor * by;
  const weightGrams = of.grossWeightGrams * count;
  await tx
    .insert(hubTraffic)
    .values({
      month: of.contractedMonth,
      hubId: of.hubId,
      corridor: of.corridor,
      service: of.counts,
      isBorderHub: of.isBorderHub,
      count,
      valueCnyMinor,
      passThroughCnyMinor,
      weightGrams,
    })
    .onConflictDoUpdate({
      target: [hubTraffic.month, hubTraffic.hubId, hubTraffic.corridor, hubTraffic.service],
      set: {
        count: sql`${hubTraffic.count} + excluded.count`,
        valueCnyMinor: sql`${hubTraffic.valueCnyMinor} + excluded.value_cny_minor`,
        passThroughCnyMinor: sql`${hubTraffic.passThroughCnyMinor} + excluded.pass_through_cny_minor`,
        weightGrams: sql`${hubTraffic.weightGrams} + excluded.weight_grams`,
      },
    });
}

/** Counts a new order in its hub's traffic, in the transaction that makes it. */
export const addOrder = (tx: Writer, order: Counted): Promise<void> => add(tx, { ...order, counts: order.service }, 1n);

/** Takes a cancelled order out of its hub's traffic, in the transaction that cancels it. */
export const removeOrder = (tx: Writer, order: Counted): Promise<void> =>
  add(tx, { ...order, counts: order.service }, -1n);

/** Counts a deal once, at its first effective award. */
export const addDeal = (tx: Writer, first: CountedDeal): Promise<void> => add(tx, { ...first, ...AS_DEAL }, 1n);

/** What is counted of a deal beside its orders goes from one hub to another. */
export async function moveDeal(tx: Writer, of: CountedDeal, to: Pick<Counted, "hubId" | "isBorderHub">): Promise<void> {
  const counted = { ...of, ...AS_DEAL };
  await add(tx, counted, -1n);
  await add(tx, { ...counted, ...to }, 1n);
}
