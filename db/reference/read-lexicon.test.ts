import { expect, test } from "vitest";
import { corrected, rejoined } from "@/domain/search/corrections";
import { readQuery, wordsOfQuestion } from "@/domain/search/read-query";
import { lexicon } from "./read-lexicon";
import { readSubheadings } from "./read-tariff";

/** What a question is read as, each piece with its part in a way. */
function readAs(text: string): string {
  const { meant } = readQuery(text, lexicon());
  return meant
    .map(({ concepts, role, words }) => {
      const what = concepts.map(({ kind, value }) => `${kind}:${value}`).join("|");
      return `${what || words.join(" ")}${role ? ` ${role}` : ""}`;
    })
    .join(", ");
}

const CUSTOMS = ["customs clearance", "清关", "报关", "通关", "報關", "таможня", "таможенное оформление", "растаможки"];
const ALSO_CUSTOMS = [
  "thông quan",
  "thong quan",
  "кедендік рәсімдеу",
  "кеденде",
  "qingguan",
  "bao guan",
  "customs brokers",
];
const INSPECTION = [
  "验货",
  "質檢",
  "QC",
  "third-party inspection",
  "инспекции",
  "kiểm hàng",
  "сапаны тексеру",
  "yanhuo",
];
const LOGISTICS = [
  "货运",
  "freight",
  "перевозка",
  "перевозчиков",
  "vận chuyển",
  "van chuyen",
  "жүк тасымалы",
  "huoyun",
];
const PAYMENT = ["收款", "payment", "платежей", "thanh toán", "төлем", "shoukuan"];

test.each([
  ...[...CUSTOMS, ...ALSO_CUSTOMS].map((text) => [text, "customs"]),
  ...INSPECTION.map((text) => [text, "inspection"]),
  ...LOGISTICS.map((text) => [text, "logistics"]),
  ...PAYMENT.map((text) => [text, "payment"]),
])("%s is a name of the service %s", (text, service) => {
  expect(readAs(text)).toBe(`service:${service}`);
});

const HORGOS = "place:CNHRS|place:KZHOR";
const PINGXIANG = "place:CNPIN|place:CNYYG";
test.each([
  ...[
    "Khorgos",
    "Horgos",
    "Хоргос",
    "霍尔果斯",
    "霍爾果斯",
    "Қорғас",
    "коргас",
    "huoerguosi",
    "huo er guo si",
    "Qorgas",
  ].map((text) => [text, HORGOS]),
  ...["Pingxiang", "凭祥", "憑祥", "Пинсян", "Пинсяне", "Bằng Tường", "bang tuong"].map((text) => [text, PINGXIANG]),
  ...["Suifenhe", "Суйфэньхэ", "绥芬河", "綏芬河", "sui fen he", "Суйфеньхе"].map((text) => [text, "place:CNSFH"]),
  ...["Friendship Pass", "友谊关", "Hữu Nghị Quan", "перевал Дружбы"].map((text) => [text, "place:CNYYG"]),
  ...["Забайкальск", "Zabaykalsk", "后贝加尔斯克"].map((text) => [text, "place:RUZBK"]),
  ...["Нұр-Сұлтан", "Astana", "Целиноград", "努尔苏丹"].map((text) => [text, "place:KZAST"]),
  ...["Сайгон", "TP HCM", "西贡", "sài gòn"].map((text) => [text, "place:VNSGN|place:VNCLI"]),
  ...["Alma-Ata", "Верный", "阿拉木图"].map((text) => [text, "place:KZALA"]),
  ...["Frunze", "Фрунзе", "伏龙芝"].map((text) => [text, "place:KGFRU"]),
  ...["海兰泡", "Blagoveshchensk", "海蘭泡"].map((text) => [text, "place:RUBLG"]),
  ...["双城子", "Ussuriysk", "Уссурийск"].map((text) => [text, "place:RU-USSURIYSK"]),
  ...["Mukden", "奉天", "Мукден"].map((text) => [text, "place:CNSHY|place:CNSHE-AIR"]),
  ...["Дружба", "станция Дружба", "Достық"].map((text) => [text, "place:KZ-DOSTYK"]),
])("%s is a name of %s", (text, places) => {
  expect(readAs(text)).toBe(places);
});

