import { expect, test } from "vitest";
import { readText } from "@/domain/deals/clerk/read-text";
import type { LocalDate } from "@/domain/shared/time";
import { readClerkKnowledge } from "./read-clerk-knowledge";
import { readReference } from "./read-reference";

const knowledge = readClerkKnowledge(readReference());
const read = (text: string) => readText(text, knowledge, "2026-11-25" as LocalDate);
const GOODS = "Goods: LED lamps, 340 cartons, from Yiwu to Almaty.";
const valueOf = (text: string, path: string) => read(text).fields.find((field) => field.path === path)?.value;

test.each([
  ["Please offer logistics, payment, customs and inspection.", "logistics payment customs inspection"],
  ["We need logistics and customs.", "logistics customs"],
  ["We need logistics.", "logistics"],
  ["需要物流、支付、报关和验货。", "logistics payment customs inspection"],
  ["Нужны логистика, платежи и таможня.", "logistics payment customs"],
  ["Payment: 30% in advance, inspection at the factory.", "inspection"],
  ["Payment terms T/T 30 days.", undefined],
  ["We need payment terms of 30 days.", undefined],
  ["Regards, Silk Road Logistics.", undefined],
  ["We need customs, not logistics.", "customs"],
])("of %j the services %s are wanted", (asked, wanted) => {
  expect(valueOf(`${GOODS} ${asked}`, "wanted")).toBe(wanted);
});

test.each([
  ["毛重9.6吨，净重8.9吨", "8900"],
  ["gross 9.6 t, 8.9 t net", "8900"],
  ["gross 9600 kg, net 8900 kg", "8900"],
  ["вес брутто 9600 кг, вес нетто 8900 кг", "8900"],
  ["net weight 8.9 t", "8900"],
  ["gross 9.6 t, 25 kg net in each carton", undefined],
  ["gross 9.6 t, 340 x 25 kg net", undefined],
  ["gross 9.6 t", undefined],
  ["gross 9.6 t, net 10 t", undefined],
])("of %j the net weight is %s kg", (weights, net) => {
  const text = `${GOODS} ${weights}`;
  expect(valueOf(text, "cargo[0].netWeightKg")).toBe(net);
  if (!weights.startsWith("net")) expect(valueOf(text, "cargo[0].grossWeightKg")).toBe("9600");
});

test.each([
  ["Товар: футболки, код 610910", "610910"],
  ["Товар: футболки, код товара 6109 10 000 0", "6109100000"],
  ["Товар: футболки, ТН ВЭД 6109100000", "6109100000"],
  ["Товар: футболки, почтовый код 050000", undefined],
])("of %j the code is %s", (goods, code) => {
  expect(valueOf(`${goods}, 340 коробок, из Иу в Алматы`, "cargo[0].hsCode")).toBe(code);
});

test.each([
  ["郑州机场发塔什干", "CNCGO-AIR"],
  ["从白云机场到河内", "CNCAN-AIR"],
  ["天山机场空运莫斯科", "CNURC-AIR"],
  ["广州白云国际机场发河内", undefined],
  ["from Chongqing airport to Moscow", "CNCKG-AIR"],
  ["Shanghai Pudong airport to Almaty", "CNPVG-AIR"],
  ["ex Xi'an Xianyang airport to Tashkent", "CNXIY-AIR"],
  ["из аэропорта Гуанчжоу в Москву", "CNCAN-AIR"],
  ["из аэропорта Шуанлю в Ташкент", "CNCTU-AIR"],
  ["аэропорт Шэньчжэнь - Алматы", "CNSZX-AIR"],
  ["từ sân bay Thâm Quyến đi Hà Nội", "CNSZX-AIR"],
  ["từ sân bay Côn Minh về Sài Gòn", "CNKMG-AIR"],
  ["Пудун әуежайынан Алматыға", "CNPVG-AIR"],
  ["Үрімжі әуежайынан Астанаға", "CNURC-AIR"],
  ["深圳 宝安机场到阿拉木图", "CNSZX-AIR"],
  ["Гуанчжоу Байюнь әуежайынан Алматыға", "CNCAN-AIR"],
])("goods of %j start at the airport %s, and fly", (way, origin) => {
  expect(valueOf(`${way}, 38 cartons, 412 kg`, "originId")).toBe(origin);
  expect(valueOf(`${way}, 38 cartons, 412 kg`, "mode")).toBe("air");
});

test.each([
  ["从郑州到塔什干", "CNZGZ", undefined],
  ["上海发阿拉木图 汽运", "CNSGH", "road"],
  ["义乌到阿拉木图，经浦东机场", "CNYIU", "air"],
  ["from Guangzhou to Moscow by rail", "CNGGZ", "rail"],
  ["by truck from Baiyun airport to Hanoi", "CNCAN-AIR", "road"],
  ["from Yiwu to Almaty airport", "CNYIU", "air"],
  ["из Гуанчжоу в Москву машиной", "CNGGZ", "road"],
  ["из Иу в Алматы через аэропорт Пудун", "CNYIU", "air"],
  ["từ Trịnh Châu về Sài Gòn", "CNZGZ", undefined],
  ["từ Côn Minh đi Hà Nội bằng xe tải", "CNKNM", "road"],
  ["Гуанчжоудан Алматыға теміржолмен", "CNGGZ", "rail"],
  ["Шэньчжэньнен Астанаға теңізбен", "CNSNZ", "sea"],
])("of %j the start is %s and the mode %s", (way, origin, mode) => {
  expect(valueOf(`${way}, 38 cartons, 412 kg`, "originId")).toBe(origin);
  expect(valueOf(`${way}, 38 cartons, 412 kg`, "mode")).toBe(mode);
});

