import { expect, test } from "vitest";
import type { Corridor } from "@/domain/hubs/corridor";
import { HOUR_MS, type Instant, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { freshDatabase } from "@/test/database";
import { languageIn, tableOf } from "@/test/traffic-language";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import type { TrafficQuestion } from "./traffic";
import { trafficFigures } from "./traffic-figures";

const admin = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });
const day = (text: string) => text as LocalDate;
const NOW: Instant = later(startOfDay(day("2026-11-24")), 15 * HOUR_MS);

const HORGOS = { hubId: "horgos", isBorderHub: true, services: ["logistics", "customs"] } as const;
const SHANGHAI = { hubId: "CNSHA-PORT", isBorderHub: false, services: ["logistics"], corridor: "CN-DE" } as const;
const TRADE = [
  { ...HORGOS, on: "2026-09-30", contractMinor: 1_000n, passThroughMinor: 150n },
  { ...SHANGHAI, on: "2026-09-01" },
  { ...HORGOS, on: "2026-10-01", contractMinor: 500n, passThroughMinor: 25n, weightGrams: 1_500 },
  { ...HORGOS, on: "2026-10-31", corridor: "CN-UZ" },
  { ...SHANGHAI, on: "2026-10-15", contractMinor: 700n },
  { ...SHANGHAI, on: "2026-08-15" },
];

async function market() {
  const database = await freshDatabase();
  await tradingParties(database);
  for (const { on, ...deal } of TRADE) await contractDeal(database, { ...deal, at: startOfDay(day(on)) });
  return database;
}

const OCTOBER: TrafficQuestion = {
  ...{ period: { from: day("2026-10-01"), to: day("2026-10-31") }, measure: "orders" },
  ...{ corridor: null, service: null, hasPayment: true },
};

type Market = Awaited<ReturnType<typeof market>>;
const fileOf = async (database: Market, change: Partial<TrafficQuestion> = {}, locale: "en" | "zh-CN" = "en") =>
  tableOf(
    await trafficFigures(database.read, admin, {
      question: { ...OCTOBER, ...change },
      now: NOW,
      language: languageIn(locale),
    }),
  );
const pick = (rows: readonly Record<string, string>[], section: string, heads: readonly string[]) =>
  rows.filter((row) => row.Section === section).map((row) => heads.map((head) => row[head]));

test("The file has totals, ports, corridors and services of the period beside those of the comparison, then months.", async () => {
  const rows = await fileOf(await market());
  expect([...new Set(rows.map((row) => row.Section))]).toEqual([
    "Filters",
    ...["Totals", "Ports", "Corridors", "Services", "Months"],
  ]);
  const money = ["Value, CNY", "Passed through, CNY"];
  expect(pick(rows, "Totals", ["Name", "From", "To", "Orders", ...money, "Gross weight, kg"])).toEqual([
    ["All border ports", "2026-10-01", "2026-10-31", "4", "11.50", "0.50", "5"],
    ["Seaports and airports", "2026-10-01", "2026-10-31", "1", "7.00", "0.00", "1"],
    ["All", "2026-10-01", "2026-10-31", "5", "18.50", "0.50", "6"],
  ]);
  const compared = ["From", "To", "Orders", ...money].map((head) => `Comparison: ${head}`);
  expect(pick(rows, "Totals", ["Code", ...compared, "Change, points"])).toEqual([
    ["border", "2026-09-01", "2026-09-30", "2", "17.00", "3.00", "13.33"],
    ["other", "2026-09-01", "2026-09-30", "1", "1.00", "0.00", "-13.33"],
    ["all", "2026-09-01", "2026-09-30", "3", "18.00", "3.00", "0"],
  ]);
  expect(pick(rows, "Ports", ["Name", "Border port", "Part of all by orders, %", "Comparison: Orders"])).toEqual([
    ["Horgos", "yes", "80", "2"],
    ["Shanghai port", "no", "20", "1"],
  ]);
  const split = ["Through border ports, orders", "Share of border ports, %", "Within, points", "Mix, points"];
  expect(pick(rows, "Corridors", ["Name", "Code", "Orders", ...split])).toEqual([
    ["China to Kazakhstan", "CN-KZ", "2", "2", "100", "0", "-26.67"],
    ["China to Uzbekistan", "CN-UZ", "2", "2", "100", "0", "40"],
    ["China to Germany", "CN-DE", "1", "0", "0", "0", "0"],
  ]);
  expect(pick(rows, "Services", ["Name", "Orders", "Part of all by orders, %"])).toEqual([
    ["Logistics", "3", "60"],
    ["Customs", "2", "40"],
  ]);
  const months = pick(rows, "Months", ["Code", "Orders", "Comparison: Orders"]);
  expect(months).toHaveLength(12);
  expect(months.slice(-3)).toEqual([
    ["2026-08", "1", ""],
    ["2026-09", "3", ""],
    ["2026-10", "5", ""],
  ]);
});

test("Each section of the file adds up to its totals.", async () => {
  const database = await market();
  for (const measure of ["orders", "value", "weight", "deals"] as const) {
    const rows = await fileOf(database, { measure });
    const counted = measure === "deals" ? "Deals" : "Orders";
    const value = measure === "deals" ? "Value of the period's orders, CNY" : "Value, CNY";
    const heads = [counted, value, "Passed through, CNY", "Gross weight, kg"];
    const sums = (section: string) =>
      heads.map((_, at) =>
        pick(rows, section, heads)
          .reduce((all, cells) => all + Number(cells[at]), 0)
          .toFixed(2),
      );
    const all = rows.find((row) => row.Section === "Totals" && row.Code === "all") ?? {};
    const whole = heads.map((head) => Number(all[head]).toFixed(2));
    expect([measure, sums("Ports")]).toEqual([measure, whole]);
    expect([measure, sums("Corridors")]).toEqual([measure, whole]);
    expect([measure, sums("Services")]).toEqual([measure, measure === "deals" ? sums("None") : whole]);
  }
});

test("The file is of the comparison and the filters that are asked for, and says which.", async () => {
  const database = await market();
  const comparison = { from: day("2026-08-01"), to: day("2026-08-31") };
  const narrow = { comparison, corridor: "CN-DE" as Corridor, service: "logistics", hasPayment: false } as const;
  const rows = await fileOf(database, narrow);
  expect(rows[0]).toMatchObject({
    Section: "Filters",
    Name: "Orders · China to Germany · Logistics · payment orders left out",
  });
  expect(pick(rows, "Totals", ["Orders", "Comparison: From", "Comparison: Orders"]).at(-1)).toEqual([
    ...["1", "2026-08-01", "1"],
  ]);
});

test("The heads and names of the file are the reader's.", async () => {
  const rows = await fileOf(await market(), {}, "zh-CN");
  expect(Object.keys(rows[0] ?? {})).toContain("对比期：代付（人民币元）");
  expect(rows.filter((row) => row.分类 === "口岸").map((row) => row.名称)).toEqual(["霍尔果斯", "上海港"]);
});

test("The file is administrators' alone.", async () => {
  const database = await freshDatabase();
  const owner = mintActor({ kind: "user", userId: "o", organisationId: "buyer", role: "owner" });
  const asked = { question: OCTOBER, now: NOW, language: languageIn("en") };
  expect(await trafficFigures(database.read, owner, asked)).toBeNull();
});
