import { expect, test } from "vitest";
import { COMPANIES, namedMarket } from "@/test/named-market";
import { searchProviders } from "../catalogue/queries";
import { searchHelp } from "./search-help";

async function helpFor(q: string) {
  const { read } = await namedMarket(COMPANIES);
  const count = async (asked: string, limit: number) => (await searchProviders(read, { q: asked, limit })).items.length;
  return await searchHelp(read, { q, of: "providers", isFound: (await count(q, 1)) > 0, count });
}

test("a list says what was put right in a word that nothing has", async () => {
  expect(await helpFor("таможя")).toEqual({ typed: "таможя", shown: "таможня", leftOut: [] });
  expect(await helpFor("азмут")).toEqual({ typed: "азмут", shown: "азимут", leftOut: [] });
});

test("where nothing has all words a list says what is found without one of them, and leaves out what finds nothing either", async () => {
  expect(await helpFor("инспекция Хоргос")).toEqual({
    typed: "инспекция Хоргос",
    shown: null,
    leftOut: [
      { left: "инспекция", q: "хоргос", count: 3 },
      { left: "хоргос", q: "инспекция", count: 1 },
    ],
  });
  expect(await helpFor("Хоргос xqzvwk")).toMatchObject({ leftOut: [{ q: "хоргос" }] });
});

test("a list says nothing of words that it has, nor of words between quotation marks", async () => {
  expect(await helpFor("таможня Хоргос")).toBeNull();
  expect(await helpFor("")).toBeNull();
  expect(await helpFor('"азмут"')).toBeNull();
});
