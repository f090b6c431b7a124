import { expect, test } from "vitest";
import { type Instant, parseIso } from "../../../domain/shared/instant";
import { bankMessage } from "./closing-papers";

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
