import "server-only";
import type { Reader } from "@/db/database";
import { readPlaceNames } from "@/db/reference/read-clerk-knowledge";
import { lastLegs } from "@/domain/hubs/last-leg";
import { crowKm, isEnd, isTownId, type Place } from "@/domain/hubs/place";
import { searchTokens } from "@/domain/shared/search-text";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import type { FoundTown } from "@/views/hubs";
import { cities, namedPlace, type ReferenceData, referenceData } from "./network";

/** A town of the list that lies so near to a place of the network of the same name is that place, whatever it was found by. */
const SAME_TOWN_KM = 40;

type Known = { readonly place: Place; readonly words: readonly string[] };

// One per process, whichever route bundle asks first: names come with a release.
const holder = globalThis as unknown as { kouanPlaceWords?: readonly Known[] };

async function placesByWords(read: Reader): Promise<readonly Known[]> {
  if (holder.kouanPlaceWords) return holder.kouanPlaceWords;
  const { places } = await referenceData(read);
  const ends = [...places.values()].filter((place) => isEnd(place) && !isEmbargoed(place.country));
  const named = readPlaceNames(ends);
  holder.kouanPlaceWords = ends.map((place) => {
    const names = [place.id, place.unlocode ?? "", place.nameEn, place.nameZh, ...(named.get(place.id) ?? [])];
    return { place, words: [...new Set(names.flatMap(searchTokens))] };
  });
  return holder.kouanPlaceWords;
}

const sharesName = (town: Place, { place, words }: Known): boolean =>
  crowKm(town, place) < SAME_TOWN_KM &&
  [town.nameEn, town.nameZh].some((name) => searchTokens(name).every((word) => words.includes(word)));

/** The place of the network that a town is joined to by the shortest road. */
function nearestTo(town: Place, known: ReferenceData): FoundTown["near"] {
  const [leg] = lastLegs(town, known.network.places).sort((a, b) => a.km - b.km);
  return leg ? { ...namedPlace(known, leg.toId), km: leg.km } : null;
}

/**
 * Where goods can start or end, by any name in the five languages of the market or by UN/LOCODE: the places of the network first, then the towns of the
 * world, the largest first. Each word of the question begins one of a name.
 */
export async function findTowns(
  read: Reader,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<FoundTown[]> {
  const asked = searchTokens(q);
  if (asked.length === 0) return [];
  const [known, world] = [await placesByWords(read), await referenceData(read)];
  const own = known.filter(({ words }) => asked.every((word) => words.some((one) => one.startsWith(word))));
  const towns = cities()
    .find(q, 2 * limit)
    .map((town) => known.find((one) => sharesName(town, one))?.place ?? town);
  return [...new Set([...own.map(({ place }) => place), ...towns])]
    .slice(0, limit)
    .map((place) => ({ ...place, near: isTownId(place.id) ? nearestTo(place, world) : null }));
}
