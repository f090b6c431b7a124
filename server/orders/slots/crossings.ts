import type { Reader } from "@/db/database";
import { crossingsOf } from "@/domain/orders/slots/crossings";
import type { SlotSystem } from "@/domain/orders/slots/systems";
import { world } from "../../hubs/queries/network";

/** The places where a truck through this hub may have its slot in this system. */
export async function crossingsAt(db: Reader, hubId: string, system: SlotSystem): Promise<string[]> {
  const known = await world(db);
  const legs = known.network.crossings.export.flatMap(({ leg }) => (leg.mode === "road" ? [leg] : []));
  return crossingsOf(hubId, { places: known.places, legs }, system);
}
