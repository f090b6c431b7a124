import fc from "fast-check";
import { expect, test } from "vitest";
import { type Chosen, type Facet, FACETS } from "@/domain/catalogue/directory/facets";
import { NO_FIGURES } from "@/domain/catalogue/directory/reputation";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { Tally, type TalliedProvider, type TallyQuestion } from "./tally";

const NOTHING = Object.fromEntries(FACETS.map((facet) => [facet, [] as readonly string[]])) as unknown as Chosen;
const ALL: TallyQuestion = { chosen: NOTHING, within: null, order: "name", fit: null, from: 0, limit: 1_000 };

type Offers = Partial<Record<Service, readonly (readonly [Exclude<Facet, "service">, string])[]>>;

const provider = (id: string, offers: Offers, figures = {}): TalliedProvider => ({
  ...{ id, nameLatin: id, figures: { ...NO_FIGURES, ...figures } },
  offers: new Map(Object.entries(offers) as [Service, NonNullable<Offers[Service]>][]),
});

const AT_HORGOS = ["hub", "horgos"] as const;
const AT_PINGXIANG = ["hub", "pingxiang"] as const;
const RUSSIAN = ["language", "ru"] as const;

function tallyOf(...providers: readonly TalliedProvider[]): Tally {
  const tally = new Tally();
  for (const one of providers) tally.put(one);
  return tally;
}

const THREE = [
  provider("a", { logistics: [AT_HORGOS, RUSSIAN], customs: [AT_PINGXIANG] }),
  provider("b", { logistics: [AT_PINGXIANG, RUSSIAN] }),
  provider("c", { customs: [AT_HORGOS] }),
];

const asked = (chosen: Partial<Chosen>, more: Partial<TallyQuestion> = {}) =>
  tallyOf(...THREE).ask({ ...ALL, chosen: { ...NOTHING, ...chosen }, ...more });

test.each([
  [{}, ["a", "b", "c"]],
  [{ hub: ["horgos"] }, ["a", "c"]],
  [{ hub: ["horgos", "pingxiang"] }, ["a", "b", "c"]],
  [{ hub: ["horgos"], service: ["logistics"] }, ["a"]],
  [{ hub: ["pingxiang"], language: ["ru"] }, ["b"]],
  [{ hub: ["horgos"], service: ["customs"], language: ["ru"] }, []],
  [{ hub: ["nowhere"] }, []],
])("%j finds %j: values of a facet are or, facets are and, of one listing", (chosen, ids) => {
  expect(asked(chosen).ids).toEqual(ids);
});

test("words narrow to the listings that hold them", () => {
  expect(asked({}, { within: new Map([["customs", ["a", "c", "gone"]]]) }).ids).toEqual(["a", "c"]);
  expect(asked({ language: ["ru"] }, { within: new Map([["customs", ["a"]]]) }).ids).toEqual([]);
});

test("who is taken away or put anew is found by nothing that was so before", () => {
  const tally = tallyOf(...THREE);
  tally.remove("a");
  tally.put(provider("b", { payment: [AT_HORGOS] }));
  tally.put(provider("d", { logistics: [AT_HORGOS] }));
  expect(tally.ask(ALL).ids).toEqual(["b", "c", "d"]);
  expect(tally.ask({ ...ALL, chosen: { ...NOTHING, language: ["ru"] } }).ids).toEqual([]);
  expect(tally.size).toBe(3);
});

const offersOf = fc.dictionary(
  fc.constantFrom(...SERVICES),
  fc.uniqueArray(fc.constantFrom(AT_HORGOS, AT_PINGXIANG, RUSSIAN, ["language", "zh"] as const), {
    selector: ([facet, value]) => `${facet}${value}`,
  }),
);
const chosenOf = fc.record({
  service: fc.subarray([...SERVICES]),
  hub: fc.subarray(["horgos", "pingxiang"]),
  language: fc.subarray(["ru", "zh"]),
});

test("the count of a value is how many are found by choosing it alone of its facet beside all others", () => {
  fc.assert(
    fc.property(fc.array(offersOf, { maxLength: 80 }), chosenOf, (all, some) => {
      const tally = tallyOf(...all.map((offers, at) => provider(`p${at}`, offers as Offers)));
      const chosen = { ...NOTHING, ...some };
      const { counts } = tally.ask({ ...ALL, chosen });
      for (const [facet, values] of counts)
        for (const [value, count] of values)
          expect(count).toBe(tally.ask({ ...ALL, chosen: { ...chosen, [facet]: [value] } }).total);
    }),
    { numRuns: 60 },
  );
});

const onTime = (onTimeCount: number, deliveredCount: number) => ({ onTimeCount, deliveredCount });
const ROAD: Offers = { logistics: [] };

test.each([
  ["on_time", ["often", "lucky", "seldom"]],
  ["completed", ["seldom", "often", "lucky"]],
  ["first_response", ["seldom", "lucky", "often"]],
  ["name", ["lucky", "often", "seldom"]],
] as const)("by %s providers come as %j", (order, ids) => {
  const tally = tallyOf(
    provider("lucky", ROAD, { ...onTime(1, 1), completedCount: 1 }),
    provider("often", ROAD, { ...onTime(97, 100), completedCount: 80, responseCount: 50, responseMs: 9_000_000 }),
    provider("seldom", ROAD, { ...onTime(60, 100), completedCount: 90, responseCount: 50, responseMs: 1_000_000 }),
  );
  expect(tally.ask({ ...ALL, order }).ids).toEqual(ids);
});

test("by fit the weights of what a listing has decide, then the share on time", () => {
  const fit = {
    service: "logistics",
    parts: [
      { code: "corridor", facet: "corridor", value: "CN-KZ", weight: 4 },
      { code: "hub", facet: "hub", value: "horgos", weight: 2 },
    ],
  } as const;
  const tally = tallyOf(
    provider("hub", { logistics: [AT_HORGOS] }, onTime(100, 100)),
    provider("lane", { logistics: [["corridor", "CN-KZ"]] }),
    provider("lane late", { logistics: [["corridor", "CN-KZ"]] }, onTime(0, 100)),
    provider("other service", { customs: [["corridor", "CN-KZ"], AT_HORGOS], logistics: [] }),
  );
  expect(tally.ask({ ...ALL, order: "fit", fit }).ids).toEqual(["lane", "lane late", "hub", "other service"]);
});

test("a page has those from its first place on", () => {
  const many = Array.from({ length: 500 }, (_, at) => provider(String(at).padStart(3, "0"), ROAD));
  const { ids, total } = tallyOf(...many.toReversed()).ask({ ...ALL, from: 120, limit: 3 });
  expect([ids, total]).toEqual([["120", "121", "122"], 500]);
});
