import { type Instant, instant } from "../../domain/shared/instant";
import type { Database, Writer } from "../../db/database";
import { openDatabase } from "../../db/open-database";
import type { DomainEvent } from "../../domain/notices/events";
import { assert } from "../../domain/shared/assert";
import { newId, newReference } from "./new-id";

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
