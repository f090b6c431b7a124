/** What may have been done to the members before their page is shown again, as its address says it. */
export const MEMBERS_DONE = ["invited", "withdrawn", "changed", "removed"] as const;
export type MembersDone = (typeof MEMBERS_DONE)[number];
