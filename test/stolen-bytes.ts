import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableName, sql } from "drizzle-orm";
import type { Database, Reader } from "@/db/database";
import { TABLES } from "@/test/all-rows";
import { tempFolder } from "@/test/temp-folder";

const bytesOf = (value: unknown): string =>
  Buffer.isBuffer(value)
    ? value.toString("latin1")
    : Buffer.from(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}` : one)) ?? "").toString(
        "latin1",
      );

/** The names of all tables that the database has, whether the schema knows them or not. What SQLite's search indexes keep is seen in its files. */
export async function tableNames({ dialect, read }: Database): Promise<string[]> {
  const rows =
    dialect === "sqlite"
      ? await read.select({ name: sql<string>`name` }).from(sql`pragma_table_list`).where(sql`type = 'table'`)
      : await read
          .select({ name: sql<string>`table_name` })
          .from(sql`information_schema.tables`)
          .where(sql`table_schema = 'public'`);
  return rows.map(({ name }) => name).filter((name) => !name.startsWith("sqlite_"));
}

/** What a dump of all tables holds: every value of every row, blobs as their bytes. */
export async function dumpOf(read: Reader): Promise<string> {
  const parts: string[] = [];
  for (const table of TABLES)
    for (const row of await read.select().from(table)) parts.push(...Object.values(row).map(bytesOf));
  return parts.join("\n");
}

/** The files of SQLite as they lie on the disk, and a backup made by the product's own script. */
export async function sqliteFiles(read: Reader): Promise<{ name: string; bytes: string }[]> {
  const [main] = await read.select({ file: sql<string>`file` }).from(sql`pragma_database_list`).limit(1);
  const file = main?.file ?? "";
  const copy = join(tempFolder("backup"), "copy.db");
  const env = { ...process.env, DATABASE_URL: `file:${file}` };
  execFileSync(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/backup.ts", copy], { env });
  const kept = { database: file, journal: `${file}-wal`, backup: copy };
  return Object.entries(kept)
    .filter(([, path]) => existsSync(path))
    .map(([name, path]) => ({ name, bytes: readFileSync(path).toString("latin1") }));
}

/** All that who copies the database, its journal and its backup has in hand: without the files of keys. */
export async function stolenBytes(database: Database): Promise<string> {
  const rows = await dumpOf(database.read);
  if (database.dialect !== "sqlite") return rows;
  return [rows, ...(await sqliteFiles(database.read)).map(({ bytes }) => bytes)].join("\n");
}

export const knownTables = (): string[] => TABLES.map((table) => getTableName(table));

/** An amount as people and machines may write it, and as bytes may hold it: whoever looks for it looks for all of these. */

const MAJOR_DIGITS = 2;
const GROUP = /\B(?=(\d{3})+$)/g;

/** `minor` in a currency of two decimals, as texts. */
export function textsOf(minor: bigint): string[] {
  const digits = String(minor);
  const [whole, cents] = [digits.slice(0, -MAJOR_DIGITS), digits.slice(-MAJOR_DIGITS)];
  const grouped = [",", ".", " ", "\u00A0", "\u202F", "'", "’", "_", "٬"].map((mark) => whole.replace(GROUP, mark));
  const wide = (text: string) =>
    [...text].map((one) => String.fromCodePoint((one.codePointAt(0) as number) + 0xfee0)).join("");
  const power = digits.length - 1;
  return [
    digits,
    digits.replace(GROUP, ","),
    ...[whole, ...grouped].flatMap((text) => [`${text}.${cents}`, `${text},${cents}`]),
    wide(digits),
    `${digits[0]}.${digits.slice(1)}e`,
    `${digits[0]}.${digits.slice(1)}E`,
    `0x${minor.toString(16)}`,
    [...digits].reverse().join(""),
    ...(power > 0 ? [minor.toString(36)] : []),
  ];
}

/** The part of a base64 text that stands whatever comes before and after it, at each of the three places it may begin. */
const base64Of = (bytes: Buffer): string[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const isCut = (before + bytes.length) % 3 !== 0;
    return text.slice(Math.ceil((before * 8) / 6), isCut ? -1 : undefined);
  });

function numbersOf(minor: bigint): Buffer[] {
  const big = Buffer.alloc(8);
  big.writeBigUInt64BE(minor);
  const start = big.findIndex((byte) => byte !== 0);
  const short = big.subarray(start);
  const double = Buffer.alloc(8);
  double.writeDoubleBE(Number(minor));
  const major = Buffer.alloc(8);
  major.writeDoubleBE(Number(minor) / 100);
  const digits = String(minor);
  const packed = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
  const varint: number[] = [];
  for (let rest = minor; rest > 0n; rest >>= 7n) varint.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
  return [short, double, major].flatMap((one) => [one, Buffer.from(one).reverse()]).concat(packed, Buffer.from(varint));
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** Everything to look for, as bytes in latin1: one character a byte. */
export function formsOf(minor: bigint): string[] {
  const texts = textsOf(minor).flatMap((text) => {
    const utf16 = Buffer.from(text, "utf16le");
    return [Buffer.from(text), utf16, swapped(utf16)];
  });
  const escaped = [...String(minor)].map((digit) => `\\u003${digit}`).join("");
  const plain = [...texts, ...numbersOf(minor), Buffer.from(escaped)];
  const written = plain.flatMap((bytes) => [
    ...base64Of(bytes),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
  ]);
  return [
    ...new Set([...plain.map((bytes) => bytes.toString("latin1")), ...written.filter((text) => text.length > 7)]),
  ];
}

const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 8) | text.charCodeAt(at + 1);

/** Which of the amounts are somewhere in these bytes, and how they are written there: one walk for all forms, by their first two bytes. */
export function foundIn(haystack: string, amounts: readonly bigint[]): string[] {
  const byPair = new Map<number, string[]>();
  for (const form of amounts.flatMap(formsOf))
    byPair.set(pairAt(form, 0), [...(byPair.get(pairAt(form, 0)) ?? []), form]);
  const begins = new Uint8Array(0x10000);
  for (const pair of byPair.keys()) begins[pair] = 1;
  const found = new Set<string>();
  for (let at = 0; at < haystack.length - 1; at++) {
    const pair = pairAt(haystack, at);
    if (begins[pair] === 0) continue;
    for (const form of byPair.get(pair) ?? []) if (haystack.startsWith(form, at)) found.add(form);
  }
  return [...found].map((form) => Buffer.from(form, "latin1").toString("hex"));
}
