import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CLERK_LANGUAGES, type Knowledge, type KnownHeading, type KnownPlace } from "@/domain/deals/clerk/reading";
import { isEnd, type Leg, type Place } from "@/domain/hubs/place";
import { parseCsv } from "./parse-csv";

const nameRow = z.object({
  place_id: z.string().min(1),
  language: z.enum(CLERK_LANGUAGES),
  name: z.string().min(1),
  forms: z.string(),
});

const headingRow = z.object({
  code: z.string().min(1),
  en: z.string(),
  "zh-CN": z.string(),
  ru: z.string(),
  vi: z.string(),
  kk: z.string(),
  keywords: z.string(),
  level: z.enum(["section", "chapter", "heading", "subheading"]),
});

const split = (cell: string): string[] => cell.split("|").filter((word) => word !== "");

// "Horgos (Khorgos)" is two names; "Pingxiang (railway station)" is one and a remark, which no text uses as a name.
const namesIn = (name: string): string[] => [name.replace(/\s*[（(].*$/u, "").trim()];

/** The hub at whose gate a place stands: its own, or the one on the other side of its shortest leg. */
export function gateOf(place: Place, places: ReadonlyMap<string, Place>, legs: readonly Leg[]): string | null {
  if (place.hubId !== null || place.role !== "counterpart") return place.hubId;
  const beside = legs
    .filter(({ fromId, toId }) => fromId === place.id || toId === place.id)
    .sort((a, b) => a.km - b.km)
    .map(({ fromId, toId }) => places.get(fromId === place.id ? toId : fromId)?.hubId ?? null);
  return beside.find((hubId) => hubId !== null) ?? null;
}

function headingOf(row: z.infer<typeof headingRow>): KnownHeading {
  const { code, en, ru, vi, kk, keywords, "zh-CN": zh } = row;
  return { code, words: [...new Set([en, zh, ru, vi, kk, ...split(keywords)])] };
}

const SHIPPED = join(process.cwd(), "db", "reference");

const readRows = <Row extends z.ZodType>(
  file: string,
  { row, folder }: { readonly row: Row; readonly folder: string },
): z.infer<Row>[] =>
  z
    .array(row)
    .parse(parseCsv(readFileSync(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ folder, file), "utf8")));

/** What the places of the network are called in the five languages of the market, by id. */
export function readPlaceNames(places: readonly Place[], folder: string = SHIPPED): ReadonlyMap<string, string[]> {
  const byPlace = Map.groupBy(readRows("place-names.csv", { row: nameRow, folder }), (row) => row.place_id);
  return new Map(
    places.map(({ id, nameEn, nameZh }) => {
      const own = (byPlace.get(id) ?? []).flatMap(({ name, forms }) => [name, ...split(forms)]);
      return [id, [...new Set([...namesIn(nameEn), ...namesIn(nameZh), ...own])]];
    }),
  );
}

const isIn = (script: RegExp) => (name: string) => script.test(name);

/** What people call the airport of a town, who seldom say its own name: `郑州机场`, `sân bay Trịnh Châu`. */
function airportNames(
  airport: Place,
  places: readonly Place[],
  named: ReadonlyMap<string, readonly string[]>,
): string[] {
  const town = places.find((place) => place.role === "origin" && airport.nameEn.startsWith(`${place.nameEn} `));
  const towns = town ? (named.get(town.id) ?? []) : [];
  return [
    ...towns.filter(isIn(/\p{Script=Han}/u)).flatMap((name) => [`${name}机场`, `${name}国际机场`]),
    ...towns.filter(isIn(/\p{Script=Latin}/u)).flatMap((name) => [`${name} airport`, `sân bay ${name}`]),
    ...towns
      .filter(isIn(/\p{Script=Cyrillic}/u))
      .flatMap((name) => [
        `${name} әуежайы`,
        ...["", "а", "у", "е", "ом"].map((ending) => `аэропорт${ending} ${name}`),
      ]),
  ];
}

/** What the clerk knows of the world, from the shipped names and headings and the places and legs as the database has them. */
export function readClerkKnowledge(
  referenceData: { readonly places: readonly Place[]; readonly legs: readonly Leg[] },
  folder: string = SHIPPED,
): Knowledge {
  const byId = new Map(referenceData.places.map((place) => [place.id, place]));
  const named = readPlaceNames(referenceData.places, folder);
  const places = referenceData.places.map((place): KnownPlace => {
    const hubId = gateOf(place, byId, referenceData.legs);
    const own = named.get(place.id) ?? [];
    const isAirport = place.role === "air gateway";
    const names = isAirport ? [...own, ...airportNames(place, referenceData.places, named)] : own;
    // Whoever names an airport means it; whoever names a port may mean its town.
    return { id: place.id, hubId, isEnd: isEnd(place) || isAirport, names };
  });
  const headings = readRows("hs-headings.csv", { row: headingRow, folder })
    .filter(({ level }) => level === "heading" || level === "subheading")
    .map(headingOf);
  return { places, headings };
}
