import type { FileKind } from "./file-kind";
import type { Instant } from "../shared/time";

/**
 * `pending` waits for the scanner, `unscanned` came while no scanner was configured. Of an infected file only the row is left: its
 * content is deleted.
 */
export const FILE_STATES = ["pending", "clean", "infected", "unscanned"] as const;
export type FileState = (typeof FILE_STATES)[number];

/**
 * What a file is attached to. Those of a bid, and of what mends it after the close, are named by its request: the first may be sent before the
 * bid is. Those of an inspection are named by the round of the visit, those of a thread by the bid that it is about, those of a check by
 * the organisation that it is of.
 */
export const SUBJECT_KINDS = ["request", "bid", "order", "cure", "inspection", "thread", "check"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export type FileSubject = { readonly kind: SubjectKind; readonly id: string };

/** What is known of a content; kept sealed with it, since a name or a size may tell what a bid says. */
export type FileFacts = {
  readonly name: string;
  readonly kind: FileKind;
  readonly sizeBytes: number;
  /** SHA-256 of what is kept, in hexadecimal: for pictures that is the picture as it was drawn anew. */
  readonly sha256: string;
};

/** A file as this viewer may know it. */
export type ShownFile = FileFacts & {
  readonly id: string;
  readonly state: FileState;
  readonly isOwn: boolean;
  readonly milestoneCode: string | null;
  readonly createdAt: Instant;
  /** Whether its content may be had now. */
  readonly mayRead: boolean;
  /** Whether it may still be taken away. */
  readonly mayRemove: boolean;
};
