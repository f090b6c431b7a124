/** The orders of a list of one's own bids: by the last change, the latest first where nothing is said, or by the close of their requests. A minus is the latest first. */
export const BID_SORTS = ["-updated", "updated", "closes", "-closes"] as const;
export type BidSort = (typeof BID_SORTS)[number];
