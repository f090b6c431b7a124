import type { Instant } from "../shared/instant";
import type { FileFacts, FileState } from "./file";

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
