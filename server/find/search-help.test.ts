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
  expect(await helpFor("таможя")).toEqual({ typed: "таможя", shown: "таможня", notAsked: null, leftOut: [] });
  expect(await helpFor("азмут")).toEqual({ typed: "азмут", shown: "азимут", notAsked: null, leftOut: [] });
});

test("where nothing has all words a list says what is found without one of them, and leaves out what finds nothing either", async () => {
  expect(await helpFor("инспекция Хоргос")).toEqual({
    typed: "инспекция Хоргос",
    shown: null,
    notAsked: null,
    leftOut: [
      { left: "инспекция", q: "хоргос", count: 3 },
      { left: "хоргос", q: "инспекция", count: 1 },
    ],
  });
  expect(await helpFor("Хоргос xqzvwk")).toMatchObject({ leftOut: [{ q: "хоргос" }] });
});

test("goods beside a service or a place do not narrow providers, and a list says so in the words that were typed", async () => {
  expect(await helpFor("перевозка фруктов Хоргос")).toMatchObject({ notAsked: "фруктов", leftOut: [] });
  expect(await helpFor("Khorgos fruit")).toMatchObject({ notAsked: "fruit" });
  expect(await helpFor("霍尔果斯水果运输")).toMatchObject({ notAsked: "水果" });
  expect(await helpFor("frieght durian")).toMatchObject({ shown: "freight durian", notAsked: "durian" });
  expect((await helpFor("fruit"))?.notAsked ?? null).toBeNull();
});

test("a list says nothing of words that it has, nor of words between quotation marks", async () => {
  expect(await helpFor("таможня Хоргос")).toBeNull();
  expect(await helpFor("")).toBeNull();
  expect(await helpFor('"азмут"')).toBeNull();
});
