import { expect, test } from "vitest";
import { type Chosen, FACETS } from "@/domain/catalogue/directory/facets";
import { COMPANIES, type Company, namedMarket } from "@/test/named-market";
import { START } from "@/test/posting-market";
import { directory } from "./directory";

const NOTHING = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Chosen;

test("words that more listings bear than are looked up narrow to all of them, and are counted exactly", async () => {
  const many = Array.from({ length: 2_100 }, (_, at): Company => {
    const { id: _id, ...company } = COMPANIES[at % COMPANIES.length] as Company;
    return { ...company, id: `o${at}` };
  });
  const { read } = await namedMarket(many);
  const question = { chosen: NOTHING, order: "name", need: null, from: 0, limit: 1 } as const;
  const total = async (q: string) => (await directory(read, { ...question, q }, START)).total;
  expect(await total("TIR")).toBe(2_100);
  expect(await total("Khorgos TIR")).toBe(1_575);
  expect(await total("customs in Kazakhstan")).toBe(525);
  expect(await total("Тасбулак")).toBe(525);
  expect(await total("инспекция Азимут")).toBe(0);
  expect((await directory(read, { ...question, q: "Khorgos" }, START)).counts.get("service")?.get("customs")).toBe(
    1_050,
  );
}, 90_000);
