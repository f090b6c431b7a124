import type { Reader } from "../../db/database";
import { originOfOrder } from "../../db/repositories/order-lists";
import type { StoredOrder } from "../../db/repositories/orders";
import { findRequest } from "../../db/repositories/requests";
import type { PricedLine } from "../../domain/bidding/price-charges";
import { contentOfAlternative } from "../../domain/bidding/bid-content";
import { type Clauses, clausesOf } from "../../domain/orders/delay/waiting-terms";
import type { ChargeCode } from "../../domain/services/charge";
import { logisticsSpecSchema, logisticsTermsSchema } from "../../domain/services/logistics/schema";
import type { LogisticsSpec } from "../../domain/services/logistics/spec";
import type { Currency } from "../../domain/shared/money";

/** What a carrier's order was contracted on: the clauses and lines of the offer that was chosen, and what was asked for. */
export type CarriageContract = Clauses & {
  readonly spec: Partial<LogisticsSpec>;
  readonly lines: readonly PricedLine[];
  readonly exclusions: readonly ChargeCode[];
  readonly currency: Currency;
  readonly trucks: number;
};

/** The contract of a logistics order; what its bid and request do not say is empty, as in those from before it could be said. */
export async function contractOf(
  db: Reader,
  order: Pick<StoredOrder, "bidId" | "awardId" | "requestId" | "contractCurrency">,
): Promise<CarriageContract> {
  const origin = await originOfOrder(db, order);
  const request = await findRequest(db, order.requestId);
  const content = origin?.content ? contentOfAlternative(origin.content, origin.alternative) : null;
  const spec: Partial<LogisticsSpec> = logisticsSpecSchema.safeParse(request?.spec).data ?? {};
  return {
    ...clausesOf(logisticsTermsSchema.safeParse(content?.terms ?? {}).data ?? {}, content?.conditions ?? []),
    spec,
    lines: content?.lines ?? [],
    exclusions: content?.exclusions ?? [],
    currency: content?.currency ?? order.contractCurrency,
    trucks: spec.equipmentCount ?? 1,
  };
}
