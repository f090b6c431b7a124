import { expect, test } from "vitest";
import { editLicences, isWritten, LICENCES_MAX, licenceLines, withLicenceLines } from "./licence-lines";

const line = (name: string) => ({ name, number: `${name}-1`, validUntil: "2027-01-01" });
const form = withLicenceLines({ summary: "s", hubIds: ["a", "b"] }, [line("one"), line("two"), line("three")]);

test("licence lines are read back as they were written into a form, which keeps its other values", () => {
  expect(licenceLines(form)).toEqual([line("one"), line("two"), line("three")]);
  expect(form).toMatchObject({ summary: "s", hubIds: ["a", "b"] });
});

test("a removed line takes only itself away, and those below move up", () => {
  const lines = editLicences("remove-licence:1", licenceLines(form));
  expect(lines).toEqual([line("one"), line("three")]);
  const after = withLicenceLines(form, lines ?? []);
  expect(licenceLines(after)).toEqual([line("one"), line("three")]);
  expect(Object.keys(after).filter((name) => name.startsWith("licences"))).toHaveLength(6);
});

test("a line is added up to the most that a listing holds", () => {
  let lines = editLicences("add-licence", []) ?? [];
  for (let time = 0; time < 20; time++) lines = editLicences("add-licence", lines) ?? [];
  expect(lines).toHaveLength(LICENCES_MAX);
});

test.each(["save", "", "remove-licence:", "remove-licence:x", "add-licence "])(
  "the button %j is not one of the lines'",
  (intent) => {
    expect(editLicences(intent, [line("one")])).toBeNull();
  },
);

test("a form that names the thousandth line gives no thousand lines", () => {
  expect(licenceLines({ "licences[999].name": "x" })).toHaveLength(LICENCES_MAX);
});

test.each([
  [{}, false],
  [undefined, false],
  [{ name: "  " }, false],
  [{ number: "1" }, true],
])("whether a line was written on: %j", (one, expected) => {
  expect(isWritten(one)).toBe(expected);
});
