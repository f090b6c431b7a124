import { describe, expect, test } from "vitest";
import { readText } from "@/domain/deals/clerk/read-text";
import type { LocalDate } from "@/domain/shared/time";
import { readClerkKnowledge } from "./read-clerk-knowledge";
import { readReference } from "./read-reference";

const knowledge = readClerkKnowledge(readReference());
const fieldOf = (text: string, path: string) =>
  readText(text, knowledge, "2026-12-01" as LocalDate).fields.find((field) => field.path === path);
const confidenceOf = (text: string, path: string): string => fieldOf(text, path)?.confidence ?? "not read";

/** A text that a field fills, and one in which the same field stands only beside. */
type Pair = readonly [path: string, sure: string, likely: string];

describe("what is sure of the way of one text is only likely of another's", () => {
  test.each<Pair>([
    ["destinationId", "义乌到阿拉木图 瓷砖20吨", "义乌 阿拉木图 瓷砖20吨"],
    ["destinationId", "瓷砖20吨 送到阿拉木图", "瓷砖20吨 货已经到阿拉木图"],
    ["originId", "20 t of ceramic tiles from Tashkent", "We are from Tashkent, 20 t of ceramic tiles"],
    ["originId", "плитка 20 т из Алматы", "Мы из Алматы, плитка 20 т"],
    ["destinationId", "доставить в Урумчи, плитка 20 т", "груз лежит в Урумчи, плитка 20 т"],
    ["destinationId", "плитка 20 т из Иу в Алматы", "плитка 20 т, брокер в Алматы"],
    ["originId", "плитка 20 т из Иу в Алматы", "плитка 20 т из Иу в Алматы, потом ещё 5 т"],
  ])("an end: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["hubId", "tiles 20 t via Horgos to Almaty", "tiles 20 t via Horgos to Almaty, then another 5 t"],
    ["hubId", "Yiwu to Almaty via Horgos, tiles 20 t", "Yiwu to Almaty, Horgos, tiles 20 t"],
    ["hubId", "义乌到阿拉木图 走霍尔果斯 瓷砖20吨", "霍尔果斯报关 瓷砖20吨"],
    ["hubId", "из Иу в Алматы через Хоргос, плитка 20 т", "таможня в Хоргос, плитка 20 т"],
    ["hubId", "义乌到莫斯科 走满洲里 玩具3吨", "义乌到莫斯科 玩具3吨 走满洲里还是绥芬河快"],
  ])("a gate: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["mode", "20 t of tiles from Yiwu to Almaty by truck", "20 t of tiles from Yiwu to Almaty, truck"],
    ["mode", "瓷砖20吨 汽运 义乌到阿拉木图", "瓷砖20吨 卡车 义乌到阿拉木图"],
    ["mode", "плитка 20 т, авто, из Иу в Алматы", "плитка 20 т, отправить авто из Иу в Алматы"],
    ["mode", "gạch 20 tấn đường bộ từ Hà Nội đi Quảng Châu", "gạch 20 tấn xe tải từ Hà Nội đi Quảng Châu"],
    ["mode", "плитка 20 тонна теміржолмен Иудан Алматыға", "плитка 20 тонна вагон Иудан Алматыға"],
    ["mode", "из Иу в Алматы, плитка 20 т, ж/д", "из Иу в Алматы, контейнер 40HC, плитка 20 т, вагоном"],
  ])("a mode: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["services.logistics.equipment", "2x40HC tiles Yiwu to Almaty", "reefer truck, tiles, Yiwu to Almaty"],
    ["services.logistics.equipment", "义乌到阿拉木图 17.5米平板车 瓷砖20吨", "义乌到阿拉木图 钢管长17.5米 20吨"],
    ["services.logistics.equipment", "фура 13,6 м из Иу в Алматы, трубы 20 т", "из Иу в Алматы, трубы по 13,6 м, 20 т"],
    ["services.logistics.equipment", "2 крытых вагона из Чунцина в Алматы", "крытый вагон из Чунцина в Алматы"],
  ])("equipment: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    [
      "readyDate",
      "tiles 20 t from Yiwu to Almaty, ready 20 Dec 2026",
      "tiles 20 t from Yiwu to Almaty, ready tomorrow",
    ],
    ["readyDate", "瓷砖20吨 义乌到阿拉木图 12月20日备好", "瓷砖20吨 义乌到阿拉木图 下周五备好"],
    ["readyDate", "плитка 20 т из Иу в Алматы, готов 20 декабря", "плитка 20 т из Иу в Алматы, готов, 20 декабря"],
    ["readyDate", "плитка 20 т, груз готов 20 декабря", "плитка 20 т, груз готов 15-20 декабря"],
    ["readyDate", "瓷砖20吨 义乌到阿拉木图 12月20日备好", "瓷砖20吨 义乌到阿拉木图 12月20日前备好"],
    ["readyDate", "tiles 20 t from Yiwu to Almaty, ready 20 Dec", "tiles 20 t from Yiwu to Almaty, ready about 20 Dec"],
  ])("a day: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });
});

