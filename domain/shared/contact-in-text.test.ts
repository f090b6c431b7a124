import fc from "fast-check";
import { expect, test } from "vitest";
import { type ContactKind, contactFreeNote, contactFreeText, contactIn, namesPhone } from "./contact-in-text";

const found = (text: string) => namesPhone(text.normalize("NFKC"));

test.each([
  // China
  "13857912345",
  "138 5791 2345",
  "138-5791-2345",
  "138.5791.2345",
  "138 579 12345",
  "138 57 91 23 45",
  "1 3 8 5 7 9 1 2 3 4 5",
  "86 138 5791 2345",
  "0086 138 5791 2345",
  "008613857912345",
  "+8613857912345",
  "+86 (0)579 8555 1234",
  "１３８５７９１２３４５",
  "＋８６－１３８－５７９１－２３４５",
  "138‑5791‑2345",
  "138·5791·2345",
  "138\u200B5791\u200B2345",
  "1️⃣3️⃣8️⃣5️⃣7️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣",
  "①③⑧⑤⑦⑨①②③④⑤",
  "一三八五七九一二三四五",
  "幺三八五七九幺二三四五",
  "0579-85551234",
  "(0579) 85551234",
  "010-6555 1234",
  "021 5055 1234 转 801",
  "电话13857912345王经理",
  "手机号码：138 5791 2345",
  "tel 85551234",
  "Tel13857912345",
  "Asel-13857912345",
  "13857912345/13857912346",
  "20 cartons, 13857912345",
  "invoice by post, call 13857912345",
  // Russia and Kazakhstan
  "+7 (727) 123-45-67",
  "+7 701 555 12 34",
  "8 (701) 555-12-34 Асель",
  "тел.8-914-555-12-34",
  "8-914-555-12-34 доб. 5",
  "8 914 5551234",
  "89145551234",
  "7 (701) 555-12-34",
  "7 701 555 12 34",
  "звоните 250-12-34",
  "моб. 8 777 123 4567",
  // Viet Nam
  "+84 912 345 678",
  "0912 345 678 gặp anh Hùng",
  "0912.345.678",
  "091 234 5678",
  "0912345678",
  "0387654321",
  "SĐT: 0241234567",
  "(024) 3825 1234",
  "024-3825-1234",
  // In a sentence
  "Loading from 2026-11-20 18:00, ask 13857912345 at the gate",
  "S/N KX2026, questions to 138 5791 2345",
  "HS 850440, phone +7 727 123 45 67",
])("A telephone number is found in %j.", (text) => {
  expect(found(text)).toBe(true);
});

test.each([
  // UUIDs
  "550e8400-e29b-41d4-a716-446655440000",
  "0b6f0e5c-8b1d-4c3e-9f7a-a13812345678",
  "13857912-3451-4123-8123-138579123456",
  "Ref. {a1385791-2345-4138-9579-123451385791}",
  // HS codes
  "HS 850440, 853952, 0806100000",
  "HS 8504.40.900.0",
  "ТН ВЭД 0806 10 900 0",
  "ТН ВЭД 8501 552 000",
  "0806100000",
  "0901210000, 0709991000, 0811900000",
  "海关编码 8517130000",
  "手机 8517130000，共 300 箱",
  "телефоны 8517.13.00.00",
  // Containers and wagons
  "Container TCKU 345678-9",
  "TCKU3456789",
  "MSKU 138579 1, MSKU 138579-2",
  "TELU1385791",
  "Rail gauge 1520/1435 mm, wagon 24561234",
  "вагон 89145551234",
  // Serial numbers, models, papers
  "S/N 13857912345",
  "S/N: 13857912345, 13857912346 and 13857912347",
  "SN13857912345",
  "KX13857912345",
  "KX-13857912345",
  "13857912345A",
  "Model VX-2026A, 220 V",
  "序列号：13857912345",
  "серийный номер 89145551234",
  "số seri 0912345678",
  "合同号 13857912345",
  "PO 13857912345",
  "Invoice No. 13857912345",
  "договор № 89145551234",
  "IMEI 490154203237518",
  "Lot 2026-13857912345",
  // Registers
  "统一社会信用代码 91330782138579123X",
  "913307821385791234",
  "USCC 91330782MA2E138579",
  "Importer BIN 990140000123",
  "ИНН 89145551234",
  "MST 0312345678",
  // Tracking numbers
  "SF1385791234567",
  "EE138579123CN",
  "1Z999AA10123456784",
  "运单号 13857912345",
  "快递单号：89145551234",
  "tracking 13857912345",
  "AWB 784-12345675",
  "Declaration 220120260012345678",
  // Dates and times
  "2026-11-20 2026-12-10",
  "+3 2026-11-20",
  "20.11.2026-10.12.2026 18:00",
  "call 2026-11-20 18:00",
  "2026年11月20日 18:00",
  // Amounts and measures
  "KZT 13857912345",
  "13 857 912 345 KZT",
  "+10 000 000 тенге",
  "1,385,791,234.50 CNY",
  "总额 13857912345 元",
  "Gross 11 200,5 kg, 42 CBM, 1,250 cartons",
  "180 1200 2400 mm",
  "Размер 1200×800×1450 мм, вес брутто 12 400,00 кг",
  "13800+57912345",
  "EN 60335-1:2012, ISO 2859-1, GB 4706.1-2005",
  "一二三",
  "",
])("No telephone number is found in %j.", (text) => {
  expect(found(text)).toBe(false);
});

