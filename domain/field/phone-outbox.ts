import { type Instant, later } from "../shared/time";

/** What a server said to something that was sent from a phone; null where no answer came. */
export type Answer = {
  readonly status: number;
  readonly code: string | null;
  /** Why it was not taken, where the server says that in words and by no code. */
  readonly words?: string;
} | null;

/**
 * What follows for what was sent: `received` is on record there and may go from the phone, `refused` was understood and not taken,
 * `later` did not arrive as far as anybody can tell, `over` says that nothing more is taken by this way.
 */
export type Meaning = "received" | "refused" | "later" | "over";

/** Refusals that time may mend: what the report waits for can come while it lies on the phone. */
const MENDED_BY_TIME = new Set(["gate_closed", "awaiting_acceptance", "milestone_out_of_order", "wrong_state"]);

/**
 * Reads an answer. An entry leaves a phone only after a yes or after the server's word that it has it already; whatever is not clearly a no
 * is tried again, since sending twice costs nothing and losing once costs the evidence.
 */
export function meaningOf(answer: Answer): Meaning {
  if (answer === null) return "later";
  const { status, code } = answer;
  if (status >= 200 && status < 300) return "received";
  if (status === 409 && code === "already_received") return "received";
  if (status === 404 || status === 410) return "over";
  if (status === 400 || status === 403 || status === 409 || status === 413 || status === 415 || status === 422)
    return "refused";
  return "later";
}

/** Whether a refused entry is worth another try without anybody having changed it. */
export const mayMend = (code: string | null): boolean => code !== null && MENDED_BY_TIME.has(code);

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait after so many tries in a row without an answer: twice as long each time, a minute at the most. */
export const waitAfter = (tries: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10));

/** A line may take so long; a clock that is off by more is wrong. */
const RIGHT_WITHIN_MS = 2 * 60_000;

export type PhoneTime = {
  /** When it happened by the market's clock, as far as can be known. */
  readonly occurredAt: Instant;
  /** How far the phone's clock was ahead of the market's when it sent (behind, where negative), in milliseconds. */
  readonly driftMs: number;
};

/**
 * When something happened that a phone tells of. Its clock is held against the market's at the moment of sending; where it is off by more than
 * two minutes, the told time is moved by as much. What was told and by how much the clock was off are both kept.
 */
export function phoneTime(told: { readonly occurredAt: Instant; readonly sentAt: Instant }, now: Instant): PhoneTime {
  const driftMs = told.sentAt - now;
  const isRight = Math.abs(driftMs) <= RIGHT_WITHIN_MS;
  return { occurredAt: isRight ? told.occurredAt : later(told.occurredAt, -driftMs), driftMs };
}

/** What has been reported from a phone while its page is open: the step of each entry, by the entry's id. */
export type ReportedHere = ReadonlyMap<string, string>;

type Waiting = { readonly id: string; readonly body: { readonly code: string }; readonly refusal: object | null };

/**
 * What counts as reported now that these entries wait on the phone: what waits to be sent, and what was seen waiting and has left since. A report
 * that was refused has told nothing, and stays untold when it is given up.
 */
export function reportedHere(before: ReportedHere, waiting: readonly Waiting[]): ReportedHere {
  const refused = new Set(waiting.flatMap(({ id, refusal }) => (refusal ? [id] : [])));
  const now = waiting.map(({ id, body }) => [id, body.code] as const);
  return new Map([...before, ...now].filter(([id]) => !refused.has(id)));
}
