import { getTableColumns, getTableName } from "drizzle-orm";
import { expect, test } from "vitest";
import { TABLES } from "@/test/all-rows";

/** Texts in English and Chinese alone, each with its reason. */
const MEANT: Readonly<Record<string, string>> = {
  "hubs.name": "messages/places has the other names by hub",
  "places.name": "messages/places has the other names by place",
  "operator_details.name": "a company is called as it is registered, and in Latin letters",
  "operator_details.address": "an address is written as mail is addressed",
};

const CHINESE = /Zh$/;

test("a text of the platform's own that has a Chinese column has one in each language", () => {
  const texts = TABLES.flatMap((table) => {
    const columns = Object.keys(getTableColumns(table));
    return columns
      .filter((name) => CHINESE.test(name))
      .map((name) => ({ text: `${getTableName(table)}.${name.replace(CHINESE, "")}`, columns }));
  });
  const lacking = texts.filter(({ text, columns }) => {
    const name = text.split(".")[1] ?? "";
    return ["En", "Ru", "Vi", "Kk"].some((language) => !columns.includes(`${name}${language}`));
  });
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["document_rules.note", "fees.note"]));
  expect(lacking.map(({ text }) => text).sort()).toEqual(Object.keys(MEANT).sort());
});
