import { expect, test } from "vitest";
import type { DocumentKind } from "@/domain/services/document-kind";
import { addDays, type LocalDate } from "@/domain/shared/time";
import { flightOf, paperNumber } from "./paper-numbers";

const numberOf = (kind: DocumentKind, corridor: string, reference = "KD-2603-ABC123") =>
  paperNumber(kind, { reference, corridor, buyerOrganisationId: "org-1" }, "2026-03-20" as LocalDate);

test.each<[DocumentKind, string, RegExp]>([
  ["origin_form_e", "CN-VN", /^E26\d{13}$/],
  ["origin_form_e", "VN-CN", /^VN-CN 26\/(0[1-9]|1\d|20)\/\d{7}$/],
  ["origin_general", "RU-CN", /^RUCN6\d{9}$/],
  ["origin_general", "MN-CN", /^MN-26-\d{7}$/],
  ["phytosanitary", "RU-CN", /^156\d{6}200326\d{3}$/],
  ["eac_declaration", "CN-RU", /^ЕАЭС N RU Д-CN\.РА\d{2}\.А\.\d{5}\/26$/],
  ["export_licence", "CN-KZ", /^26-AB-\d{6}$/],
  ["eac_certificate", "CN-KZ", /^ЕАЭС KZ\.7500\d{3}\.22\.01\.\d{5}$/],
  ["veterinary", "VN-CN", /^[A-F]A\d{4}\/26\/CH$/],
  ["tir_carnet", "CN-UZ", /^XQ\d{8}$/],
  ["transit_declaration", "CN-TH", /^26LA\d{14}$/],
  ["bill_of_lading", "CN-VN", /^[A-Z]{4}26\d{8}$/],
  ["sales_contract", "CN-VN", /^SC-2603-ABC123$/],
])("the number of a %s on %s is in the form of its issuer", (kind, corridor, form) => {
  expect(numberOf(kind, corridor)).toMatch(form);
  expect(numberOf(kind, corridor)).toBe(numberOf(kind, corridor));
  expect(numberOf(kind, corridor)).not.toBe(numberOf(kind, corridor, "KD-2603-XYZ789"));
});

test("an exporter's certificates of origin have each a number of its own, larger by the day", () => {
  const on = (date: string, reference: string) =>
    paperNumber("origin_form_e", { reference, corridor: "CN-VN", buyerOrganisationId: "org-1" }, date as LocalDate);
  const year = Array.from({ length: 365 }, (_, day) => on(addDays("2026-01-01" as LocalDate, day), `KD-${day}`));
  expect(new Set(year).size).toBe(365);
  expect(year).toEqual(year.toSorted());
});

test("a flight is of the airline whose air waybill it is", () => {
  expect(flightOf("784-12345675")).toMatch(/^CZ8\d{3}$/);
  expect(flightOf("112-12345675")).toMatch(/^CK8\d{3}$/);
});