describe("what is sure of the goods of one text is only likely of another's", () => {
  test.each<Pair>([
    ["goodsValue", "tiles 20 t from Yiwu to Almaty, value USD 62,800", "tiles 20 t from Yiwu to Almaty, USD 62,800"],
    ["goodsValue", "tiles from Yiwu to Almaty, value USD 900", "tiles from Yiwu to Almaty, insured value USD 900"],
    ["goodsCurrency", "瓷砖20吨 义乌到阿拉木图 货值62800美元", "瓷砖20吨 义乌到阿拉木图 62800美元"],
    ["goodsValue", "плитка из Иу в Алматы, стоимость груза 62 800 $", "плитка из Иу в Алматы, контракт на 62 800 $"],
    ["goodsValue", "gạch từ Hà Nội đi Quảng Châu, trị giá 9.000 USD", "gạch từ Hà Nội đi Quảng Châu, 9.000 USD"],
    [
      "goodsValue",
      "tiles from Yiwu to Almaty, value USD 900",
      "tiles from Yiwu to Almaty, value USD 900. Insurance USD 300",
    ],
  ])("an amount: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["cargo[0].description", "Cargo: toys, from Yiwu to Almaty, 8 t", "Cargo: magic toys, from Yiwu to Almaty, 8 t"],
    ["cargo[0].description", "ceramic tiles 20 t from Yiwu to Almaty", "splendid tiles 20 t from Yiwu to Almaty"],
    ["cargo[0].description", "frozen fish HS 030389, Yiwu to Almaty", "splendid fish HS 030389, Yiwu to Almaty"],
    ["cargo[0].description", "义乌到阿拉木图 40HC 轮胎 班列", "义乌到阿拉木图 40HC 名牌轮胎 班列"],
    ["cargo[0].description", "从义乌发一批轮胎到阿拉木图，200箱", "从义乌发一批名牌轮胎到阿拉木图，200箱"],
    ["cargo[0].description", "义乌到阿拉木图 玩具200箱", "义乌到阿拉木图 精品玩具200箱"],
    [
      "cargo[0].description",
      "400 cartons of toys from Yiwu to Almaty",
      "400 cartons of magic toys from Yiwu to Almaty",
    ],
    ["cargo[0].description", "из Иу в Алматы, 520 коробок мебели", "из Иу в Алматы, 520 коробок классной мебели"],
    [
      "cargo[0].description",
      "từ Hà Nội đi Quảng Châu, cà phê 520 thùng",
      "từ Hà Nội đi Quảng Châu, cà phê đẹp 520 thùng",
    ],
  ])("a name of goods: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["cargo[0].packages", "Yiwu to Almaty, toys, 400 cartons, 8 t", "Yiwu to Almaty, toys, 400 cartons, 80 kg"],
    ["cargo[0].packages", "义乌到阿拉木图 玩具400纸箱", "义乌到阿拉木图 玩具400件"],
    [
      "cargo[0].packages",
      "Yiwu to Almaty, toys 8 t, 400 cartons",
      "Yiwu to Almaty, toys 8 t, 400 cartons, 2 t of lamps",
    ],
    ["cargo[0].packageType", "义乌到阿拉木图 玩具400纸箱", "义乌到阿拉木图 玩具400箱"],
    ["cargo[0].packageType", "из Иу в Алматы, обувь, 20 паллет", "из Иу в Алматы, обувь, 20 мешков"],
    ["cargo[0].packageType", "từ Hà Nội đi Quảng Châu, giày 9 thùng carton", "từ Hà Nội đi Quảng Châu, giày 9 thùng"],
    ["cargo[0].packageType", "Иудан Алматыға аяқ киім 9 орын", "Иудан Алматыға аяқ киім 9 қорап"],
  ])("packages: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["cargo[0].grossWeightKg", "tiles 20 t from Yiwu to Almaty", "tiles in bags 25 kg from Yiwu to Almaty"],
    ["cargo[0].grossWeightKg", "义乌到阿拉木图 瓷砖20吨", "义乌到阿拉木图 瓷砖 20吨车"],
    ["cargo[0].grossWeightKg", "плитка 20 т из Иу в Алматы", "плитка, фура 20 т, из Иу в Алматы"],
    ["cargo[0].grossWeightKg", "из Иу в Алматы 20 мест плитки, 300 кг", "из Иу в Алматы 20 мест плитки, до 300 кг"],
    ["cargo[0].grossWeightKg", "20 cartons of toys, 300 kg", "20 cartons of toys, up to 300 kg"],
    ["cargo[0].grossWeightKg", "义乌到阿拉木图 玩具20纸箱 300公斤", "义乌到阿拉木图 玩具20纸箱 300公斤以内"],
    ["cargo[0].grossWeightKg", "20 cartons of toys, 300 kg / 2 cbm", "20 cartons of toys, 300 kg for each pallet"],
    ["cargo[0].grossWeightKg", "义乌到阿拉木图 大米 500公斤 3袋", "义乌到阿拉木图 大米 500公斤一袋 3袋"],
    ["cargo[0].volumeCbm", "обувь 92 куба из Иу в Алматы", "обувь, фура 92 куба, из Иу в Алматы"],
    ["cargo[0].volumeCbm", "toys 8 t 46 cbm from Yiwu to Almaty", "toys 8 t 4600 cbm from Yiwu to Almaty"],
    ["cargo[0].grossWeightKg", "toys gross 8 t, net 7 t, Yiwu to Almaty", "toys 8 t, net not known, Yiwu to Almaty"],
  ])("a measure: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });

  test.each<Pair>([
    ["wanted", "customs clearance of 400 cartons of toys", "customs clearance of 400 cartons of toys, we pay later"],
    ["wanted", "要报关 玩具400箱", "要报关 玩具400箱 义乌到阿拉木图"],
    ["wanted", "customs clearance of 400 cartons of toys", "customs clearance of 400 cartons of toys from Yiwu"],
    ["wanted", "нужна растаможка, обувь 520 коробок", "нужна растаможка, обувь 520 коробок, и кто проверит товар"],
  ])("a service: %s of “%s”, not of “%s”", (path, sure, likely) => {
    expect([confidenceOf(sure, path), confidenceOf(likely, path)]).toEqual(["sure", "likely"]);
  });
});

