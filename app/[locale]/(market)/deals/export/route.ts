import { listFile } from "@/app/list-file";
import { dealFile } from "@/components/deals/deal-file";
import { dealList } from "@/server/deals/queries";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { askedDeals, dealFilterOf } from "../asked-deals";

const READ_AT_A_TIME = 200;

/** The organisation's deals as their list shows them. */
export const GET = download("deal.read", ({ actor, query }) => {
  const { database, clock } = platform();
  const asked = dealFilterOf(askedDeals.parse(Object.fromEntries(query)));
  const question = { ...asked, limit: READ_AT_A_TIME, now: clock() };
  return listFile(actor, {
    list: "deals",
    pageAfter: (cursor) => dealList(database.read, actor, { ...question, cursor }),
    columnsIn: dealFile,
  });
});
