import "server-only";
import type { Reader } from "@/db/database";
import type { Town } from "@/db/drivers/cities-file";
import { readPlaceNames } from "@/db/reference/read-clerk-knowledge";
import { lastLegs } from "@/domain/hubs/last-leg";
import { crowKm, isEnd, isTownId, type Place } from "@/domain/hubs/place";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { LOCALES } from "@/domain/shared/locale";
import { placeName } from "@/domain/shared/place-names";
import { searchTokens } from "@/domain/shared/search-text";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import type { FoundTown, FoundTowns, TownBeyond } from "@/views/hubs";
import type { MeantPlaces } from "@/views/postings";
import { lexicon } from "@/db/reference/read-lexicon";
import { type MeantByName, placesMeant } from "./meant-places";
import { cities, namedPlace, type ReferenceData, referenceData } from "./network";

/** The fields of a posting that say where its goods start and end. */
export const END_FIELDS = ["originId", "destinationId"] as const;

/** A town of the list that lies so near to a place of the network of the same name is that place, whatever it was found by. */
const SAME_TOWN_KM = 40;

type Known = { readonly place: Place; readonly words: readonly string[]; readonly called: readonly string[] };

// One per process, whichever route bundle asks first: names come with a release.
const holder = globalThis as unknown as { kouanPlaceWords?: readonly Known[] };

async function placesByWords(read: Reader): Promise<readonly Known[]> {
  if (holder.kouanPlaceWords) return holder.kouanPlaceWords;
  const { places } = await referenceData(read);
  const ends = [...places.values()].filter((place) => isEnd(place) && !isEmbargoed(place.country));
  const named = readPlaceNames(ends);
  holder.kouanPlaceWords = ends.map((place) => {
    const names = [place.id, place.unlocode ?? "", place.nameEn, place.nameZh, ...(named.get(place.id) ?? [])];
    return { place, words: [...new Set(names.flatMap(searchTokens))], called: names.map(plain) };
  });
  return holder.kouanPlaceWords;
}

/** A name by its letters alone, as it is compared. */
const plain = (name: string): string => searchTokens(name).join(" ");

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
  const written = lexicon().simplified(q);
  const asked = searchTokens(written);
  if (asked.length === 0) return [];
  const [known, world] = [await placesByWords(read), await referenceData(read)];
  const meant = placesMeant(written, { isCorrected: false });
  const own = known.filter(({ place }) => isMeant(place, meant));
  const isBegun = ({ words }: Known) => asked.every((word) => words.some((one) => one.startsWith(word)));
  const begun = own.length > 0 ? [] : known.filter(isBegun);
  // A name that is whole leaves only towns that are called so; one that is begun, all that begin so.
  const towns = (own.length > 0 ? cities().called(written, limit) : cities().find(written, 2 * limit)).map(
    (town) => known.find((one) => sharesName(town, one))?.place ?? town,
  );
  const found = new Set([...own.map(({ place }) => place), ...begun.map(({ place }) => place), ...towns]);
  const right = found.size === 0 ? placesMeant(written, { isCorrected: true }) : meant;
  const instead = found.size === 0 ? known.filter(({ place }) => isMeant(place, right)).map(({ place }) => place) : [];
  return [...found, ...instead].slice(0, limit).map((place) => asFound(place, world));
}

const isMeant = ({ id, country }: Place, meant: MeantByName): boolean =>
  meant.ids.has(id) && (meant.country === null || meant.country === country);

const asFound = (place: Place | Town, world: ReferenceData): FoundTown => ({
  region: null,
  ...place,
  near: isTownId(place.id) ? nearestTo(place, world) : null,
});

/** So many towns of one name are looked at. */
const CALLED_MAX = 8;
const SEPARATOR = /[,，、]/u;

/** What stands behind the comma of "Suzhou, Jiangsu" or "昆山, 中国": a region or a country, in either language. */
function isIn(place: Place | Town, words: string): boolean {
  const { region } = { region: null, ...place };
  const countries = LOCALES.map((locale) => new Intl.DisplayNames(locale, { type: "region" }).of(place.country) ?? "");
  const regions = region ? LOCALES.map((locale) => placeName(region, locale)) : [];
  const said = [place.country, ...countries, ...regions].map(plain);
  return words.split(SEPARATOR).every((one) => said.includes(plain(one)));
}

/**
 * The places that a text names whole: by id or code, or by a name, with its region or country behind a comma or without. A place of the network stands before
 * all towns of its name; of towns those that are called so, else those one of whose other names has the words whole.
 */
export async function placesCalled(read: Reader, text: string): Promise<FoundTown[]> {
  const world = await referenceData(read);
  const known = await placesByWords(read);
  const byId = world.places.get(text.trim());
  if (byId) return [asFound(byId, world)];
  const [name = "", ...rest] = text.split(SEPARATOR);
  const fits = (place: Place | Town) => rest.length === 0 || isIn(place, rest.join(","));
  const own = known.filter(({ called, place }) => plain(name) !== "" && called.includes(plain(name)) && fits(place));
  if (own.length > 0) return own.map(({ place }) => asFound(place, world));
  const towns = cities().called(name, CALLED_MAX).filter(fits);
  return towns.map((town) => asFound(known.find((one) => sharesName(town, one))?.place ?? town, world));
}

/** The fields of a form in which the ends of a way are, with the id of the place in place of a text that names exactly one. */
export async function withEnds<Fields extends FormValues>(read: Reader, fields: Fields): Promise<Fields> {
  const ends = await Promise.all(
    END_FIELDS.map(async (field) => {
      const text = valueOf(fields, field);
      const [one, ...others] = text === "" ? [] : await placesCalled(read, text);
      return one && others.length === 0 ? [[field, one.id] as const] : [];
    }),
  );
  return { ...fields, ...Object.fromEntries(ends.flat()) };
}

/** What a question finds, and where no place of ours is called so, the towns beyond that are. */
export async function foundFor(
  read: Reader,
  asked: { readonly q: string; readonly limit: number },
): Promise<FoundTowns> {
  const [items, called] = [await findTowns(read, asked), await placesCalled(read, asked.q)];
  return { items, beyond: called.length > 0 ? [] : await townsBeyond(read, asked.q) };
}

/** So many towns are offered for words that name no place whole. */
const MEANT_MAX = 5;

/** What may be meant by words that name no one place: all that are called so, else what begins so; nothing where a place is named by its id. */
export async function meantBy(read: Reader, text: string): Promise<MeantPlaces | null> {
  const world = await referenceData(read);
  if (text.trim() === "" || world.places.get(text)) return null;
  const called = await placesCalled(read, text);
  const places = called.length > 0 ? called : await findTowns(read, { q: text, limit: MEANT_MAX });
  return { places, beyond: called.length > 0 ? [] : await townsBeyond(read, text) };
}

/** The large towns called so that no way of the market leads to, each with the nearest port abroad that one does. */
async function townsBeyond(read: Reader, q: string): Promise<TownBeyond[]> {
  const world = await referenceData(read);
  const ports = world.network.places.filter(({ country, modes }) => country !== "CN" && modes.includes("sea"));
  return cities()
    .beyond(q, BEYOND_MAX)
    .flatMap(({ lat, lon, ...town }) => {
      const [port] = ports
        .map((place) => ({ place, km: Math.round(crowKm({ lat, lon }, place)) }))
        .sort((a, b) => a.km - b.km);
      return port ? [{ ...town, port: { ...namedPlace(world, port.place.id), km: Math.max(1, port.km) } }] : [];
    });
}

const BEYOND_MAX = 3;
