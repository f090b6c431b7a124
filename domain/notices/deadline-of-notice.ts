import type { NoticeKind } from "./hearing";

/** Which time of its request a mail names: where its reader has to do something by then. */
const DEADLINES: Partial<Record<NoticeKind, "closesAt" | "decideBy">> = {
  request_invited: "closesAt",
  request_to_review: "closesAt",
  request_opened: "decideBy",
};

/** The time of the request by which the reader of such a notice has to act; null where there is none. */
export const deadlineOfNotice = (kind: NoticeKind): "closesAt" | "decideBy" | null => DEADLINES[kind] ?? null;
