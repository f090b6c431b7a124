import { expect, test } from "vitest";
import type { ShownCell } from "@/domain/exports/small-cells";
import { KNOWLEDGE_DEFINITIONS } from "@/domain/exports/knowledge";
import { NO_TRADE } from "@/domain/exports/trade";
import type { LocalDate, Month } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { languageIn, tableOf } from "@/test/traffic-language";
import type { ExportedOrder, PublicExports } from "@/views/exports";
import { exportedOrdersCsv, exportsReviewCsv, publicExportsCsv } from "./exports-csv";

const OCTOBER = "2026-10" as Month;
const definition = KNOWLEDGE_DEFINITIONS.mofcom;
const cell = (count: number, valueMinor: bigint): ShownCell => ({ count, valueMinor, providers: 6 });

const view: PublicExports = {
  month: OCTOBER,
  months: [
    { month: "2026-09" as Month, total: null },
    { month: OCTOBER, total: cell(20, 40_000n) },
  ],
  total: cell(20, 40_000n),
  ofAll: null,
  kinds: {
    shown: [{ key: "logistics", ...cell(12, 30_000n) }],
    rest: { keys: ["customs", "payment"], ...cell(8, 10_000n) },
  },
  marginMinor: null,
  pairs: { shown: [{ key: "CN>KZ", ...cell(20, 40_000n) }], rest: null },
  corridors: null,
  quarter: {
    first: "2026-07" as Month,
    last: "2026-09" as Month,
    knowledge: { part: cell(9, 5_000n), whole: cell(60, 50_000n) },
  },
  definition,
};

test("the published file has a line for what is shown and one for the rest, and no month that is not", () => {
  const rows = tableOf(publicExportsCsv(view, languageIn("en")));
  expect(
    rows.map((row) => [row.Section, row.Name, row.Code, row.Orders, row["Value (CNY)"], row["Share (%)"]]),
  ).toEqual([
    ["Total", "Services exports", "", "20", "400.00", "100"],
    ["By kind of service", "Logistics", "SCB", "12", "300.00", "75"],
    ["By kind of service", "All others", "SC3G SG1", "8", "100.00", "25"],
    ["By country pair", "China → Kazakhstan", "CN>KZ", "20", "400.00", "100"],
    ["Knowledge-intensive services", "2026-07/2026-09", "mofcom 2020-07-02", "9", "50.00", "10"],
    ["By month", "2026-10", "", "20", "400.00", ""],
    ["What is not shown", expect.stringContaining("8 orders of 5 providers"), "", "", "", ""],
    ["Source", definition.source, "", "", "", ""],
  ]);
});

test("a month of which nothing may be shown has no figure in its file", () => {
  const none = {
    ...view,
    total: null,
    kinds: null,
    pairs: null,
    months: [],
    quarter: { ...view.quarter, knowledge: null },
  };
  expect(tableOf(publicExportsCsv(none, languageIn("zh-CN"))).map((row) => row["订单数"])).toEqual(["", ""]);
});

test("the review's file has every line as long as its heads, the funnel with its days", () => {
  const sum = { ...NO_TRADE, count: 2, valueMinor: 40_000n, marginMinor: 500n };
  const steps = [{ step: "first_bid" as const, count: 3, medianDays: 12 }];
  const csv = exportsReviewCsv(
    {
      ...{
        first: OCTOBER,
        last: OCTOBER,
        exported: sum,
        all: sum,
        exporters: 1,
        knowledge: sum,
        definition,
        readMs: 1,
      },
      months: [{ month: OCTOBER, exported: sum, all: sum, knowledge: sum }],
      kinds: [{ key: "payment", ...sum }],
      ...{ pairs: [], corridors: [], countries: [], allCorridors: [] },
    },
    { from: OCTOBER, funnels: [{ month: OCTOBER, steps }] },
    languageIn("en"),
  );
  const lines = csv.trimEnd().split("\r\n");
  expect(new Set(lines.slice(0, -1).map((line) => line.split(",").length))).toEqual(new Set([11]));
  const rows = tableOf(csv);
  expect(rows.find((row) => row.Name === "Payment")).toMatchObject({ Code: "SG1", "Margin (CNY)": "5.00" });
  expect(rows.find((row) => row.Name === "First bid")).toMatchObject({ Orders: "3", "Median days": "12" });
});

test("a name in the file of orders runs as no formula", () => {
  const row: ExportedOrder = {
    ...{ id: "o", reference: "KO-1", title: "=1+1", service: "payment", corridor: "CN-KZ" },
    ...{ providerName: "@SUM(A1)", providerCountry: "CN", buyerName: "Altyn", buyerCountry: "KZ" },
    ...{ contractedAt: startOfDay("2026-10-10" as LocalDate), minor: 1_000n, currency: "USD" },
    ...{ valueCnyMinor: 7_000n, marginCnyMinor: 500n, passThroughCnyMinor: 0n },
  };
  const [line] = tableOf(exportedOrdersCsv([row], languageIn("en")));
  expect(line).toMatchObject({
    ...{ Title: "'=1+1", Provider: "'@SUM(A1)", "Provider’s country": "China", "Balance of payments item": "SG1" },
    ...{ "Value (CNY)": "70.00", "Margin (CNY)": "5.00", Currency: "USD" },
  });
});
