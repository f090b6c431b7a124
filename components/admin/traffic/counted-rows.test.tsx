import { expect, test } from "vitest";
import { instant } from "@/domain/shared/time";
import { LATEST_FIRST } from "@/domain/hubs/traffic-rows";
import { drawn } from "@/test/drawn";
import type { BehindRow } from "@/views/traffic";
import { RowsBar, RowsTable } from "./counted-rows";

const SORTS = [
  { key: "contracted", href: "/by-time" },
  { key: "value", href: "/by-value" },
] as const;
const TOTAL = { count: 1_234, valueCnyMinor: 5_678_950n, passThroughCnyMinor: 100n, weightGrams: 12_340_000 };
const ROOMS = ["admin", "hubs", "ui", "services", "service-logistics"];

const bar = (change: Partial<Parameters<typeof RowsBar>[0]> = {}, locale = "en") =>
  drawn(
    <RowsBar
      {...{ counted: "orders", total: TOTAL, sort: LATEST_FIRST, sorts: SORTS, exportHref: "/file", exportMax: 20_000 }}
      {...change}
    />,
    { locale, rooms: ROOMS },
  );
const textOf = (html: string) => html.replace(/<svg.*?<\/svg>/g, "").replace(/<[^>]+>/g, "|");

test("The bar says what all rows come to, with the currency, and leads to their file.", () => {
  expect(textOf(bar())).toContain("1,234 orders in all||Value 56,790 CNY||passed through 1 CNY||gross weight 12.3 t");
  expect(textOf(bar({}, "zh-CN"))).toContain("共 1,234 单||金额 56,790 元||代付 1 元||毛重 12.3 吨");
  expect(bar()).toContain('href="/file"');
  const ofDeals = { ...TOTAL, valueCnyMinor: null, passThroughCnyMinor: null };
  expect(textOf(bar({ counted: "deals", total: ofDeals }))).toContain("1,234 deals in all||gross weight 12.3 t");
});

test("Where one file does not hold the rows, the bar says so and offers none.", () => {
  const html = bar({ exportHref: null });
  expect(html).not.toContain("/file");
  expect(textOf(html)).toContain("One file holds at most 20,000 rows.");
  expect(textOf(bar({ exportHref: null, total: { ...TOTAL, count: 0 } }))).not.toContain("One file holds");
});

test("The order that the rows are in is marked, and every order is a link.", () => {
  const html = bar({ sort: { key: "value", isAscending: true } });
  expect(textOf(html)).toContain("Value|smallest first");
  for (const { href } of SORTS) expect(html).toContain(`href="${href}"`);
  expect(html).toMatch(/href="\/by-value"[^>]*aria-current="true"|aria-current="true"[^>]*href="\/by-value"/);
});

const ROW: BehindRow = {
  ...{ id: "o", reference: "KO-1", title: "Inverters", service: "logistics", hubId: "horgos", corridor: "CN-KZ" },
  ...{
    originId: "CNYIU",
    destinationId: "KZALA",
    mode: "road",
    buyerName: "Aral",
    contractedAt: instant(1_790_000_000_000),
  },
  ...{ valueCnyMinor: 12_300n, passThroughCnyMinor: 0n, minor: 12_300n, currency: "CNY", weightGrams: 2_000_000 },
};

test("Heads that sort say how the rows are sorted, and a phone's card says value, what passed through and weight.", () => {
  const html = drawn(
    <RowsTable
      {...{ rows: [ROW], hubs: new Map(), places: new Map(), zone: "Asia/Shanghai", sorts: SORTS }}
      sort={{ key: "value", isAscending: false }}
    />,
    { rooms: ROOMS },
  );
  expect(html).toMatch(/<th scope="col" aria-sort="descending" class="num"><a[^>]*href="\/by-value"/);
  expect(html.match(/aria-sort/g)).toHaveLength(1);
  for (const [name, amount] of [
    ["Value, CNY", "123"],
    ["Passed through, CNY", "0"],
    ["Weight, t", "2.0"],
  ])
    expect(html).toContain(`at-facts" data-name="${name}">${amount}</td>`);
});
