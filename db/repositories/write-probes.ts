import { eq, lt, or } from "drizzle-orm";
import { DAY_MS, type Instant, later } from "../../domain/shared/instant";
import type { Writer } from "../database";
import { writeProbes } from "../schema/platform";

// More than a row has room for in its page: it needs a page that is free, as a bid does.
const FILLER = "x".repeat(6_000);

/** Adds a row, then takes out the process's former one and what killed processes have left. */
export async function probeWrite(
  tx: Writer,
  { id, at, formerId }: { readonly id: string; readonly at: Instant; readonly formerId: string | null },
): Promise<void> {
  await tx.insert(writeProbes).values({ id, at, filler: FILLER });
  const isLeft = lt(writeProbes.at, later(at, -DAY_MS));
  await tx.delete(writeProbes).where(formerId === null ? isLeft : or(eq(writeProbes.id, formerId), isLeft));
}
