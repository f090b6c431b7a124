import { expect, test } from "vitest";
import { readMarketData } from "../../demo/plan/market-data";
import { ask, line } from "./built-market";

// Whether a reader of Chinese finds in Chinese what people of the built market write: their notes, questions and reasons, and whom and what they name.

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** What no people of the market wrote, and what a company says of itself in its own language. */
const NOT_WRITTEN = [
  "places",
  "legs",
  "hubs",
  "document_rules",
  "duty_rates",
  "audit_entries",
  "organisations",
  "listings",
  "provider_pages",
  "provider_answers",
];
/** Members that pages have another word for by the reader's language, banks take in Latin letters alone, or nobody reads. */
const NOT_READ = /(?:En|[zZ]one|\.place|\.source|receipts?(?:\.\d+)?|search_text|payee\.name|_key)$/;

type Text = { readonly where: string; readonly text: string };

function* textsIn(value: unknown, where: string): Generator<Text> {
  if (typeof value === "string" && /^[[{]/.test(value)) yield* textsIn(JSON.parse(value), where);
  else if (typeof value === "string") yield { where, text: value };
  else if (value !== null && typeof value === "object" && !Buffer.isBuffer(value))
    for (const [name, part] of Object.entries(value)) yield* textsIn(part, `${where}.${name}`);
}

const tables = ask<{ name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
  .map(({ name }) => name)
  .filter((name) => !NOT_WRITTEN.includes(name));
const texts = tables
  .flatMap((table) => ask<Record<string, unknown>>(`select * from ${table}`).flatMap((row) => [...textsIn(row, table)]))
  .filter(({ where }) => !NOT_READ.test(where));
/** Each text once, by where it stands: places in a list are one. */
const written = [...new Map(texts.map((one) => [`${one.where.replaceAll(/\.\d+/g, "")} ${one.text}`, one])).values()];

const { organisations } = readMarketData();

/** Names in Latin letters with their Chinese form: of places, by each of their names, of companies and of people. */
function chineseNames(): ReadonlyMap<string, string> {
  const places = ask<{ latin: string; own: string }>(
    "select name_en as latin, name_zh as own from places union select name_en, name_zh from hubs",
  ).flatMap(({ latin, own }) => latin.split(/ \(|\)| \/ /).map((name) => [name, own.replace(/（.*/, "")] as const));
  const companies = organisations.map(({ name }) => [name.latin, name.own] as const);
  const people = ask<{ name: string }>("select name from users").flatMap(({ name }) => {
    const [, own, latin] = /^(\p{Script=Han}+) (.+)$/u.exec(name) ?? [];
    return own && latin ? [[latin, own] as const] : [];
  });
  // A station has no name of its own but that of its town.
  const named = [...places, ...companies, ...people].filter(([latin, own]) => /^[A-Z]/.test(latin) && isChinese(own));
  return new Map(named);
}

const names = chineseNames();
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
const ANY_NAME = new RegExp(`(?<![A-Za-z])(?:${longestFirst.map(escaped).join("|")})(?![A-Za-z])`, "g");
const COMPANY = /[A-Z][^,·，]*? (?:Co\., Ltd\.|JSC|LLC|LLP)/g;

test("who and what has a Chinese name is named by it wherever somebody writes of it", () => {
  const naming = written.flatMap(({ where, text }) => {
    // A foreign company may have a town in its name.
    const rest = text.replaceAll(COMPANY, (name) => (names.has(name) ? name : ""));
    const found = rest.match(ANY_NAME) ?? [];
    return found.map((name) => ({ where, text, isRead: text.includes(names.get(name) ?? name) }));
  });
  const unread = naming.filter(({ isRead }) => !isRead);
  const people = ask<{ name: string }>(
    "select u.name from users u join memberships m on m.user_id = u.id join organisations o on o.id = m.organisation_id where o.country = 'CN'",
  );
  line(`texts that name somebody or a place: ${naming.length}, in Latin letters alone ${unread.length}`);
  expect(names.size).toBeGreaterThan(150);
  expect(naming.length).toBeGreaterThan(200);
  expect(unread).toEqual([]);
  expect(people.filter(({ name }) => !isChinese(name))).toEqual([]);
});

test("notes, questions, answers and reasons are read in Chinese", () => {
  const said = written.filter(
    ({ where, text }) =>
      /(?:note|question|answer|reason|words|remarks|objection|title)$/i.test(where) && /\p{L}+[ ,] ?\p{L}+/u.test(text),
  );
  const unread = said.filter(({ text }) => !isChinese(text));
  const members = new Set(said.map(({ where }) => where.replaceAll(/\.\d+/g, "")));
  line(
    `notes, questions and reasons: ${said.length} of ${members.size} kinds, without a Chinese word ${unread.length}`,
  );
  expect(members.size).toBeGreaterThan(20);
  expect(unread).toEqual([]);
});
