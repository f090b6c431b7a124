"use server";

import { z } from "zod";
import { clearBook, correctEntry, dropEntry } from "@/server/deals/book/change-book";
import { formAction } from "@/server/platform/form/form-action";
import type { BookDone } from "./book-done";

/** Back to the book, where it is said what was done. */
const toBook = (done: BookDone) => () => ({ goTo: `/organisation/address-book?done=${done}` });

const entryId = z.string().default("");

export const correctEntryAction = formAction({
  command: correctEntry,
  form: z.object({ entryId, facts: z.record(z.string(), z.string()).default({}) }),
  then: toBook("corrected"),
});

export const dropEntryAction = formAction({
  command: dropEntry,
  form: z.object({ entryId }),
  then: toBook("dropped"),
});

export const clearBookAction = formAction({
  command: clearBook,
  form: z.object({}),
  then: toBook("cleared"),
});
