import { expect, test } from "vitest";
import { type ContactKind, contactIn } from "./contact-in-text";

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
