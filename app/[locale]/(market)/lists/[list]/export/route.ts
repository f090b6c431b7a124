import { listFile } from "@/app/list-file";
import { bidFile } from "@/components/bidding/bid-file";
import { dealFile } from "@/components/deals/deal-file";
import { orderFile } from "@/components/orders/order-file";
import { requestFile } from "@/components/requests/request-file";
import type { Actor } from "@/domain/access/policy";
import { isListName, type ListName } from "@/domain/accounts/list-view";
import { requestFilterSchema } from "@/domain/requests/request-filter";
import type { Instant } from "@/domain/shared/time";
import { ownBids } from "@/server/bidding/queries/desk";
import { dealList } from "@/server/deals/queries";
import { listOrders } from "@/server/orders/queries/orders";
import { requestList } from "@/server/requests/queries/requests";
import { type Download, download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { askedBids, bidFilterOf } from "../../../bids/asked-bids";
import { askedDeals, dealFilterOf } from "../../../deals/asked-deals";
import { askedOrders, orderFilterOf } from "../../../orders/asked-orders";

const READ_AT_A_TIME = 200;

type Asked = { readonly actor: Actor; readonly asked: Record<string, string>; readonly now: Instant };

/** Each list's file: what its address asks, page by page, as its own query answers its reader. */
const FILES: Readonly<Record<ListName, (of: Asked) => Promise<Download | Response>>> = {
  deals({ actor, asked, now }) {
    const question = { ...dealFilterOf(askedDeals.parse(asked)), limit: READ_AT_A_TIME, now };
    const pageAfter = (cursor: string | null) => dealList(platform().database.read, actor, { ...question, cursor });
    return listFile(actor, { list: "deals", pageAfter, columnsIn: dealFile });
  },
  orders({ actor, asked, now }) {
    const question = { ...orderFilterOf(askedOrders.parse(asked)), limit: READ_AT_A_TIME, now };
    const pageAfter = (cursor: string | null) => listOrders(platform().database.read, actor, { ...question, cursor });
    return listFile(actor, { list: "orders", pageAfter, columnsIn: orderFile });
  },
  bids({ actor, asked, now }) {
    const question = { ...bidFilterOf(askedBids.parse(asked)), limit: READ_AT_A_TIME, now };
    const pageAfter = (cursor: string | null) => ownBids(platform().database.read, actor, { ...question, cursor });
    return listFile(actor, { list: "bids", pageAfter, columnsIn: bidFile });
  },
  requests({ actor, asked, now }) {
    const { cursor: _, ...filter } = requestFilterSchema.parse(asked);
    const pageAfter = (cursor: string | null) =>
      requestList(platform().database.read, actor, {
        ...{ filter: cursor === null ? filter : { ...filter, cursor }, limit: READ_AT_A_TIME, now },
      });
    return listFile(actor, { list: "requests", pageAfter, columnsIn: requestFile });
  },
};

/** A list as its page shows it to its reader, as a file. */
export const GET = download(["deal.read", "order.read", "bid.read_own"], ({ actor, query, params: { list = "" } }) => {
  if (!isListName(list)) return Promise.resolve(null);
  return FILES[list]({ actor, asked: Object.fromEntries(query), now: platform().clock() });
});