test.each([
  ["a mode by its equipment", "автовоз из Чунцина в Алматы, 6 машин", "mode"],
  ["sides of a package", "Yiwu to Almaty, toys, 20 cartons 60x40x40 cm", "cargo[0].lengthCm"],
  ["a weight that was multiplied", "6 рулонов стали, каждый 4,2 т, из Тяньцзиня в Ташкент", "cargo[0].grossWeightKg"],
  ["a weight that was multiplied", "Yiwu to Almaty, toys, 20 cartons, 12 kg each", "cargo[0].grossWeightKg"],
  ["a volume that was multiplied", "Yiwu to Almaty, toys, 20 cartons, 0.06 cbm each", "cargo[0].volumeCbm"],
  ["goods of carrying", "wooden boxes 20 t from Yiwu to Almaty", "cargo[0].description"],
  ["goods of two kinds", "Yiwu to Almaty, 20 cartons of toys and 30 bags of lamps", "cargo[1].packages"],
])("%s is never sure", (_, text, path) => {
  expect(confidenceOf(text, path)).toBe("likely");
});

test.each([
  ["goods with truck in their name", "truck tyres 20 t from Yiwu to Almaty", "mode"],
  ["a gate that is not wanted", "义乌到阿拉木图 不走霍尔果斯 瓷砖20吨", "hubId"],
  ["a gate that is not wanted", "Yiwu to Almaty, not via Horgos, tiles 20 t", "hubId"],
  ["a gate that is not wanted", "из Иу в Алматы, не через Хоргос, плитка 20 т", "hubId"],
  ["a volume that is no length", "обувь 17,5 м3 из Иу в Алматы", "services.logistics.equipment"],
])("%s fills nothing: “%s”", (_, text, path) => {
  expect(confidenceOf(text, path)).not.toBe("sure");
});