test.each([
  ["таможня Хоргос", `service:customs, ${HORGOS}`],
  ["物流 绥芬河", "service:logistics, place:CNSFH"],
  ["义乌到莫斯科", "place:CNYIU, place:RUMOW to"],
  ["из Иу в Алматы", "place:CNYIU from, place:KZALA to"],
  ["Үрімжіден Алматыға", "place:CNURM|place:CNURC-AIR from, place:KZALA to"],
  ["customs broker in Kazakhstan", "service:customs, country:KZ at"],
  ["брокер в Казахстане", "service:customs, country:KZ at"],
  ["перевозка в Казахстан", "service:logistics, country:KZ to"],
  ["từ Thâm Quyến về Hà Nội", "place:CNSNZ|place:CNYTN|place:CNSZX-AIR from, place:VNHAN to"],
  ["брокер со знанием китайского", "service:customs, language:zh-CN"],
  ["Russian speaking forwarder", "language:ru, service:logistics"],
  ["фанера берёзовая", "goods:4412"],
  ["冷藏车", "equipment:reefer_truck"],
  ["автовозы", "equipment:car_carrier"],
  ["ISO 17020", "licence:iso17020"],
  ["8703.80", "870380"],
  ["2611 12ab34", "2611, 12ab34"],
  ["Primorsky Uval", "primorsky, uval"],
  ["凭祥果木检验", `${PINGXIANG}, 果木, service:inspection`],
  ["груз", "груз"],
  ["卢布结算", "currency:RUB, service:payment"],
  ["платежи в тенге", "service:payment, currency:KZT"],
  ["теңгемен төлем", "currency:KZT, service:payment"],
  ["中越 报关", "corridor:CN-VN, service:customs"],
  ["chuyển tiền Việt Trung", "service:payment, corridor:CN-VN"],
  ["перевозка фруктов", "service:logistics, goods:08"],
  ["皇帝蟹", "goods:030614|goods:030633|goods:030693"],
  ["крабов", "goods:030614|goods:030633|goods:030693"],
  ["阿拉上口", "place:CNAKL"],
  ["满州里", "place:CNMLX"],
  ["霍尔果期", HORGOS],
  ["Tsingtao port", "place:CNTAO"],
  ["Циндао порт", "place:CNTAO"],
  ["аэропорт Урумчи", "place:CNURC-AIR"],
  ["порт", "порт"],
  ["Saigon", "place:VNSGN|place:VNCLI"],
  ["ТОО Тасбулак Брокер", "тасбулак, service:customs"],
  ["Bắc Giang", "town:bacgiang@VN"],
  ["俄羅斯專線", "country:RU, service:logistics"],
  ["СНГ", ["KZ", "UZ", "KG", "TJ", "TM", "RU", "BY"].map((code) => `country:${code}`).join("|")],
])("%s is read as %s", (text, expected) => {
  expect(readAs(text)).toBe(expected);
});

test.each([
  ["frieght forwarder", "frieght", "freight"],
  ["инпекция товара", "инпекция", "инспекция"],
  ["suifehne", "suifehne", "suifenhe"],
  ["vận chyển", "chyen", "chuyen"],
  ["thanh logn", "logn", "long"],
])("of %s the word %s is put right: %s", (text, word, right) => {
  const { strange } = readQuery(text, lexicon());
  const names = { lexicon: lexicon(), others: () => [] };
  expect(corrected(wordsOfQuestion(text, lexicon()), strange, names)?.instead.get(word)).toBe(right);
});

test("a word that is a name in another language is put right where only that makes one name of two", () => {
  const found = rejoined(wordsOfQuestion("грузовые шыны", lexicon()), lexicon());
  expect(found?.reading.meant.map(({ concepts }) => concepts)).toEqual([[{ kind: "goods", value: "4011" }]]);
  expect(rejoined(wordsOfQuestion("грузовые шины", lexicon()), lexicon())).toBeNull();
});

test("goods of the trade are known by headings and subheadings of the Harmonized System", () => {
  const codes = readSubheadings();
  const known = [...codes].flatMap((code) => [code.slice(0, 2), code.slice(0, 4), code]);
  const named = [...lexicon().goodsNames.keys()].filter((code) => !known.includes(code));
  expect(named).toEqual([]);
});

test("a word that differs as much from two is put right to the one that makes longer names", () => {
  const asked = wordsOfQuestion("vận chyển móng cái", lexicon());
  const found = corrected(asked, ["chyen"], { lexicon: lexicon(), others: () => [] });
  expect(found?.reading.meant.map(({ words }) => words.join(" "))).toEqual(["van chuyen", "mong cai"]);
});

test("what is no word of anything stays as it was typed", () => {
  const { strange } = readQuery("xqzvwk", lexicon());
  expect(corrected(["xqzvwk"], strange, { lexicon: lexicon(), others: () => [] })).toBeNull();
});
