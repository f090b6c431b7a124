/** What was done with the address book, as its page says it. */
export const BOOK_DONE = ["corrected", "dropped", "cleared"] as const;
export type BookDone = (typeof BOOK_DONE)[number];
