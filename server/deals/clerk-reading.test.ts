import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { offersOf } from "../tariff/queries";
import { pointHeadings } from "./clerk-reading";

const line = (at: number, description: string, hsCode = "") => ({
  [`cargo[${at}].description`]: description,
  [`cargo[${at}].hsCode`]: hsCode,
});

test("goods without a code lead where the tariff's own search leads, with its reasons", async () => {
  const { read } = await freshDatabase();
  const found = await pointHeadings(read, { ...line(0, "Резиновые шины"), ...line(1, "frozen pangasius") });
  expect(found.filter((one) => one.line === 0).length).toBeGreaterThan(0);
  for (const { line: at, code, words, matches } of found) {
    const offers = await offersOf(read, at === 0 ? "Резиновые шины" : "frozen pangasius");
    expect(offers.find((offer) => offer.code === code)?.matches).toEqual(matches);
    expect(words.length).toBeGreaterThan(0);
  }
});

test("goods with a code, or of no name, lead nowhere, and at most three headings are shown for others", async () => {
  const { read } = await freshDatabase();
  expect(await pointHeadings(read, { ...line(0, "shoes", "640399"), ...line(1, "") })).toEqual([]);
  expect(await pointHeadings(read, line(0, "machines and parts of machines"))).toHaveLength(3);
});

test("of a long list the first ten kinds of goods are looked up", async () => {
  const { read } = await freshDatabase();
  const list = Object.assign({}, ...Array.from({ length: 30 }, (_, at) => line(at, "shoes")));
  expect(new Set((await pointHeadings(read, list)).map((one) => one.line)).size).toBe(10);
});
