import "server-only";
import { countDueMails } from "../../db/repositories/notices";
import { HOUR_MS, MINUTE_MS } from "../../domain/shared/time";
import { platform } from "../platform/platform";
import { env } from "../platform/process/env";
import { keptFor } from "../platform/process/kept-for";
import { health } from "./health";

const KEPT_MS = 5_000;
/** Notices that wait longer than this come late. */
const LATE_MS = MINUTE_MS;
/** So many mails that are due and not sent are a queue. */
const MAILS_MANY = 100;

const dueMails = keptFor("due mails", KEPT_MS, countDueMails);

/** How a part of this site does: well, slowly, not at all, or it was not set up. */
export type PartState = "well" | "slow" | "down" | "none";

/** How the site does, in parts that anybody understands: nothing of it names a machine, a fault or a version. */
export async function marketStatus() {
  const { status, oldestWaitMs } = await health();
  const { database, clock } = platform();
  const isWell = status === "ok";
  // A database that does not answer has been told of above.
  const mails = isWell ? await dueMails(database.read, clock()).catch(() => null) : null;
  const notices: PartState = oldestWaitMs === null ? "down" : oldestWaitMs <= LATE_MS ? "well" : "slow";
  const mail: PartState =
    env().SMTP_URL === "" ? "none" : mails === null ? "down" : mails < MAILS_MANY ? "well" : "slow";
  return {
    parts: { database: isWell ? "well" : "down", notices, mail } as const satisfies Record<string, PartState>,
    /** How long the oldest notice waits, in whole minutes; null where it cannot be counted. */
    waitMinutes: oldestWaitMs === null ? null : Math.floor(Math.min(oldestWaitMs, 24 * HOUR_MS) / MINUTE_MS),
    mails: env().SMTP_URL === "" ? null : mails,
    at: clock(),
  };
}
