import type { Instant } from "../../shared/instant";

/** An answer of the buyer, or a correction of it, with its time. */
export type ShownAnswer = { readonly number: number; readonly answer: string; readonly answeredAt: Instant };

/**
 * A question as its reader may know it. Who asked is told to nobody; `isOwn` is known to its asker alone. When it was asked is told to the
 * asker and to the buyer, since beside what else is on record the time would tell who asked.
 */
export type ShownQuestion = {
  readonly id: string;
  readonly question: string;
  readonly isOwn: boolean;
  readonly askedAt: Instant | null;
  /** The first is the answer, the others correct it; none while it waits. */
  readonly answers: readonly ShownAnswer[];
};

/** The questions of a request with what their reader may do. */
export type QuestionsPage = {
  readonly endsAt: Instant;
  /** Whether questions are still taken at all. */
  readonly isOpen: boolean;
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
  readonly questions: readonly ShownQuestion[];
};
