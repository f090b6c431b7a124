import { expect, test } from "vitest";
import { type DealFacts, requiredDocuments } from "@/domain/documents/document-rule";
import { addDays, type LocalDate } from "@/domain/shared/time";
import { readDocumentRules } from "./read-reference";

const rules = readDocumentRules();
const DAY = "2026-12-01" as LocalDate;
const day = (text: string) => text as LocalDate;

/** An export by road from China to Russia. */
const FACTS: DealFacts = {
  ...{ hubId: "suifenhe", direction: "export", mode: "road", incoterm: "DAP" },
  ...{ originCountry: "CN", destinationCountry: "RU", transitCountries: [], supervisionModes: ["0110"] },
  ...{ hsCodes: [], unNumbers: [], loweredUnder: [] },
};

const documentsFor = (facts: Partial<DealFacts>, on: LocalDate = DAY) =>
  requiredDocuments({ ...FACTS, ...facts }, rules, on).required.map(({ document }) => document);

test.each([
  ["steel coils", "721049", "2026-01-01"],
  ["reinforcing bars", "721420", "2026-01-01"],
  ["seamless pipes", "730429", "2026-01-01"],
  ["electric cars", "870380", "2026-01-01"],
  ["petrol cars", "870323", "2024-01-01"],
  ["trucks", "870423", "2024-01-01"],
  ["motorcycles", "871120", "2024-01-01"],
] as const)("%s (%s) leave China with an export licence from %s", (_, code, from) => {
  const needsLicence = (on: LocalDate, more: Partial<DealFacts> = {}) =>
    documentsFor({ hsCodes: [code], ...more }, on).includes("export_licence");
  expect([needsLicence(addDays(day(from), -1)), needsLicence(day(from)), needsLicence(DAY)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(needsLicence(DAY, { direction: "import", originCountry: "KZ", destinationCountry: "CN" })).toBe(false);
});

test.each(["720241", "732690", "870310", "871160", "870830"])("%s leaves China without an export licence", (code) => {
  expect(documentsFor({ hsCodes: [code] })).not.toContain("export_licence");
});