test.each([
  ...[
    "46 tấn từ Hà Nội đi Nam Ninh",
    "46 tấn đi Nam Ninh",
    "20 thùng về Hà Nội",
    "20 thùng cho Hà Nội",
    "gửi 3 kiện 240 kg từ Nam Ninh đi Hà Nội",
  ],
  ...["46 t from Yiwu to Almaty", "20 cartons to Almaty", "20 cartons via Horgos to Almaty", "9 t for Almaty"],
  ...["46 т из Иу в Алматы", "20 коробок в Алматы", "9 т до Алматы", "20吨 到 阿拉木图", "20吨 发 阿拉木图"],
])("of %j no word that leads on is goods", (text) => {
  expect(valueOf(text, "cargo[0].description")).toBeUndefined();
});

test.each([
  ["46 tấn tủ từ Hà Nội đi Nam Ninh", "tủ"],
  ["19 tons PVC resin at 840 USD/t, from Qingdao to Tashkent", "PVC resin"],
  ["плитка 18 т по 300 $/т, из Иу в Алматы", "плитка"],
  ["Сианьнан Астанаға 22 тонна жаңғақ пойызбен", "жаңғақ"],
  ["青岛提货 轮胎 600条 18吨 到阿拉木图", "轮胎"],
  ["青岛到阿拉木图 这次瓷砖 18吨", "瓷砖"],
  ["из Иу в Алматы, теперь плитка 18 т", "плитка"],
  ["now tiles 18 t, from Yiwu to Almaty", "tiles"],
  ["lần này gạch 18 tấn, từ Hà Nội đi Nam Ninh", "gạch"],
  ["46 t of tiles from Yiwu to Almaty", "tiles"],
  ["46 т плитки из Иу в Алматы", "плитки"],
  ["20吨 瓷砖 到阿拉木图", "瓷砖"],
  ["20 thùng giày về Hà Nội", "giày"],
  ["20 thùng đèn đi Hà Nội", "đèn"],
])("of %j the goods are %s", (text, goods) => {
  expect(valueOf(text, "cargo[0].description")).toBe(goods);
});

test.each([
  ["羊城到阿拉木图", "CNGGZ", "KZALA"],
  ["鹏城发莫斯科", "CNSNZ", "RUMOW"],
  ["蓉城到塔什干", "CNCDU", "UZTAS"],
  ["收货地莫斯科，冰城提货", "CNHRN", "RUMOW"],
  ["Харбин - Владик", "CNHRN", "RUVVO"],
  ["из Шэньяна в Екб", "CNSHY", "RUYEK"],
  ["из Иу в Новосиб", "CNYIU", "RUOVB"],
  ["из Шанхая в Питер", "CNSGH", "RULED"],
  ["For Warsaw: from Xi'an", "CNXIA", "PLWAW"],
  ["Для Москвы: из Харбина", "CNHRN", "RUMOW"],
  ["For the Warsaw office, from Xi'an", "CNXIA", undefined],
  ["Новосибирсктен Чунцинге", "RUOVB", "CNCQI"],
  ["Новороссийскіден Шанхайға", "RUNVS", "CNSGH"],
  ["成都出，到塔什干", "CNCDU", "UZTAS"],
])("of %j the way leads from %s to %s", (way, origin, destination) => {
  expect(valueOf(`${way}, 38 cartons, 412 kg`, "originId")).toBe(origin);
  expect(valueOf(`${way}, 38 cartons, 412 kg`, "destinationId")).toBe(destination);
});

test.each([
  ["станок 2,3 т, готов 18.12, из Иу в Алматы", "2026-12-18"],
  ["готовность 9.12. Плитка 20 т из Иу в Алматы", "2026-12-09"],
  ["станок готов 2.3 т, из Иу в Алматы", undefined],
  ["плитка 18.12 т, готова, из Иу в Алматы", undefined],
])("of %j the goods are ready on %s", (text, day) => {
  expect(valueOf(text, "readyDate")).toBe(day);
});

test.each([
  ["搪瓷锅240纸箱5吨半 义乌到阿拉木图", "5500"],
  ["瓷砖5吨 义乌到阿拉木图", "5000"],
  ["gạch 5 tấn rưỡi từ Hà Nội đi Nam Ninh", "5500"],
])("of %j the weight is %s kg", (text, weight) => {
  expect(valueOf(text, "cargo[0].grossWeightKg")).toBe(weight);
});

test("of a sentence that is read in part, what else it counts is listed as not used", () => {
  const text = "340 cartons of LED lamps from Yiwu to Almaty, order 7781, MOQ 200.";
  const words = read(text).unread.map((span) => text.slice(...span));
  expect(words).toEqual(["order 7781", "MOQ 200"]);
});
