import { z } from "zod";
import { HEALTH_DAYS } from "../../domain/remittance/corridor-health";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { corridors } from "./queries/corridors";
import { paymentPage } from "./queries/remittance";
import { listShape, pathId } from "../platform/api/fields";
import { corridorShape, paymentShape, writeCorridor, writePayment } from "./shapes";

export const getPayment = queryEndpoint({
  name: "getPayment",
  path: "/api/v1/orders/{orderId}/payment",
  summary: "The rates and sendings of a payment order, to its two parties",
  scope: "orders:read",
  params: z.strictObject({ orderId: pathId }),
  response: paymentShape,
  versionOf: (page) => page.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await paymentPage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept(writePayment(page)) : refuse("not_found");
  },
});

export const listCorridors = queryEndpoint({
  name: "listCorridors",
  path: "/api/v1/corridors",
  summary: `How money fares on each corridor, from the market's own orders of the last ${HEALTH_DAYS} days`,
  description: "A corridor with fewer than five orders or fewer than three providers is not shown, only counted.",
  scope: null,
  response: listShape(corridorShape).extend({
    suppressed: z.int().meta({ description: "Corridors with too few orders or providers to be shown" }),
  }),
  async run() {
    const { database, clock } = platform();
    const shown = await corridors(database.read, clock());
    return accept({ items: shown.corridors.map(writeCorridor), nextCursor: null, suppressed: shown.suppressed });
  },
});
