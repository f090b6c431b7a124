"use server";

import { getTranslations } from "next-intl/server";
import { bidsToWithdraw } from "@/server/bidding/queries/desk";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { manyAction } from "@/server/platform/form/many-action";
import { platform } from "@/server/platform/platform";

/** Several bids at once, each judged as if it were alone. */
export const withdrawBidsAction = manyAction({
  command: withdrawBid,
  field: "bidIds",
  inputOf: (bidId) => ({ bidId }),
  named: async (actor) => {
    const { database, clock } = platform();
    const bids = await bidsToWithdraw(database.read, actor, { now: clock() });
    return new Map(bids.map(({ id, reference }) => [id, reference]));
  },
  words: async (count) => (await getTranslations("lists.withdraw"))("withdrawn", count),
});
