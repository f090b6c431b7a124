import type { Reader } from "@/db/database";
import { closuresOfHub } from "@/db/repositories/hub-board";
import type { Closure } from "@/domain/orders/delay/closure";
import { isFor, spanOf } from "@/domain/hubs/board/closure";
import type { Mode } from "@/domain/hubs/place";
import { instant } from "@/domain/shared/instant";

/** More than a hub closes in the life of an order. */
const CLOSURES_MAX = 500;

/** When the hub was or is closed for a mode, as its board says it; one that was withdrawn up to its withdrawal. */
export async function closuresOf(db: Reader, hubId: string, mode: Mode): Promise<readonly Closure[]> {
  const found = await closuresOfHub(db, { hubId, limit: CLOSURES_MAX });
  return found
    .filter((closure) => isFor(closure, mode))
    .map(spanOf)
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
}
