import { expect, test } from "vitest";
import { HOUR_MS } from "../shared/time";
import type { Concept } from "../search/lexicon";
import { type ExposureDay, gapsOf, marketResponse, partsOfSaid, saidOfQuestion, type Shown, topSaid } from "./exposure";

const NOTHING = {
  service: [],
  hub: [],
  corridor: [],
  equipment: [],
  licence: [],
  language: [],
  checked: [],
  quick: [],
};
const LEXICON = { hubOfPlace: new Map([["KZKRG", "horgos"]]) };

test("of a question only what names something that the market knows is kept", () => {
  const concepts: Concept[] = [
    { kind: "service", value: "customs" },
    { kind: "place", value: "KZKRG" },
    { kind: "place", value: "CNYIW" },
    { kind: "country", value: "KZ" },
    { kind: "goods", value: "8541" },
    { kind: "noise", value: "please" },
    { kind: "town", value: "almaty" },
  ];
  const chosen = { ...NOTHING, service: ["customs"], corridor: ["CN-KZ"], checked: ["yes"] };
  expect(
    saidOfQuestion({ concepts, chosen, offered: [{ hubIds: ["horgos"], corridors: ["CN-KZ"] }] }, LEXICON),
  ).toEqual([...["service:customs", "hub:horgos", "land:KZ", "corridor:CN-KZ"]]);
});

test("a hub or a corridor that an address makes up is kept nowhere", () => {
  const chosen = { ...NOTHING, hub: ["horgos", "call-7701-555"], corridor: ["CN-KZ", "XX-YY"] };
  const offered = [{ hubIds: ["horgos"], corridors: ["CN-KZ"] }];
  expect(saidOfQuestion({ concepts: [], chosen, offered }, LEXICON)).toEqual(["hub:horgos", "corridor:CN-KZ"]);
});

test.each([
  ["", null],
  ["hub:horgos", { kind: "hub", value: "horgos" }],
  ["corridor:CN-KZ", { kind: "corridor", value: "CN-KZ" }],
  ["word:secret", null],
])("a kept breakdown %j is read as %j", (said, read) => {
  expect(partsOfSaid(said)).toEqual(read);
});

const on = (day: string, said: string, count = 1): ExposureDay => ({ day, kind: "found", said, count });

test("what was asked on fewer than three days is told to nobody, however often", () => {
  const rows = [
    ...[on("2026-11-01", "hub:horgos", 90), on("2026-11-02", "hub:horgos", 9)],
    ...["2026-11-01", "2026-11-02", "2026-11-03"].map((day) => on(day, "service:customs", 2)),
    ...["2026-11-01", "2026-11-02", "2026-11-03"].map((day) => on(day, "reader:ru")),
    on("2026-11-01", ""),
  ];
  expect(topSaid(rows, { kind: "found", by: ["service", "hub"] })).toEqual([
    { kind: "service", value: "customs", count: 6, days: 3 },
  ]);
});

const WHOLE: Shown = {
  ...{ texts: { en: "We carry." }, readers: { en: 90 }, isChecked: true, hasHours: true, answers: 1, equipment: 2 },
  ...{ responseMs: 3 * HOUR_MS, marketMs: 3 * HOUR_MS },
};

test.each<[string, Partial<Shown>, object]>([
  ["a text that readers look for", { readers: { ru: 5 } }, { kind: "text", language: "ru", readers: 5 }],
  ["a check", { isChecked: false }, { kind: "check" }],
  ["equipment where goods are carried", { equipment: 0 }, { kind: "equipment" }],
  ["hours", { hasHours: false }, { kind: "hours" }],
  ["answers", { answers: 0 }, { kind: "answers" }],
  [
    "a first response as quick as the market's",
    { responseMs: 4 * HOUR_MS },
    { kind: "response", ownMs: 4 * HOUR_MS, marketMs: 3 * HOUR_MS },
  ],
])("%s is a gap where it is missing, and the only one", (_, change, gap) => {
  expect(gapsOf(WHOLE)).toEqual([]);
  expect(gapsOf({ ...WHOLE, ...change })).toEqual([gap]);
});

test.each<[string, Partial<Shown>]>([
  ["a text that four readers looked for", { readers: { ru: 4 } }],
  ["equipment of whoever carries nothing", { equipment: null }],
  ["a response within the market's hour", { responseMs: 3 * HOUR_MS - 1, marketMs: 2 * HOUR_MS + 1 }],
  ["a response of which too little is known", { responseMs: null }],
])("%s is no gap", (_, change) => {
  expect(gapsOf({ ...WHOLE, ...change })).toEqual([]);
});

test("the market's response is the median of its providers, and of four it is not told", () => {
  expect(marketResponse([5, 1, 3, 2, 4])).toBe(3);
  expect(marketResponse([1, 2, 3, 4])).toBeNull();
});
