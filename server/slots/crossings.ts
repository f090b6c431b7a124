import type { Reader } from "../../db/database";
import { crossingsOf } from "../../domain/slots/crossings";
import type { SlotSystem } from "../../domain/slots/systems";
import { world } from "../queries/network";

/** The places where a truck through this hub may have its slot in this system. */
export async function crossingsAt(db: Reader, hubId: string, system: SlotSystem): Promise<string[]> {
  const known = await world(db);
  const legs = known.network.crossings.export.flatMap(({ leg }) => (leg.mode === "road" ? [leg] : []));
  return crossingsOf(hubId, { places: known.places, legs }, system);
}
