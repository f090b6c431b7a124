import type { Reader } from "@/db/database";
import { type SlotSystem, crossingsOf } from "@/domain/orders/slots/systems";
import type { CrossingClock } from "@/domain/orders/slots/window";
import { truckHoursAt } from "../../hubs/read-board";
import { referenceData } from "../../hubs/queries/network";
import { ruleInForce } from "@/db/repositories/market-rules";
import { type CalculationIndex, INDEX_ZONE, calculationIndexAt } from "@/domain/shared/calculation-index";
import { dayOf, type Instant, type LocalDate, MARKET_ZONE } from "@/domain/shared/time";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Locale, localeOf } from "@/domain/shared/locale";
import type { SlotGuide } from "@/views/slots";

/** The places where a truck through this hub may have its slot in this system. */
export async function crossingsAt(db: Reader, hubId: string, system: SlotSystem): Promise<string[]> {
  const known = await referenceData(db);
  const legs = known.network.crossings.export.flatMap(({ leg }) => (leg.mode === "road" ? [leg] : []));
  return crossingsOf(hubId, { places: known.places, legs }, system);
}

/** The clock of a crossing, with the hours in which its hub lets trucks through by the last count of its board. */
export async function crossingClockAt(
  db: Reader,
  { hubId, placeId, now }: { readonly hubId: string; readonly placeId: string; readonly now: Instant },
): Promise<CrossingClock> {
  const { places } = await referenceData(db);
  return { zone: places.get(placeId)?.zone ?? MARKET_ZONE, hours: await truckHoursAt(db, hubId, now) };
}

/** The index by which slots are charged at `now`, with the day that it is in the country then. */
export async function feeIndexAt(db: Reader, now: Instant): Promise<CalculationIndex & { readonly day: LocalDate }> {
  const entered = await ruleInForce(db, "calculation_index_kzt", now);
  return { ...calculationIndexAt(now, entered), day: dayOf(now, INDEX_ZONE) };
}

type Written = {
  readonly systems: Readonly<Record<SlotSystem, { readonly title: string; readonly steps: readonly string[] }>>;
};

const known = new Map<Locale, Written>();

function written(language: Locale): Written {
  const kept = known.get(language);
  if (kept) return kept;
  const path = join(process.cwd(), "messages/field/guides", `${language}.json`);
  const read = JSON.parse(readFileSync(path, "utf8")) as Written;
  known.set(language, read);
  return read;
}

/** How a driver goes through a system's queue, in the driver's language; in English where it is none of the five. */
export function slotGuide(system: SlotSystem, locale: string): SlotGuide {
  const language = localeOf(locale);
  return { language, ...written(language).systems[system] };
}
