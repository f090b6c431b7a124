import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, type LocalDate, MINUTE_MS } from "../shared/time";
import { type FlaggedPhoto, factoryKey, inspectorKey, photoFlags, repeatPairing, visitFlags } from "./photo-flags";
import {
  GREY_SIDE,
  type PhotoPrints,
  SAME_DISTANCE_MAX,
  bandKeys,
  distanceOf,
  keysNear,
  printsOf,
  sameDistance,
} from "./photo-print";
import { metresBetween } from "../shared/position";

const prints = fc.stringMatching(/^[0-9a-f]{16}$/);
const turned = (print: string, bits: readonly number[]): string => {
  const value = bits.reduce((sum, bit) => sum ^ (1n << BigInt(bit)), BigInt(`0x${print}`));
  return value.toString(16).padStart(16, "0");
};

describe("prints", () => {
  test("differ in as many bits as were turned", () => {
    fc.assert(
      fc.property(prints, fc.uniqueArray(fc.nat({ max: 63 })), (print, bits) => {
        expect(distanceOf(print, turned(print, bits))).toBe(bits.length);
      }),
    );
  });

  test("within the distance are always found under one of the keys that are looked up", () => {
    const few = fc.uniqueArray(fc.nat({ max: 63 }), { maxLength: SAME_DISTANCE_MAX });
    fc.assert(
      fc.property(prints, few, (print, bits) => {
        const keys = new Set(keysNear(print));
        expect(bandKeys(turned(print, bits)).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("are compared whole to whole and whole to part, never part to part", () => {
    const [whole, part, far] = ["0000000000000000", "00000000ffffffff", "ffffffffffffffff"];
    const own = [whole, part] as unknown as PhotoPrints;
    expect(sameDistance(own, { part: 0, print: whole })).toBe(0);
    expect(sameDistance(own, { part: 0, print: part })).toBe(0);
    expect(sameDistance(own, { part: 2, print: part })).toBeNull();
    expect(sameDistance(own, { part: 2, print: whole })).toBe(0);
    expect(sameDistance(own, { part: 0, print: far })).toBeNull();
  });

  test("of the same grey are the same, and the dark has none", () => {
    const slope = Uint8Array.from(
      { length: GREY_SIDE ** 2 },
      (_, at) => (at % GREY_SIDE) * 3 + Math.floor(at / GREY_SIDE),
    );
    expect(printsOf(slope)).toEqual(printsOf(Uint8Array.from(slope)));
    expect(printsOf(new Uint8Array(GREY_SIDE ** 2).fill(12))).toBeNull();
  });
});

test.each([
  ["nowhere", { latE6: 29_300_000, lonE6: 120_070_000 }, { latE6: 29_300_000, lonE6: 120_070_000 }, 0, 0],
  [
    "Yiwu to Hangzhou",
    { latE6: 29_306_000, lonE6: 120_075_000 },
    { latE6: 30_274_000, lonE6: 120_155_000 },
    107_500,
    108_300,
  ],
  ["across the date line", { latE6: 0, lonE6: 179_999_000 }, { latE6: 0, lonE6: -179_999_000 }, 220, 225],
  ["one degree of latitude", { latE6: 0, lonE6: 0 }, { latE6: 1_000_000, lonE6: 0 }, 111_100, 111_300],
])("%s is between so many metres", (_, one, two, least, most) => {
  const metres = metresBetween(one, two);
  expect(metres).toBeGreaterThanOrEqual(least);
  expect(metres).toBeLessThanOrEqual(most);
  expect(metresBetween(two, one)).toBe(metres);
});

describe("what a photo gives reason to ask about", () => {
  const [came, left] = [instant(1_800_000_000_000), instant(1_800_010_000_000)];
  const factory = { latE6: 29_300_000, lonE6: 120_070_000 };
  const visit = { orderId: "o", checkedInAt: came, checkedOutAt: left, place: factory };
  const plain: FlaggedPhoto = { roundId: "r", keptAt: left, takenAt: came, position: factory, same: [] };
  const kinds = (
    photo: Partial<FlaggedPhoto>,
    of: Partial<typeof visit> | { checkedOutAt: null } | { place: null } = {},
  ) => photoFlags({ ...plain, ...photo }, { ...visit, ...of }).map(({ kind }) => kind);
  const minutes = (at: number, count: number) => instant(at + count * MINUTE_MS);

  test.each([
    ["taken there and then", {}, {}, []],
    ["within a quarter of an hour before", { takenAt: minutes(came, -15) }, {}, []],
    ["earlier", { takenAt: instant(minutes(came, -15) - 1) }, {}, ["taken_before"]],
    ["within a quarter of an hour after", { takenAt: minutes(left, 15) }, {}, []],
    ["later", { takenAt: instant(minutes(left, 15) + 1) }, {}, ["taken_after"]],
    ["later, while the inspector is still there", { takenAt: minutes(left, 60) }, { checkedOutAt: null }, []],
    ["without a time", { takenAt: null }, {}, []],
    ["within two kilometres", { position: { latE6: 29_317_000, lonE6: 120_070_000 } }, {}, []],
    ["farther away", { position: { latE6: 29_319_000, lonE6: 120_070_000 } }, {}, ["far_away"]],
    [
      "farther away by less than the phone may be off",
      { position: { latE6: 29_319_000, lonE6: 120_070_000, accuracyM: 500 } },
      {},
      [],
    ],
    ["where nobody knows the factory", { position: { latE6: 0, lonE6: 0 } }, { place: null }, []],
    ["without a place", { position: null }, {}, []],
  ] as const)("%s", (_, photo, of, flags) => {
    expect(kinds(photo, of)).toEqual(flags);
  });

  test("the same picture is told apart by whether it is in this report", () => {
    const same = (roundId: string) => ({ fileId: "f", orderId: "o2", roundId, distance: 1, keptAt: came });
    expect(kinds({ same: [same("r"), same("other")] })).toEqual(["same_in_report", "same_elsewhere"]);
  });

  test.each([
    ["before it", minutes(left, -1), ["same_elsewhere"]],
    ["at the same moment", left, ["same_elsewhere"]],
    ["after it", minutes(left, 1), []],
  ] as const)("a picture whose like was sent %s", (_, keptAt, flags) => {
    const same = { fileId: "f", orderId: "o2", roundId: "other", distance: 1, keptAt };
    expect(kinds({ same: [same] })).toEqual(flags);
  });
});

describe("an inspector who always comes to the same factory", () => {
  const rule = { repeats: 3, window: 4 };
  const [own, other] = [inspectorKey("agency", "Wang Wei"), inspectorKey("agency", "Li Na")];

  test.each([
    ["three of the last four", [own, own, other, own], { times: 3, of: 4 }],
    ["two of the last four", [own, other, other, own], null],
    ["an older visit does not count", [own, own, other, other, own], null],
    ["three visits, all by one", [own, own, own], { times: 3, of: 3 }],
    ["a first visit", [own], null],
  ])("%s", (_, visits, pairing) => {
    expect(repeatPairing(own, { visits, ...rule })).toEqual(pairing);
  });

  test("is known by name within the own organisation, and a factory by its address, however they are written", () => {
    expect(inspectorKey("agency", "WANG  Wei")).toBe(own);
    expect(inspectorKey("elsewhere", "Wang Wei")).not.toBe(own);
    expect(factoryKey("88 Chouzhou Road, Yiwu")).toBe(factoryKey("88, chouzhou road Ｙiwu"));
  });
});

describe("what a check-in gives reason to ask about", () => {
  const place = { latE6: 29_300_000, lonE6: 120_070_000 };
  // Half past midnight of 26 November in Shanghai, and still the 25th in Almaty.
  const checkedInAt = instant(Date.parse("2026-11-25T16:30:00Z"));
  const plain = { plannedDay: "2026-11-26" as LocalDate, checkedInAt, position: place };
  const far = { latE6: 29_400_000, lonE6: 120_070_000 };

  test.each([
    ["nothing on its day, at the goods", {}, {}, []],
    ["another day, as the place counts days", {}, { zone: "Asia/Almaty" }, [{ kind: "other_day" }]],
    ["an earlier day", { plannedDay: "2026-11-27" as LocalDate }, {}, [{ kind: "other_day" }]],
    ["kilometres", { position: far }, {}, [{ kind: "far_from_goods", metres: 11_120 }]],
    ["no kilometres that the phone may be off", { position: { ...far, accuracyM: 10_000 } }, {}, []],
    ["no kilometres where no position was told", { position: null }, {}, []],
    ["no kilometres where nobody knows the place", { position: far }, { place: null }, []],
    ["nothing before the check-in", { checkedInAt: null, plannedDay: "2026-11-01" as LocalDate }, {}, []],
  ])("%s", (_, arrival, of, flags) => {
    const read = visitFlags({ ...plain, ...arrival }, { place, zone: "Asia/Shanghai", ...of });
    expect(read.map((one) => ("metres" in one ? { ...one, metres: Math.round(one.metres / 10) * 10 } : one))).toEqual(
      flags,
    );
  });
});
