import type { Reader } from "../../db/database";
import type { Closure } from "../../domain/delay/closure";
import type { Mode } from "../../domain/hubs/place";

/** When the hub is closed for a mode, as its board says it. No board is kept yet, so none is known. */
export async function closuresOf(_db: Reader, _hubId: string, _mode: Mode): Promise<readonly Closure[]> {
  return [];
}
