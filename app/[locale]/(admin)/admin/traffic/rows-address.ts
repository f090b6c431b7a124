import { LATEST_FIRST, readRowSort, type RowSort, writeRowSort } from "@/domain/hubs/traffic-rows";
import { isQuestion } from "@/server/hubs/queries/traffic-rows";
import type { SearchParams } from "./traffic-address";

export type RowsGroup = "all" | "border" | "other";

/** What of the rows behind a figure is asked for: which hubs', what somebody looks for, in which order, and where the page starts. */
export type RowsAddress = {
  readonly hub: RowsGroup;
  readonly q: string;
  readonly sort: RowSort;
  readonly cursor: string | null;
};

const Q_LETTERS_MAX = 100;

/** What somebody looks for, as far as a database can be asked for it: no control characters and no half ones. */
function readWords(q: SearchParams[string]): string {
  const text = typeof q === "string" ? q.slice(0, Q_LETTERS_MAX).toWellFormed() : "";
  const words = text.replace(/\p{Cc}/gu, " ").trim();
  return isQuestion(words) ? words : "";
}

/** Reads it from the address, which is never trusted: what it says wrong asks for nothing. */
export function readRowsAddress({ hub, q, sort, cursor }: SearchParams, counted: "orders" | "deals"): RowsAddress {
  return {
    hub: hub === "border" || hub === "other" ? hub : "all",
    q: readWords(q),
    sort: readRowSort(typeof sort === "string" ? sort : "", counted),
    cursor: typeof cursor === "string" ? cursor : null,
  };
}

/** The sort as the address keeps it: nothing where the latest come first. */
export function keptSort(sort: RowSort): Record<string, string> {
  const text = writeRowSort(sort);
  return text === writeRowSort(LATEST_FIRST) ? {} : { sort: text };
}
