import { expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { sourceOf } from "./reading";
import { readTemperature, readWanted } from "./wanted-services";

const wantedIn = (text: string) =>
  readWanted(sourceOf(text, { places: [], headings: [] }, "2026-12-01" as LocalDate))[0]?.value;

test.each([
  ...["清关客户自己安排", "自行报关", "不用验货", "验货就不用了", "报关自理", "我们有自己的报关行"],
  ...["customs by our own agent", "we have our own customs broker", "inspection not required", "customs (own broker)"],
  ...["no need for inspection", "customs is handled by the consignee", "customs we do ourselves"],
  ...["растаможку делаем сами", "таможня на получателе", "инспекция не требуется", "есть свой таможенный брокер"],
  ...[
    "таможню делает наш брокер",
    "растаможка своими силами",
    "не надо инспекции",
    "таможенное оформление - наше, самостоятельно",
  ],
  ...[
    "hải quan bên mình tự làm",
    "không cần kiểm hàng",
    "thông quan bên em làm rồi",
    "tự khai hải quan",
    "thủ tục hải quan khách tự lo",
  ],
  ...["кедендік рәсімдеуді өзіміз жасаймыз", "инспекция қажет емес", "сапа инспекциясының керегі жоқ"],
])("what %j declines is not wanted", (text) => {
  expect(wantedIn(text)).toBeUndefined();
});

test.each([
  ["需要报关，不用验货", "customs"],
  ["要报关不用验货", "customs"],
  ["我们自己的货，要报关", "customs"],
  ["清关你们做，运输我们自己来", "customs"],
  ["need customs, inspection not needed", "customs"],
  ["customs both sides, own warehouse", "customs"],
  ["We do furniture ourselves, need inspection", "inspection"],
  ["растаможка нужна, инспекция не нужна", "customs"],
  ["без инспекции, но с растаможкой", "customs"],
  ["таможня ваша, загрузим сами", "customs"],
  ["làm hải quan giúp, không cần kiểm hàng", "customs"],
  ["em tự đóng hàng, cần kiểm hàng", "inspection"],
  ["кедендік рәсімдеу керек, инспекция керек емес", "customs"],
  ["жүкті өзіміз тиейміз, кедендік рәсімдеу керек", "customs"],
])("of %j what is not declined is wanted: %s", (text, wanted) => {
  expect(wantedIn(text)).toBe(wanted);
});

const kept = (text: string) =>
  readTemperature(sourceOf(text, { places: [], headings: [] }, "2026-12-01" as LocalDate)).map(({ value }) =>
    Number(value),
  );

test.each([
  ["виноград 19 т, +2 +4 градус", [2, 4]],
  ["жүзім 19 тонна, +2/+4 °C", [2, 4]],
  ["черешня, +1, +3 °C", [1, 3]],
  ["креветки -18/-20 град", [-20, -18]],
  ["葡萄 +2 +4度", [2, 4]],
  ["nho tươi +2 đến +4 độ", [2, 4]],
  ["grapes 2-4°C", [2, 4]],
  ["vaccines 2 to 8 °C", [2, 8]],
  ["cá đông lạnh -18 độ", [-18, -18]],
  ["冻虾 零下18度", [-18, -18]],
  // Nobody knows whether the second is below zero, two temperatures of two things, and figures that are none.
  ["креветки -18 -20 град", []],
  ["chilled +2 °C, frozen -18 °C", []],
  ["19 т, +2 места, 4 коробки", []],
  ["room 12, 40 pallets", []],
])("%s keeps %j degrees", (text, degrees) => {
  expect(kept(text)).toEqual(degrees);
});