const valueOf = (text: string, path: string) => fieldOf(text, path)?.value;

test.each([
  ["trái cây 18 tấn từ Hà Nội đi Côn Minh, 2-4 độ", "2", "4"],
  ["meat 18 t from Urumqi to Almaty, -18--20C", "-20", "-18"],
  ["мясо 18 т из Урумчи в Алматы, +2..+4 градуса", "2", "4"],
  ["фрукты 18 т из Урумчи в Алматы, +2 – +4 °C", "2", "4"],
  ["мясо 18 т из Урумчи в Алматы, -20-18 градусов", undefined, undefined],
])("the temperature of “%s” has both its ends, or none where one may be below zero or above", (text, min, max) => {
  const ends = ["services.logistics.temperatureMin", "services.logistics.temperatureMax"];
  expect(ends.map((path) => valueOf(text, path))).toEqual([min, max]);
});

// Kinds of mistakes that the reader made at the first sight of other people's messages.
test.each([
  ["a truck's load in a name of goods", "义乌到阿拉木图 整车 空调19.5吨", "cargo[0].description", "空调"],
  ["what is asked for in a name of goods", "上海→莫斯科 48纸箱 咖啡机 要报关", "cargo[0].description", "咖啡机"],
  ["a count in a name of goods", "máy in 3D 14 kiện, mã HS 84852000", "cargo[0].description", "máy in 3D"],
  [
    "gross in a name of goods",
    "генератор 8 жәшік, брутто 5 600 кг, HS 8502112000",
    "cargo[0].description",
    "генератор",
  ],
  ["a weight before a volume", "LCL Tianjin to Warsaw, frames 1,350 kgs / 10.4 cbm", "cargo[0].grossWeightKg", "1350"],
  ["a past price in Kazakh", "ұн 46 тонна Алматыдан Сианьға. Өткенде бір вагон 2900$ болған", "goodsValue", undefined],
  ["a park of logistics", "义乌到阿拉木图 玩具30纸箱 货在义乌国际物流园", "wanted", undefined],
  ["a set of pieces", "500 bộ bàn ghế từ Hà Nội đi Quảng Châu", "cargo[0].packages", undefined],
  ["a bundle", "500 bó tre từ Hà Nội đi Quảng Châu", "cargo[0].packages", "500"],
  ["two packagings", "linh kiện 27 ctn đóng trên 2 pallet từ Hà Nội đi Quảng Châu", "cargo[0].packages", undefined],
  ["a verb that is a currency", "trái cây 18 tấn từ Hà Nội đi Côn Minh, 15/12 đóng hàng", "goodsValue", undefined],
  ["thousands behind 万", "瓷砖20吨 义乌到阿拉木图 货值6万8美金", "goodsValue", "68000"],
  [
    "a weight of each that is said in words",
    "110 t of bananas, 22t each so 110 t total",
    "cargo[1].description",
    undefined,
  ],
  ["a day with a short word for ready", "tiles 20 t from Yiwu to Almaty, rdy 18 Dec", "readyDate", "2026-12-18"],
  ["a day that is written with a slash", "瓷砖20吨 义乌到阿拉木图 12/15备好", "readyDate", "2026-12-15"],
])("%s is read as it is meant: “%s”", (_, text, path, value) => {
  expect(valueOf(text, path)).toBe(value);
});
