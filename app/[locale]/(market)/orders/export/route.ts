import { listFile } from "@/app/list-file";
import { orderFile } from "@/components/orders/order-file";
import { listOrders } from "@/server/orders/queries/orders";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { askedOrders, orderFilterOf } from "../asked-orders";

const READ_AT_A_TIME = 200;

/** The organisation's orders as their list shows them. */
export const GET = download("order.read", ({ actor, query }) => {
  const { database, clock } = platform();
  const asked = orderFilterOf(askedOrders.parse(Object.fromEntries(query)));
  const question = { ...asked, limit: READ_AT_A_TIME, now: clock() };
  return listFile(actor, {
    list: "orders",
    pageAfter: (cursor) => listOrders(database.read, actor, { ...question, cursor }),
    columnsIn: orderFile,
  });
});