test("No UUID is taken for a telephone number.", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => !found(`Ref. ${id}`) && !found(id.toUpperCase())),
    { numRuns: 5_000 },
  );
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const CAPITALS = fc.stringMatching(/^[A-Z]{3}[UJZ]$/);

test("No container is taken for a telephone number.", () => {
  fc.assert(fc.property(CAPITALS, digits(6), digits(1), (code, number, check) => !found(`${code} ${number}-${check}`)));
});

test("A Chinese mobile is found however its digits are grouped and whatever stands around it.", () => {
  const number = fc.stringMatching(/^1[3-9]\d{9}$/);
  const separator = fc.constantFrom("", " ", "-", ".", "‑", "·");
  const before = fc.constantFrom("", "电话", "联系 ", "call ", "20 cartons, ", "+86 ");
  fc.assert(
    fc.property(number, separator, before, fc.constantFrom("", "王经理", " Lin", "."), (text, gap, lead, end) =>
      found(`${lead}${[text.slice(0, 3), text.slice(3, 7), text.slice(7)].join(gap)}${end}`),
    ),
    { numRuns: 2_000 },
  );
});

test("The time of a long text grows with its length only.", () => {
  const long = ["1 ", "8-", "a-1", "0(", "+1 ", "S/N 1,", "KZT 1 000 ", "一"].map((piece) => piece.repeat(2_000));
  const startedMs = performance.now();
  for (const text of long) found(text);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});

test.each<[ContactKind, string]>([
  ["email", "write to sales@yiwu-lamps.com please"],
  ["email", "почта: ivan.petrov@mail.ru"],
  ["email", "ops (at) border-cargo (dot) kz"],
  ["email", "邮箱ｌｉｎ＠example.cn"],
  ["phone", "call +7 (727) 123-45-67"],
  ["phone", "电话：0579-85551234"],
  ["phone", "联系 13857912345 王经理"],
  ["phone", "手机 138 5791 2345"],
  ["phone", "8 (701) 555-12-34 Асель"],
  ["phone", "тел. 8-914-555-12-34"],
  ["phone", "0912 345 678 gặp anh Hùng"],
  ["phone", "SĐT: 0241234567"],
  ["phone", "＋８６ １３８ ５７９１ ２３４５"],
  ["phone", "tel 85551234"],
  ["messenger", "加微信 lamps2026 详谈"],
  ["messenger", "WeChat: yiwu_8812"],
  ["messenger", "QQ 88123456"],
  ["messenger", "vx: lamps2026"],
  ["messenger", "vx13857912345"],
  ["messenger", "пишите в телеграм @almaty_cargo"],
  ["messenger", "Zalo 0912345678"],
  ["messenger", "whatsapp +77015551234"],
  ["messenger", "t.me/khorgos_broker"],
  ["link", "details at https://example.org/lot/5"],
  ["link", "see www.yiwulamps.cn"],
  ["link", "lamps-shop.com has the list"],
])("%s is found in %j", (kind, text) => {
  expect(contactIn(text)).toBe(kind);
});

test.each([
  "Solar inverters 10 kW, 400 cartons, HS 8504.40.30",
  "HS 850440, 853952, 0806100000",
  "Gross 11 200,5 kg, 42 CBM, 1,250 cartons",
  "PO 2026-11-0045, lot 20261124001",
  "Importer BIN 990140000123",
  "UN 3480, class 9, packing group II",
  "Container TCKU 345678-9, seal 00812345",
  "Plate 粤A12345 and 沪B 88123",
  "Laser VX-2026A and VX2026A",
  "550e8400-e29b-41d4-a716-a13812345678",
  "S/N 13857912345, SF1385791234567, 序列号 13857912345",
  "Ready 2026-12-10 18:00, free time 48 h",
  "Payment by WeChat Pay is not possible",
  "用微信支付不行",
  "冷链车温度 2-6 度，包装 25 公斤/箱，共 1360 箱",
  "温度 +2 … +6 °C",
  "Размер 1200×800×1450 мм, вес брутто 12 400,00 кг",
  "Hàng 24 tấn, 1.360 thùng, giao trước 20/12/2026",
  "Rail gauge 1520/1435 mm, wagon 24561234",
  "EN 60335-1:2012, ISO 2859-1, GB 4706.1-2005",
  "Declaration 220120260012345678",
  "价格条款 DAP 阿拉木图",
  "Model no. KX-2026/45, 220 V, 50 Hz, 10.000 pcs",
  "",
])("nothing is found in %j", (text) => {
  expect(contactIn(text)).toBeNull();
});

const messages = (schema: ReturnType<typeof contactFreeText>, text: string): string[] =>
  (schema.safeParse(text).error?.issues ?? []).map(({ code, message }) => (code === "too_big" ? code : message));

const BOTH = [
  ["a way past the market", "write to zhang@example.cn", "contact_in_text"],
  ["what turns the line around", "ten\u202Edays", "control_characters"],
  ["more than its letters", "x".repeat(41), "too_big"],
] as const;

test.each(BOTH)(
  "words that the other side reads before the award are refused where they hold %s",
  (_, text, message) => {
    expect(messages(contactFreeText(40), text)).toEqual([message]);
    expect(messages(contactFreeNote(40), text)).toEqual([message]);
  },
);

test("only where something has to be said are blanks refused", () => {
  expect(messages(contactFreeText(40), "  ")).toEqual(["required"]);
  expect(contactFreeNote(40).parse("  ")).toBe("");
  expect(contactFreeText(40).parse(" The goods\nare late ")).toBe("The goods\nare late");
});
