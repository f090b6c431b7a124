import { expect, test } from "vitest";
import type { PlannedDeal } from "../../plan/plan-deal";
import { bankMessage, declarationLines, writtenAmount } from "./closing-papers";
import { type Instant, parseIso } from "../../../domain/shared/time";

test.each([
  [0n, "CNY", "CNY 0.00"],
  [123_456_789n, "CNY", "CNY 1,234,567.89"],
  [12_345n, "VND", "VND 12,345"],
  [99_900n, "USD", "USD 999.00"],
] as const)("writes %s minor units of %s as %s", (minor, currency, written) => {
  expect(writtenAmount(minor, currency)).toBe(written);
});

test("a copy of a declaration names its parties, the terms of delivery, and each line with its code and value", () => {
  const company = (latin: string, country: string) => ({ name: { latin }, country });
  const deal = {
    movement: { corridor: "CN-VN" },
    buyer: company("Seller of Boards", "CN"),
    partner: company("Buyer of Boards", "VN"),
    deal: {
      incoterm: { rule: "DAP", place: "河内 · Hanoi" },
      cargo: [{ description: "中纤板 · MDF board", packages: 1_200, grossWeightGrams: 24_500_000 }],
    },
    requests: [{ service: "customs", spec: { supervisionMode: "0110" } }],
  } as unknown as PlannedDeal;
  const lines = [{ line: 1, hsCode: "4411142900", valueMinor: 8_000_000 }];
  const declared = { side: "export", country: "CN", registeredNumber: "720820260000000001", currency: "CNY", lines };
  expect(declarationLines({ deal }, declared as never)).toEqual([
    "CUSTOMS DECLARATION, COPY - EXPORT CN",
    "Registered number: 720820260000000001",
    "Exporter: Seller of Boards, CN",
    "Importer: Buyer of Boards, VN",
    "Incoterm: DAP Hanoi (Incoterms 2020)",
    "Supervision mode: 0110",
    "",
    "1  4411142900  MDF board",
    "   1,200 packages, 24,500 kg gross, customs value CNY 80,000.00",
    "Total customs value: CNY 80,000.00",
    "Status: released",
  ]);
});

const sentOn = (day: string) =>
  bankMessage({
    sentAt: parseIso(`${day}T02:00:00Z`) as Instant,
    reference: "97ed4827-7b6f-4491-a06f-b548d5a70001",
    amount: "CNY 1000.00",
    debtor: "Tuul Barilga Import LLC",
    creditor: "Tianjin Jinwo Bicycle Co., Ltd.",
  });

test("a pacs.008 calls shared charges SHAR, and an MT103 calls them SHA", () => {
  const pacs = sentOn("2026-03-02");
  expect(pacs.name).toBe("pacs008-97ed4827.pdf");
  expect(pacs.lines[0]).toMatch(/^pacs\.008/);
  expect(pacs.lines.join()).not.toContain("MT103");
  expect(pacs.lines).toContain("Charge bearer: SHAR");
  const older = sentOn("2025-11-21");
  expect(older.name).toBe("mt103-97ed4827.pdf");
  expect(older.lines[0]).toMatch(/^MT103/);
  expect(older.lines.join()).not.toContain("pacs");
  expect(older.lines).toContain("71A Details of charges: SHA");
});
