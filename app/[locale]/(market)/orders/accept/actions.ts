"use server";

import { getTranslations } from "next-intl/server";
import { acceptOrder } from "@/server/orders/accept-order";
import { deliveriesToAccept } from "@/server/orders/queries/orders";
import { manyAction } from "@/server/platform/form/many-action";
import { platform } from "@/server/platform/platform";

/** Several deliveries at once, each judged as if it were alone. */
export const acceptDeliveriesAction = manyAction({
  command: acceptOrder,
  field: "orderIds",
  inputOf: (orderId) => ({ orderId }),
  named: async (actor) => {
    const { database, clock } = platform();
    const orders = await deliveriesToAccept(database.read, actor, { now: clock() });
    return new Map(orders.map(({ id, reference }) => [id, reference]));
  },
  words: async (count) => (await getTranslations("orders.several"))("accepted", count),
});
