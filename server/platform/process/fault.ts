import { type Outage, outageOf } from "../../../db/failures";
import { newId } from "../platform";
import { log } from "./log";

/** What whoever met a fault is told of it. */
export type Fault = {
  /** Eight letters by which the log has it. */
  readonly reference: string;
  /** Where storage failed, and not the market. */
  readonly outage: Outage | null;
};

/**
 * Logs what broke at a boundary, once, under a reference: that of `about`, where the framework has given one, else a new one. `about` says where
 * it was. Conflicts that lost all their tries come without a stack.
 */
export function noteFault(error: unknown, words: string, about: Readonly<Record<string, unknown>> = {}): Fault {
  const reference = typeof about.reference === "string" ? about.reference : newId().slice(-8).toUpperCase();
  const outage = outageOf(error);
  if (outage?.code === "busy") log.warn({ ...about, reference, outage: outage.code }, words);
  else log.error({ ...about, reference, ...(outage ? { outage: outage.code } : {}), err: error }, words);
  return { reference, outage };
}
