import "server-only";
import type { Database, Reader } from "../../db/database";
import { backlog, countDead } from "../../db/outbox";
import { hubs } from "../../db/schema/hubs";
import { type OutageCode, outageOf } from "../../db/failures";
import { probeWrite } from "../../db/repositories/platform";
import { probeSpool } from "../files/spool";
import { newId, platform, systemClock } from "../platform/platform";
import { log } from "../platform/process/log";
import { askedRarely } from "../platform/process/probe-cache";
import { version } from "../platform/process/version";
import { missingMigrations } from "../../db/migrate";
import { keyRefusal } from "../sealing/key-checks";
import { isStopping } from "../platform/process/shutdown";

/** What is not told yet: null where it cannot be counted. */
type Untold = {
  /** Events that were given up. */
  readonly deadLetters: number | null;
  /** Events that wait to be delivered, and for how many milliseconds the oldest of them has. */
  readonly eventsWaiting: number | null;
  readonly oldestWaitMs: number | null;
};

const UNKNOWN: Untold = { deadLetters: null, eventsWaiting: null, oldestWaitMs: null };

/** Reads one row that every prepared database has, and counts the events that wait or were given up; throws where it cannot be read. */
async function vitalSigns(read: Reader): Promise<{ readonly isReadable: boolean; readonly untold: Untold }> {
  const rows = await read.select({ id: hubs.id }).from(hubs).limit(1);
  const { count: eventsWaiting, since } = await backlog(read);
  const oldestWaitMs = since === null ? 0 : Math.max(0, systemClock() - since);
  return { isReadable: rows.length === 1, untold: { deadLetters: await countDead(read), eventsWaiting, oldestWaitMs } };
}

/** Why a process is not well: what storage says, that it says nothing in time, or a fault that the log has. */
type Reason = OutageCode | "too_slow" | "fault";

export type Health = {
  readonly status: "ok" | "unavailable";
  /** Only where it is not well. */
  readonly reason?: Reason;
  readonly database: "sqlite" | "postgres";
  readonly version: string;
} & Untold;

type Signs = { readonly reason: Reason | null; readonly untold: Untold };

// Watchers ask every few seconds, and the log needs to be told once.
let lastReason: Reason | null = null;

function note(reason: Reason | null, error?: unknown): void {
  if (reason !== null && reason !== lastReason) log.error({ reason, err: error }, "this process is not well");
  if (reason === null && lastReason !== null) log.info({ reason: lastReason }, "this process is well again");
  lastReason = reason;
}

let lastProbeId: string | null = null;

/** Writes a row as a command would, and takes out the one of the time before: on a full disk the rows that are there can still be read. */
async function probe({ write }: Database): Promise<void> {
  const id = newId();
  await write((tx) => probeWrite(tx, { id, at: systemClock(), formerId: lastProbeId }));
  lastProbeId = id;
}

const signs = askedRarely(async (database: Database): Promise<Signs> => {
  let untold = UNKNOWN;
  try {
    const found = await vitalSigns(database.read);
    untold = found.untold;
    await probe(database);
    // Uploads arrive in a folder, which may lie on another disk than the database.
    await probeSpool();
    const reason = found.isReadable ? null : "fault";
    note(reason);
    return { reason, untold };
  } catch (error) {
    const reason = outageOf(error)?.code ?? "fault";
    note(reason, error);
    return { reason, untold };
  }
});

/** Whether this process works: its database answers a read and keeps a row in time, and its folder for files keeps a file. */
export async function health(): Promise<Health> {
  const { database } = platform();
  const { reason, untold } = (await signs(database)) ?? { reason: "too_slow" as const, untold: UNKNOWN };
  const about = { database: database.dialect, version: version(), ...untold };
  return reason === null ? { status: "ok", ...about } : { status: "unavailable", reason, ...about };
}

type NotReadyReason = OutageCode | "stopping" | "migrations_missing" | "keys_differ" | "too_slow" | "fault";

export type Readiness = { readonly status: "ready" | "not_ready"; readonly reason?: NotReadyReason };

// Watchers ask every few seconds, and the log needs to be told once.
let lastNotReady: NotReadyReason | "none" = "none";

function noteReadiness(reason: NotReadyReason | "none", more: object = {}): NotReadyReason | "none" {
  if (reason !== lastNotReady) log.warn({ reason, ...more }, "whether this process takes traffic has changed");
  lastNotReady = reason;
  return reason;
}

const notReadyReasonOf = askedRarely(async ({ read, dialect }: Database): Promise<NotReadyReason | "none"> => {
  try {
    const missing = await missingMigrations(read, dialect);
    if (missing.length > 0) return noteReadiness("migrations_missing", { missing });
    const refusal = await keyRefusal(read);
    return refusal ? noteReadiness("keys_differ", { why: refusal.message }) : noteReadiness("none");
  } catch (error) {
    return noteReadiness(outageOf(error)?.code ?? "fault", { err: error });
  }
});

/**
 * Whether this process should be given traffic: its database answers, is of this version and was written with its secrets, and it is not about to
 * end. That nothing can be saved is no reason: all processes share that disk or database, and pages can still be read.
 */
export async function readiness(): Promise<Readiness> {
  const reason = isStopping() ? "stopping" : ((await notReadyReasonOf(platform().database)) ?? "too_slow");
  return reason === "none" ? { status: "ready" } : { status: "not_ready", reason };
}
