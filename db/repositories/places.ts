import { asc } from "drizzle-orm";
import type { Hub, Network, Place } from "../../domain/hubs/place";
import type { Reader } from "../database";
import { borderWaits, hubs, legs, places, planningSpeeds } from "../schema/hubs";

const E4 = 10_000;
const TENTHS = 10;

function placeOf({ latE4, lonE4, ...row }: typeof places.$inferSelect): Place {
  return { ...row, lat: latE4 / E4, lon: lonE4 / E4 };
}

export async function readHubs(db: Reader): Promise<Hub[]> {
  return await db.select().from(hubs).orderBy(asc(hubs.id));
}

/** All that the planner knows of the world, as the database has it now. */
export async function readNetwork(db: Reader): Promise<Network> {
  const placeRows = await db.select().from(places).orderBy(asc(places.id));
  const legRows = await db.select().from(legs);
  const speedRows = await db.select().from(planningSpeeds);
  const waitRows = await db.select().from(borderWaits);
  return {
    places: placeRows.map(placeOf),
    legs: legRows,
    speeds: speedRows.map((speed) => ({ ...speed, value: Number(speed.value) })),
    waits: waitRows.map(({ hoursTenths, ...wait }) => ({ ...wait, hours: hoursTenths / TENTHS })),
  };
}
