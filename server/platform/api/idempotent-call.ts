import type { Actor } from "../../../domain/access/actor";
import { onePerProcess } from "../process/one-per-process";
import { problem } from "./problem";

const KEY_MAX_LENGTH = 200;

// Calls of one key that are under way in this process; in another one the database holds them apart.
const callsUnderWay = (): Set<string> => onePerProcess("calls under way", () => new Set<string>());

/** What is wrong with the key of a call, if anything is. */
export function keyProblem(key: string | null, isNeeded: boolean): Response | null {
  if (isNeeded && !key) return problem(400, "idempotency_key_missing");
  return key && key.length > KEY_MAX_LENGTH ? problem(400, "idempotency_key_too_long") : null;
}

/** Runs a call unless another of its organisation with the same key has not ended. */
export async function onceAtATime(actor: Actor, key: string | null, run: () => Promise<Response>): Promise<Response> {
  const flight = key ? `${actor.organisationId} ${key}` : null;
  const underWay = callsUnderWay();
  if (flight && underWay.has(flight)) return problem(409, "in_progress", {}, { "retry-after": "1" });
  if (flight) underWay.add(flight);
  try {
    return await run();
  } finally {
    if (flight) underWay.delete(flight);
  }
}
