import { describe, expect, test } from "vitest";
import type { DocumentKind } from "@/domain/services/document-kind";
import type { LocalDate } from "@/domain/shared/time";
import { paperDate } from "./paper-dates";

const day = (text: string) => text as LocalDate;
const sale = { reference: "KD-2603-ABC123", postedOn: day("2026-03-10"), readyDate: day("2026-03-20") };
const known = (...papers: readonly (readonly [DocumentKind, string])[]) =>
  papers.map(([kind, date]) => ({ kind, date: day(date) }));
const dated = (kind: DocumentKind, typed: string, ...papers: readonly (readonly [DocumentKind, string])[]) =>
  paperDate(kind, sale, { typed: day(typed), known: known(...papers) });

describe("the date of a paper", () => {
  test("follows the course of a sale, whenever the paper is typed in", () => {
    const kinds = ["un38_3", "quarantine_permit", "sales_contract", "commercial_invoice", "phytosanitary"] as const;
    const dates = kinds.map((kind) => dated(kind, "2026-03-25"));
    expect([...dates].sort()).toEqual(dates);
    expect(new Set(dates).size).toBeGreaterThanOrEqual(4);
    expect(dates[2] && dates[2] < sale.postedOn).toBe(true);
    expect(dates[4]).toBe("2026-03-20");
  });

  test("is none after the day on which it is typed in, and a carrier signs on that day", () => {
    expect(dated("phytosanitary", "2026-03-14")).toBe("2026-03-14");
    expect(dated("cmr", "2026-03-22")).toBe("2026-03-22");
    expect(dated("power_of_attorney", "2026-03-12")).toBe("2026-03-12");
  });

  test("is none before a paper that it rests on, and none after one that rests on it", () => {
    expect(dated("origin_form_e", "2026-03-25", ["commercial_invoice", "2026-03-22"])).toBe("2026-03-22");
    expect(dated("commercial_invoice", "2026-03-25", ["phytosanitary", "2026-03-12"])).toBe("2026-03-12");
    expect(dated("insurance_policy", "2026-03-25", ["bill_of_lading", "2026-03-18"])).toBe("2026-03-18");
  });

  test("of a permit is a day on which offices work", () => {
    const days = Array.from({ length: 20 }, (_, at) =>
      paperDate("quarantine_permit", { ...sale, reference: `KD-2603-${at}` }, { typed: day("2026-03-25"), known: [] }),
    );
    expect(days.filter((one) => [0, 6].includes(new Date(one).getUTCDay()))).toEqual([]);
  });
});
