import { randomBytes } from "node:crypto";
import { dayOf, type Instant, instant, monthOf } from "../../domain/shared/time";
import type { Database, Writer } from "../../db/database";
import { openDatabase } from "../../db/open-database";
import type { DomainEvent } from "../../domain/notices/events";
import { assert } from "../../domain/shared/result";
import { env } from "./process/env";

// Crockford's alphabet: no I, L, O, U, so that an id read aloud survives.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_LETTERS = 10;
const RANDOM_BYTES = 10;

let lastMs = 0;
let lastRandom = Buffer.alloc(RANDOM_BYTES);

function letters(value: bigint, count: number): string {
  let text = "";
  for (let rest = value; text.length < count; rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text;
  return text;
}

/** The next random part: fresh for a new millisecond, one higher within it, so that ids of one process sort as they were made. */
function nextRandom(ms: number): Buffer {
  if (ms > lastMs) {
    lastMs = ms;
    lastRandom = randomBytes(RANDOM_BYTES);
    // Room to count up without overflow.
    lastRandom[0] = (lastRandom[0] as number) & 0x7f;
    return lastRandom;
  }
  for (let at = RANDOM_BYTES - 1; at >= 0; at--) {
    lastRandom[at] = ((lastRandom[at] as number) + 1) & 0xff;
    if (lastRandom[at] !== 0) break;
  }
  return lastRandom;
}

/** An id that we make ourselves (no sequence): 48 bits of time and 80 of randomness, 26 letters, sorting by time. */
export function newId(nowMs: number = Date.now()): string {
  const random = nextRandom(nowMs);
  return letters(BigInt(lastMs), TIME_LETTERS) + letters(BigInt(`0x${random.toString("hex")}`), 16);
}

/** A short number for people, such as `KR-2611-7F3K2Q`: kind, year and month by the market's zone, six letters. Its table keeps it unique. */
export function newReference(kind: "KD" | "KR" | "KO", nowMs: number): string {
  const month = monthOf(dayOf(instant(nowMs)))
    .slice(2)
    .replace("-", "");
  const tail = [...randomBytes(6)].map((byte) => ALPHABET[byte & 31]).join("");
  return `${kind}-${month}-${tail.toUpperCase()}`;
}

/** An id at a given time from a given stream of numbers in [0, 1): for a demo market that is the same every time. */
export function idFrom(ms: number, random: () => number): string {
  const tail = Array.from({ length: 16 }, () => ALPHABET[Math.floor(random() * 32)]).join("");
  return letters(BigInt(ms), TIME_LETTERS) + tail;
}

/** A reference from such a stream. */
export function referenceFrom(kind: "KD" | "KR" | "KO", ms: number, random: () => number): string {
  const tail = Array.from({ length: 6 }, () => ALPHABET[Math.floor(random() * 32)]).join("");
  return `${newReference(kind, ms).slice(0, 8)}${tail.toUpperCase()}`;
}

/** The one clock of the product. A command reads it inside its transaction, so that the server alone decides what is in time. */
type Clock = () => Instant;

export const systemClock: Clock = () => instant(Date.now());

/** What every command runs on. Tests and the demo builder make their own; the web process has one. */
export type Platform = {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly newReference: (kind: "KD" | "KR" | "KO") => string;
  /** Called after a commit that wrote events, so that the relay need not wait for its next look. */
  readonly nudge: () => void;
  /** Whether callers are held to the rate limits; the builder of a demo market makes a year of calls in a minute. */
  readonly isMetered: boolean;
  /** In place of the domain that is set for answers to mails. */
  readonly replyDomain?: string;
  /** Asked at the end of each command's transaction; tests hold here what must be true after every command. A throw undoes the command. */
  readonly witness?: (written: Written) => Promise<void>;
};

/** What a command has written, still within its transaction. */
export type Written = { readonly tx: Writer; readonly now: Instant; readonly events: readonly DomainEvent[] };

type Holder = { platform?: Platform; listeners: Set<() => void> };

// Each route bundle may hold its own copy of a module, so what must be one per process hangs on globalThis.
const holder = ((globalThis as unknown as { kouan?: Holder }).kouan ??= { listeners: new Set() });

/** Calls `listener` after each commit of this process that wrote events; answers how to stop. */
export function onCommitted(listener: () => void): () => void {
  holder.listeners.add(listener);
  return () => holder.listeners.delete(listener);
}

export function platformOver(database: Database, clock: Clock = systemClock): Platform {
  return {
    database,
    clock,
    newId: () => newId(),
    newReference: (kind) => newReference(kind, clock()),
    nudge: () => {
      for (const listener of holder.listeners) listener();
    },
    isMetered: true,
  };
}

/** The domain whose addresses take answers to mails; empty where nothing takes any. */
export const replyDomainOf = ({ replyDomain }: Platform): string => replyDomain ?? env().REPLY_DOMAIN;

/** The web process's one platform. */
export function platform(): Platform {
  holder.platform ??= platformOver(openDatabase());
  return holder.platform;
}

/** Puts a test's platform in place of the process's own; outside of tests there is nothing to swap. */
export function usePlatform(of: Platform): void {
  assert(process.env.KOUAN_ENV === "test", "only a test swaps the platform");
  holder.platform = of;
}
