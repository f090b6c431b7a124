import { expect, test } from "vitest";
import { money } from "../shared/money";
import { refuse } from "../shared/result";
import { declareLines } from "./declaration-lines";

const CARGO = [{ description: "Inverters" }];

test.each([
  ["CN", "8504409100", "850440", "10"],
  ["CN", "8504.4091.00", "85044091", "10"],
  ["RU", "8504409000", "85044090", "10"],
  ["KZ", "8504409000", "850440", "10"],
  ["KG", "8504409000", "850440", "10"],
  ["BY", "8504409000", "850440", "10"],
  ["AM", "8504409000", "850440", "10"],
  ["VN", "85044090", "8504409000", "8"],
  ["UZ", "850440", "85044", "any"],
  ["UZ", "8504409000", "85044090001", "any"],
] as const)("the customs of %s take the code %s and not %s", (country, code, wrong, digits) => {
  const declared = (hsCode: string) =>
    declareLines([{ line: 1, hsCode, customsValue: money(5n, "CNY") }], { cargo: CARGO, currency: "CNY", country });
  expect(declared(code).ok).toBe(true);
  expect(declared(wrong)).toEqual(refuse("hs_code_malformed", { line: 1, digits }));
});
