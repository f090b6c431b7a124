import { expect, test } from "vitest";
import type { Direction } from "@/domain/hubs/corridor";
import { drawn } from "@/test/drawn";
import { CustomsSpecFields } from "./spec-fields";

/** The names of the form's fields, with what was typed and refused. */
function namesOf(side: string, direction: Direction | undefined, errors: Readonly<Record<string, string>> = {}) {
  const values = { "s.side": side, "s.supervisionMode": "0110" };
  const html = drawn(<CustomsSpecFields prefix="s." values={values} errors={errors} directionOf={() => direction} />, {
    rooms: ["ui", "services", "service-customs"],
  });
  return new Set([...html.matchAll(/ name="s\.(\w+)"/g)].map(([, name]) => name));
}

test.each([
  ["export", "export", true],
  ["export", "both", true],
  ["export", "import", false],
  ["export", "transit", false],
  ["import", "import", true],
  ["import", "export", false],
  [undefined, "import", true],
  ["export", "", true],
] as const)(
  "of an %s deal, side %s, the form asks for a supervision mode and border residents: %s",
  (direction, side, isAsked) => {
    const names = namesOf(side, direction);
    for (const name of ["supervisionMode", "residentsPersons", "residentsDays"])
      expect(names.has(name), name).toBe(isAsked);
  },
);

test("a supervision mode that was refused stays in sight, to be taken out without a script", () => {
  expect(namesOf("import", "export", { "s.supervisionMode": "Not here" }).has("supervisionMode")).toBe(true);
});

test.each([
  ["transit", true, true],
  ["", true, false],
  ["export", false, false],
  ["both", false, false],
] as const)(
  "with side %s the form asks for offices and guarantee of a transit: %s, open for them: %s",
  (side, isAsked, isOpen) => {
    const html = drawn(<CustomsSpecFields prefix="s." values={{ "s.side": side }} directionOf={() => "export"} />, {
      rooms: ["ui", "services", "service-customs"],
    });
    for (const name of ["departureOffice", "destinationOffice", "transitDeclarant", "guarantee", "guarantor"])
      expect(html.includes(`name="s.${name}"`), name).toBe(isAsked);
    expect(/<details[^>]* open=""/.test(html)).toBe(isOpen);
  },
);
