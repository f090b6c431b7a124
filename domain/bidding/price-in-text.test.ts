import { expect, test } from "vitest";
import { namesPrice } from "./price-in-text";

test.each([
  "plus USD 200 for waiting",
  "waiting costs 200 usd a day",
  "另收 500 元压车费",
  "另加人民币800",
  "加收￥１，２００",
  "если простой, то 15 000 руб. в сутки",
  "қосымша 40 000 тенге",
  "phụ thu 2.000.000 đồng",
  "+€1'250.00",
  "1,5 тыс. рублей",
  "3万元",
  "surcharge of 12k RMB",
  "200块钱一天",
])("an amount of money in a remark is found: %s", (text) => {
  expect(namesPrice(text)).toBe(true);
});

test.each([
  "",
  "Departs Tuesday and Friday, 2 trucks",
  "HS 8504 40, 640 pcs, 19.8 t",
  "每周 3 班，提前 48 小时预约",
  "备用元件 200 件",
  "5 元件 per carton",
  "Needs 2 Euro pallets exchange",
  "30 块木托",
  "40HC, 26 t, seal no. 12345",
  "Price in USD on the lines above",
  "Valid until 24.11.2026",
  "сумма указана в строках",
  "Route via dongguan 2",
])("what is no price passes: %s", (text) => {
  expect(namesPrice(text)).toBe(false);
});
