import { expect, test } from "vitest";
import { logisticsTermsForm } from "./logistics/form";
import { editRows } from "./form-field";
import { rowCount } from "./form-values";

const of = { fields: logisticsTermsForm, prefix: "terms." };
const values = { "terms.legs[0].place": "Horgos", "terms.legs[1].place": "Almaty", remarks: "x" };

test("a list's button adds an empty row after the others, until the list is full", () => {
  expect(editRows("add-row:terms.legs", values, of)).toEqual({ ...values, "terms.legs[2].place": "" });
  let full = values as Readonly<Record<string, string | readonly string[]>>;
  for (let times = 0; times < 20; times++) full = editRows("add-row:terms.legs", full, of) ?? full;
  expect(rowCount(full, "terms.legs", 100)).toBe(8);
});

test("a row's button takes that row away and keeps all that was typed elsewhere", () => {
  expect(editRows("remove-row:terms.legs[0]", values, of)).toEqual({ "terms.legs[0].place": "Almaty", remarks: "x" });
});

test.each([
  "add-row:terms.tracking",
  "add-row:legs",
  "remove-row:terms.legs",
  "add-line",
  "check",
  "add-row:__proto__",
])("the button %s is none of these", (intent) => {
  expect(editRows(intent, values, of)).toBeNull();
});
