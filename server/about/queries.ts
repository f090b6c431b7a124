import "server-only";
import type { Reader } from "../../db/database";
import { listFees } from "../../db/repositories/about";
import { feesOn } from "../../domain/about/fee";
import { type Actor, may } from "../../domain/access/policy";
import { dayOf, type Instant } from "../../domain/shared/time";
import { keptFor } from "../platform/process/kept-for";

/** For so long a page of visitors may show what was there before a change. */
const KEPT_MS = 5_000;

/** What is charged now, and what is entered to follow; anybody reads it. */
export const chargedFees = keptFor("fees", KEPT_MS, async (read: Reader, now: Instant) => {
  const rows = await listFees(read);
  const today = dayOf(now);
  const coming = rows.filter(({ validFrom }) => validFrom > today).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return { charged: feesOn(rows, today), coming };
});

/** All rows of the fees with who entered them; null to all but administrators. */
export async function feeHistory(read: Reader, viewer: Actor) {
  return may(viewer, "site.change") ? await listFees(read) : null;
}
