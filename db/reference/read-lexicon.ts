import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import { z } from "zod";
import { crowKm, hubIdOf, isGatewayRole, type Leg, type Place } from "../../domain/hubs/place";
import {
  type Concept,
  CONCEPT_KINDS,
  type Lexicon,
  type Named,
  type PlaceFacts,
  partsOf,
  prepareLexicon,
} from "../../domain/search/lexicon";
import { fold } from "../../domain/shared/search-text";
import { HS_LANGUAGES } from "../../domain/tariff/hs-entry";
import { parseCsv } from "./parse-csv";
import { gateOf, readPlaceNames } from "./read-clerk-knowledge";
import { readReference } from "./read-reference";
import { readTariff } from "./read-tariff";

const SHIPPED = join(process.cwd(), "db", "reference");
const PLACE_MESSAGES = join(process.cwd(), "messages", "places");
const OWN_NAMES = ["ru", "vi", "kk"];
const tradeRow = z.object({ concept: z.string().min(1), names: z.string().min(1) });

function conceptOf(text: string): Concept {
  const [kind, ...value] = text.split(":");
  return { kind: z.enum(CONCEPT_KINDS).parse(kind), value: value.join(":") };
}

/** What the trade calls services, equipment, licences, languages, countries and places, in five languages: `trade-names.csv`. */
function readTradeNames(): Named[] {
  const rows = parseCsv(readFileSync(/* turbopackIgnore: true */ join(SHIPPED, "trade-names.csv"), "utf8"));
  return z
    .array(tradeRow)
    .parse(rows)
    .map(({ concept, names }) => ({ concepts: concept.split("|").map(conceptOf), names: names.split("|") }));
}

const spoken = (han: string): readonly string[] =>
  pinyin(han, { toneType: "none", type: "array", v: false }).map((syllable) => syllable.replace("ü", "u"));

/** `Khorgos / Nur Zholy (road)` is two names and a remark. */
const namesWithin = (name: string): string[] =>
  name
    .replace(/[（(].*$/u, "")
    .split("/")
    .map((part) => part.trim());

/** What each place is called: by the shipped names, by its own, by the readers of each language, and by its code. */
function placeNames(places: readonly Place[]): Map<string, string[]> {
  const shipped = readPlaceNames(places);
  const own = OWN_NAMES.map(
    (language) =>
      JSON.parse(readFileSync(/* turbopackIgnore: true */ join(PLACE_MESSAGES, `${language}.json`), "utf8")) as Record<
        string,
        string
      >,
  );
  return new Map(
    places.map((place) => [
      place.id,
      [
        ...[place.nameEn, place.nameZh, ...own.flatMap((names) => names[place.id] ?? [])].flatMap(namesWithin),
        ...(shipped.get(place.id) ?? []),
        ...[place.id, place.unlocode ?? place.id],
      ],
    ]),
  );
}

const TOWNS = ["origin", "destination"];
const SEA_GATES = ["sea gateway", "destination port"];

const gateKindOf = ({ role }: Place): PlaceFacts["gate"] =>
  SEA_GATES.includes(role) ? "sea" : role === "air gateway" ? "air" : null;

/** A port or an airport goes by the name of its town too: `Qingdao port`, `Cat Lai (Ho Chi Minh City)`. */
const gatewaysOf = (town: Place, places: readonly Place[]): Place[] =>
  places.filter(
    (place) =>
      gateKindOf(place) !== null &&
      (place.nameEn.startsWith(`${town.nameEn} `) || place.nameEn.endsWith(`(${town.nameEn})`)),
  );

function namedPlaces(places: readonly Place[], trade: readonly Named[]): Named[] {
  const names = placeNames(places);
  for (const { concepts, names: more } of trade)
    for (const { kind, value } of concepts) if (kind === "place") names.get(value)?.push(...more);
  return places.map((place) => ({
    concepts: [place, ...(TOWNS.includes(place.role) ? gatewaysOf(place, places) : [])].map(({ id }) => ({
      kind: "place",
      value: id,
    })),
    names: names.get(place.id) ?? [],
  }));
}

const factsOf = (place: Place): PlaceFacts => ({
  ...{ country: place.country, gate: gateKindOf(place) },
});

/** A place right behind the border goes by the nearest gate, though goods take no leg through it: Lạng Sơn stands for Pingxiang. */
const BEHIND_GATE_KM = 40;

function nearestGate(place: Place, places: readonly Place[]): string | null {
  if (place.role !== "counterpart") return null;
  const [gate] = places
    .filter(({ isBorderHub }) => isBorderHub)
    .map((one) => ({ one, km: crowKm(place, one) }))
    .sort((a, b) => a.km - b.km);
  return gate && gate.km <= BEHIND_GATE_KM ? hubIdOf(gate.one) : null;
}

function hubsByPlace(places: readonly Place[], legs: readonly Leg[]): Map<string, string> {
  const byId = new Map(places.map((place) => [place.id, place]));
  return new Map(
    places.flatMap((place): [string, string][] => {
      const hubId = isGatewayRole(place.role)
        ? hubIdOf(place)
        : (gateOf(place, byId, legs) ?? nearestGate(place, places));
      return hubId === null ? [] : [[place.id, hubId]];
    }),
  );
}

const HEADING_DIGITS = 4;

const CHAPTER_DIGITS = 2;

/** What goods are called, by heading; a chapter by what none of its headings is called: of `tea` the heading is meant, not coffee and spices too. */
function goodsNames() {
  const named = readTariff()
    .filter(({ level }) => level !== "section")
    .map(({ code, labels, keywords }) => ({
      heading: code.slice(0, HEADING_DIGITS),
      names: [...HS_LANGUAGES.flatMap((language) => labels[language] ?? []), ...keywords],
    }));
  const below = Map.groupBy(named, ({ heading }) => heading.slice(0, CHAPTER_DIGITS));
  return named.map(({ heading, names }) => {
    if (heading.length > CHAPTER_DIGITS) return { heading, names: names.flatMap(partsOf) };
    const headings = (below.get(heading) ?? []).filter((one) => one.heading.length > CHAPTER_DIGITS);
    const taken = new Set(headings.flatMap((one) => one.names.flatMap(partsOf)).map(fold));
    return { heading, names: names.flatMap(partsOf).filter((name) => !taken.has(fold(name))) };
  });
}

function build(): Lexicon {
  const require = createRequire(import.meta.url);
  const { Converter } = require("opencc-js/t2cn") as { Converter: (of: object) => (text: string) => string };
  const { places, legs } = readReference();
  const trade = readTradeNames();
  return prepareLexicon({
    named: [...trade.filter(({ concepts }) => concepts[0]?.kind !== "place"), ...namedPlaces(places, trade)],
    goods: goodsNames(),
    hubOfPlace: hubsByPlace(places, legs),
    places: new Map(places.map((place) => [place.id, factsOf(place)])),
    simplified: Converter({ from: "t", to: "cn" }),
    spoken,
  });
}

// One per process, whichever route bundle asks first: names come with a release.
const holder = globalThis as unknown as { kouanLexicon?: Lexicon };

/** All names of what the market knows, made ready when the first question comes. */
export const lexicon = (): Lexicon => (holder.kouanLexicon ??= build());
