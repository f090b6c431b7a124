import { expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { amountsIn } from "./amounts";
import { sourceOf } from "./reading";

const amountsOf = (text: string) =>
  amountsIn(sourceOf(text, { places: [], headings: [] }, "2026-12-01" as LocalDate)).map(
    ({ value, currency }) => `${value} ${currency}`,
  );

test.each([
  ...["3.8美金/公斤", "每吨450元", "陶瓷杯单价2.5美元", "9块一公斤", "1200美金一柜", "65美金每方"],
  ...["USD 2,150 per container", "$88 a cbm", "4 USD each", "120 usd/t", "price per kg 3.5 USD", "lamps at $4/pc"],
  ...["по 70 $ везли", "110 долларов за куб", "900 $ за тонну", "цена за кг 4 доллара", "2 400 руб/место"],
  ...["80 USD một khối", "đơn giá 12 USD", "mỗi tấn 300 USD", "1.400 USD/cont", "12 tệ một kg"],
  ...[
    "кг-на 6 доллар",
    "кг-ына 4 доллар",
    "бір тоннасы 300 доллар",
    "кубы үшін 90 доллар",
    "400 доллар бір контейнер",
    "90 $/куб",
  ],
])("the price of one in %j is no amount of the whole", (text) => {
  expect(amountsOf(text)).toEqual([]);
});

test.each([
  ["货值18万人民币", "180000 CNY"],
  ["货值6万8美金", "68000 USD"],
  ["货值6万8千美金", "68000 USD"],
  ["瓷砖20吨 36000美元", "36000 USD"],
  ["一批灯具，5万元，一柜", "50000 CNY"],
  ["20 t of tiles, value USD 36,000, per Incoterms", "36000 USD"],
  ["invoice 12,500 EUR / 20 pallets", "12500 EUR"],
  ["$45,000 for a container load of lamps", "45000 USD"],
  ["инвойс 74 300 долларов за плитку", "74300 USD"],
  ["20 т на 46 500 юаней", "46500 CNY"],
  ["контракт на 30 тыс долларов, за тонну не считали", "30000 USD"],
  ["hàng trị giá 25.000 USD, 20 khối", "25000 USD"],
  ["lô gạch 40.000 tệ cho nhà máy", "40000 CNY"],
  ["20 тонна 46 500 юань", "46500 CNY"],
  ["құны 12 000 доллар, бір контейнер", "12000 USD"],
])("the amount in %j is %s", (text, amount) => {
  expect(amountsOf(text)).toEqual([amount]);
});
