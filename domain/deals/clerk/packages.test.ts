import { expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { packagesIn } from "./packages";
import { readText } from "./read-text";
import { sourceOf } from "./reading";

const KNOWLEDGE = { places: [], headings: [{ code: "9405", words: ["lamps", "灯具", "лампы", "đèn", "шам"] }] };
const DAY = "2026-12-01" as LocalDate;
const countsIn = (text: string) =>
  packagesIn(sourceOf(text, KNOWLEDGE, DAY)).map(({ count, type, isTwofold }) =>
    isTwofold ? "two" : `${count} ${type}`,
  );

test.each([
  ...["14托/310箱", "14托（310箱）", "310箱打14托", "14托，共310箱", "310纸箱装14托盘"],
  ...["12 pallets / 480 cartons", "480 ctns (12 plts)", "480 cartons on 12 pallets", "6 crates = 60 boxes"],
  ...["310 коробок на 14 паллетах", "14 паллет (310 коробок)", "40 мешков / 2 поддона", "310 коробок в 14 ящиках"],
  ...["24 thùng / 2 pallet", "24 thùng trên 2 pallet", "24 thùng carton (2 kiện)"],
  ...["18 қорап / 2 тұғырық", "2 тұғырық (18 қорап)"],
])("the two packagings of %j are neither of them taken", (text) => {
  expect(countsIn(text).filter((one) => one !== "two")).toEqual([]);
  expect(countsIn(text).length).toBeLessThanOrEqual(1);
});

test("a weight of each is multiplied by neither of two packagings", () => {
  const { fields } = readText("lamps, 14 plts / 310 ctns, 40 kg each", KNOWLEDGE, DAY);
  expect(fields.map(({ path }) => path)).toEqual(["cargo[0].description"]);
});

test("goods in two packagings are one line, with their name and their measures", () => {
  const { fields } = readText("lamps, 14 plts / 310 ctns, GW 1,940 kg, 9.7 cbm", KNOWLEDGE, DAY);
  expect(fields.map(({ path, value }) => [path, value])).toEqual([
    ["cargo[0].description", "lamps"],
    ["cargo[0].grossWeightKg", "1940"],
    ["cargo[0].volumeCbm", "9.7"],
  ]);
});

test.each([
  ["灯具14托，玩具310箱", ["14 PX", "310 BX"]],
  ["14托灯具和310箱玩具", ["14 PX", "310 BX"]],
  ["灯具310箱/批", ["310 BX"]],
  ["12 pallets of lamps, 480 cartons of toys", ["12 PX", "480 CT"]],
  ["12 pallets and 480 cartons", ["12 PX", "480 CT"]],
  ["480 cartons on pallets", ["480 CT"]],
  ["480 cartons / 9 t", ["480 CT"]],
  ["14 паллет ламп и 310 коробок игрушек", ["14 PX", "310 CT"]],
  ["310 коробок на паллетах", ["310 CT"]],
  ["310 коробок (9 т)", ["310 CT"]],
  ["24 thùng đèn và 2 pallet gạch", ["24 CT", "2 PX"]],
  ["18 қорап шам, 2 тұғырық плитка", ["18 CT", "2 PX"]],
])("the packages of %j are counted", (text, counts) => {
  expect(countsIn(text)).toEqual(counts);
});
