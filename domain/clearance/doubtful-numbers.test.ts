import { expect, test } from "vitest";
import { readPlate } from "../orders/document-numbers";
import { everyRefusal } from "../shared/result";
import { isOfficeKnown } from "./customs-offices";
import { checkDoubts, isPlateLikeAny } from "./doubtful-numbers";

test.each([
  ["CN", "940420260123456789", true],
  ["CN", "720820260123456789", true],
  ["CN", "729920260123456789", false],
  ["CN", "720020260123456789", false],
  ["CN", "2265180012345678", true],
  ["CN", "XQ81234567", true],
  ["RU", "10720010/241126/5012345", true],
  ["RU", "10920010/241126/5012345", false],
  ["RU", "55302/241126/5012345", false],
  ["KZ", "55302/241126/0012345", true],
  ["KZ", "50417/241126/0012345", true],
  ["KZ", "99302/241126/0012345", false],
  ["VN", "105678901230", true],
  ["MN", "UB-2026/77", true],
])("the office of a declaration of %s numbered %s is known: %s", (country, number, expected) => {
  expect(isOfficeKnown({ country, number })).toBe(expected);
});

test.each([
  ["新A·12345", true],
  ["桂F41763挂", true],
  ["京AD12345", true],
  ["粤Z1234港", true],
  ["А123ВС777", true],
  ["АВ123477", true],
  ["123 ABC 05", true],
  ["12 ABC 05", true],
  ["01 KG 123 ABC", true],
  ["01 A 123 BC", true],
  ["1234 AB 01", true],
  ["1234 УБА", true],
  ["AB 1234-7", true],
  ["29C-123.45", true],
  ["ກຂ 1234", true],
  ["70-1234", true],
  ["34 ABC 123", true],
  ["ABCDEFGH1", false],
  ["12345678", false],
  ["1111", false],
  ["X1X1X1X1", false],
])("the plate %s is like one of these roads: %s", (typed, expected) => {
  expect(isPlateLikeAny(readPlate(typed).value ?? "")).toBe(expected);
});

test("each number that is doubtful is asked about, and the others are not", () => {
  const declarations = [
    { country: "CN", number: "729920260123456789" },
    { country: "KZ", number: "55302/241126/0012345" },
  ] as const;
  const checked = checkDoubts({ declarations, tractorPlate: "1111", trailerPlate: "12ABC05" }, [declarations[1]]);
  expect(checked.ok ? [] : everyRefusal(checked.refusal)).toMatchObject([
    { code: "customs_office_unknown", details: { number: declarations[0].number } },
    { code: "number_of_other_deal", details: { number: declarations[1].number } },
    { code: "plate_unlike_any", details: { plate: "1111" } },
  ]);
  expect(checkDoubts({ seals: ["A1"] }, []).ok).toBe(true);
});

test.each([
  ["15064140", false],
  ["25064148", true],
  ["65064147", true],
  ["118124712173", true],
])("a wagon of the number %s may carry goods: %s", (wagonNumber, mayCarry) => {
  const checked = checkDoubts({ wagonNumber }, []);
  expect(checked.ok ? [] : [checked.refusal.code]).toEqual(mayCarry ? [] : ["wagon_without_goods"]);
});
