import type { Database } from "../../db/database";
import { missingMigrations } from "../../db/migrate";
import { type OutageCode, outageOf } from "../../db/failures";
import { platform } from "../platform/platform";
import { keyRefusal } from "../sealing/key-checks";
import { log } from "../platform/process/log";
import { askedRarely } from "../platform/process/probe-cache";
import { isStopping } from "../platform/process/shutdown";

type Reason = OutageCode | "stopping" | "migrations_missing" | "keys_differ" | "too_slow" | "fault";

export type Readiness = { readonly status: "ready" | "not_ready"; readonly reason?: Reason };

// Watchers ask every few seconds, and the log needs to be told once.
let lastReason: Reason | "none" = "none";

function note(reason: Reason | "none", more: object = {}): Reason | "none" {
  if (reason !== lastReason) log.warn({ reason, ...more }, "whether this process takes traffic has changed");
  lastReason = reason;
  return reason;
}

const reasonOf = askedRarely(async ({ read, dialect }: Database): Promise<Reason | "none"> => {
  try {
    const missing = await missingMigrations(read, dialect);
    if (missing.length > 0) return note("migrations_missing", { missing });
    const refusal = await keyRefusal(read);
    return refusal ? note("keys_differ", { why: refusal.message }) : note("none");
  } catch (error) {
    return note(outageOf(error)?.code ?? "fault", { err: error });
  }
});

/**
 * Whether this process should be given traffic: its database answers, is of this version and was written with its secrets, and it is not about to
 * end. That nothing can be saved is no reason: all processes share that disk or database, and pages can still be read.
 */
export async function readiness(): Promise<Readiness> {
  const reason = isStopping() ? "stopping" : ((await reasonOf(platform().database)) ?? "too_slow");
  return reason === "none" ? { status: "ready" } : { status: "not_ready", reason };
}
