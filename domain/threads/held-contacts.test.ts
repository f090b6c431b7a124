import { expect, test } from "vitest";
import type { ContactKind } from "../shared/contact-in-text";
import { HELD_BACK, holdBack } from "./held-contacts";

const H = HELD_BACK;

test.each<readonly [ContactKind, string, string]>([
  ["email", "Write to lin.wei@yiwu-export.com today", `Write to ${H} today`],
  ["email", "mail: sales (at) altai [dot] kz", `mail: ${H}`],
  ["email", "请把箱单发到zhang@163.com，谢谢", `请把箱单发到${H}，谢谢`],
  ["email", "ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ 是我的邮箱", `${H} 是我的邮箱`],
  ["email", "Почта: aidar_k@altyn-trans.kz, пишите", `Почта: ${H}, пишите`],
  ["phone", "Call +7 701 234 56 78 before noon", `${H} before noon`],
  ["phone", "My number is +86 138-1234-5678.", `My number is ${H}.`],
  ["phone", "电话１３８１２３４５６７８，随时联系", `${H}，随时联系`],
  ["phone", "1 3 8 1 2 3 4 5 6 7 8 找我", `${H} 找我`],
  ["phone", "手机：一三八一二三四五六七八", H],
  ["phone", "Тел. 8 (701) 234-56-78, Айдар", `${H}, Айдар`],
  ["phone", "座机 0579-85123456", H],
  ["phone", "звоните 8 727 250 11 22", `${H}`],
  ["phone", "Hotline: 0903 123 456", `${H}`],
  ["phone", "0086 138 1234 5678 is always on", `${H} is always on`],
  ["phone", "call me: 13812345678", `call me: ${H}`],
  ["messenger", "WeChat: lin_trade88", H],
  ["messenger", "加我微信 lin88trade 细聊", `加我${H} 细聊`],
  ["messenger", "微信号 zhangwei-trade", H],
  ["messenger", "QQ 2345678901 加我", `${H} 加我`],
  ["messenger", "ＱＱ：２３４５６７８", H],
  ["messenger", "my Telegram is aidar_trans", `my ${H}`],
  ["messenger", "Телеграм: aidar_trans", H],
  ["messenger", "tg @aidar_trans please", `tg ${H} please`],
  ["messenger", "t.me/aidar_trans", H],
  ["messenger", "WhatsApp ID: altyn.trans", H],
  ["messenger", "Zalo 0903123456", H],
  ["messenger", "vx: lin2020x", H],
  ["link", "See https://altyn-trans.kz/contact?x=1 for more", `See ${H} for more`],
  ["link", "网站www.yiwu-export.com上有", `网站${H}上有`],
  ["link", "our page altyn-trans.kz/kontakty", `our page ${H}`],
  ["link", "order at shop-lamps.com directly", `order at ${H} directly`],
])("a %s is held back: %s", (kind, text, shown) => {
  expect(holdBack(text)).toEqual({ words: shown, held: [kind] });
});

test.each([
  "Cut-off at Horgos is Thursday 16:00, the truck has to be in by 14:30",
  "HS 8504.40.90 and 9405 42 00 10, both as in the packing list",
  "HS code 8517130000, 1,200 pcs",
  "商品编码 9405420010，共 480 箱",
  "ТН ВЭД 8504 40 900 0, 24 места",
  "Container MSKU1234565, seal CN 88213456",
  "Container TGHU 763482 4 is at the ramp",
  "箱号 CSQU3054383，铅封号 0098123",
  "контейнер TKRU4471205, пломба 7712345",
  "Wagon 94728103 left Altynkol at 03:40",
  "вагон № 52817364 принят",
  "CMR 0042817, waybill KZ-2026-118842",
  "AWB 020-12345675, 14 pieces, 312 kg",
  "B/L COSU6298471250 is surrendered",
  "SMGS waybill no. 28471163",
  "CNHRG to KZALA by CNYIU, 6 days",
  "USD 12,480.00 all in, CNY 90,300 for the haul",
  "价格 ¥86,500，含口岸费用 1,200 元",
  "стоимость 1 245 000 тенге с НДС",
  "2026-11-24 10:00 to 2026-11-26 18:00",
  "24.11.2026 в 09:30 осмотр на складе",
  "11月24日上午9点30分验货，地点不变",
  "480 cartons, 12.5 tons, 58 cbm, 1200 x 800 x 950 mm",
  "共 480 箱，毛重 12500 公斤",
  "KO-2611-7F3K2Q and KR-2611-9M2XWA belong together",
  "declaration 021120260112345678 was released",
  "报关单号 940120260000123456 已放行",
  "Invoice INV-20261124-0087, contract YW-KZ-2026-118",
  "plate 347 ABA 02, trailer 12 CKA 02",
  "Temperature 2 to 8 degrees, humidity 55 to 65 %",
  "3 of 12 pallets are wet, see photo 4 and 5",
  "Pay by WeChat Pay is not possible, bank transfer only",
  "We use WhatsApp in the office, but write here",
  "Please send the photo of the seal",
  "请先确认提货时间，仓库周六不上班",
  "Просим подтвердить время подачи машины",
  "UN 3480, packing group II, class 9",
  "Slot K-118 on 26 Nov, gate 3, lane 12",
  "VIN LSVAA4187E2184847",
  "Track gauge 1435 to 1520 at Dostyk, 4 hours",
  "batch 20261101, best before 20271101",
  "AQL 2.5 / 4.0, sample 125 of 3200",
  "SWIFT message pacs.008 with UETR 97ed4827-7b6f-4491-a06f-b548d5a7512d",
  "VAT 12 %, duty 5 %, 0.6 % fee",
])("trade talk stays as it is: %s", (text) => {
  expect(holdBack(text)).toEqual({ words: text, held: [] });
});

test("what stands between two contacts stays, and each kind is named once", () => {
  expect(holdBack("a@b.kz or c@d.kz, else +7 701 234 56 78 after 18:00")).toEqual({
    words: `${H} or ${H}, else ${H} after 18:00`,
    held: ["email", "phone"],
  });
});

test("a contact that invisible signs take apart is held back all the same", () => {
  expect(holdBack("138\u200b1234\u200b5678 ok").held).toEqual(["phone"]);
  expect(holdBack("lin@\u2060example.com").words).toBe(H);
});

test("the time of a long text grows with its length only", () => {
  const long = "138 1 2 ".repeat(500);
  const start = process.cpuUsage().user;
  holdBack(long);
  expect((process.cpuUsage().user - start) / 1_000).toBeLessThan(1_500);
});
