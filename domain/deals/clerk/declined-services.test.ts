import { expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { sourceOf } from "./reading";
import { readWanted } from "./wanted-services";

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
