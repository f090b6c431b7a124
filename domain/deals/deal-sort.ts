/** The deals of a list: by when they were posted, the latest first where nothing is said, or by the day on which the goods are ready. A minus is the latest first. */
export const DEAL_SORTS = ["-posted", "posted", "ready", "-ready"] as const;
export type DealSort = (typeof DEAL_SORTS)[number];
