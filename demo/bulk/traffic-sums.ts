import type { Service } from "../../domain/shared/service";
import { monthOf, dayOf } from "../../domain/shared/local-date";
import type { Instant } from "../../domain/shared/instant";
import type { hubTraffic } from "../../db/schema/hubs";
import type { LiveDeal } from "./live-deal";

type Row = typeof hubTraffic.$inferInsert;
type Sum = Row & { passThroughCnyMinor: bigint };

/** The summary of the traffic share, added up beside the orders: a few thousand sums, however many orders there are. */
export class TrafficSums {
  private readonly sums = new Map<string, Sum>();

  rows(): Row[] {
    return [...this.sums.values()];
  }

  /** Counts the deal's orders, and the deal itself once. */
  count({ row, orders }: LiveDeal): void {
    const [first] = orders;
    if (row.contractedAt === null || !first) return;
    const where = { hubId: row.hubId, corridor: row.corridor, isBorderHub: first.row.isBorderHub };
    for (const { row: order } of orders)
      this.add({ ...where, month: order.contractedMonth, service: order.service }, [
        order.contractCnyMinor - order.passThroughCnyMinor,
        order.passThroughCnyMinor,
        order.grossWeightGrams,
      ]);
    const month = monthOf(dayOf(row.contractedAt as Instant));
    this.add({ ...where, month, service: "deal" }, [0n, 0n, first.row.grossWeightGrams]);
  }

  private add(
    of: Omit<Row, "count" | "valueCnyMinor" | "passThroughCnyMinor" | "weightGrams"> & { service: Service | "deal" },
    [value, passThrough, grams]: readonly [bigint, bigint, number],
  ): void {
    const key = `${of.month} ${of.hubId} ${of.corridor} ${of.service}`;
    const none = { count: 0, valueCnyMinor: 0n, passThroughCnyMinor: 0n, weightGrams: 0 };
    const sum = this.sums.get(key) ?? { ...of, ...none };
    sum.count += 1;
    sum.valueCnyMinor += value;
    sum.passThroughCnyMinor += passThrough;
    sum.weightGrams += grams;
    this.sums.set(key, sum);
  }
}
