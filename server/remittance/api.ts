import { z } from "zod";
import { HEALTH_DAYS } from "../../domain/remittance/corridor-health";
import { accept, refuse } from "../../domain/shared/result";
import { corridorHealth, orderPayment } from "../../views/payments";
import { listShape, pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { recentCorridors } from "./rate-queries";
import { paymentPage } from "./queries";

export const getPayment = queryEndpoint({
  name: "getPayment",
  path: "/api/v1/orders/{orderId}/payment",
  summary: "The rates and sendings of a payment order, to its two parties",
  scope: "orders:read",
  params: z.strictObject({ orderId: pathId }),
  response: orderPayment,
  versionOf: (page) => page.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await paymentPage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept(page) : refuse("not_found");
  },
});

export const listCorridors = queryEndpoint({
  name: "listCorridors",
  path: "/api/v1/corridors",
  summary: `How money fares on each corridor, from the market's own orders of the last ${HEALTH_DAYS} days`,
  description:
    "A corridor is a payer's country, a payee's country, a currency and a channel. One with fewer than five orders or fewer than three providers is not shown, only counted.",
  scope: null,
  response: listShape(corridorHealth).extend({
    suppressed: z.int().meta({ description: "Corridors with too few orders or providers to be shown" }),
    suppressedSendings: z.int().meta({ description: "Sendings on those corridors, all together" }),
  }),
  async run() {
    const { database, clock } = platform();
    const { corridors: items, ...rest } = await recentCorridors(database.read, clock());
    return accept({ items, nextCursor: null, ...rest });
  },
});
