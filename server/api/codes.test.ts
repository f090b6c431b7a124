import { expect, test } from "vitest";
import { PACKAGE_TYPES } from "../../domain/deals/package-type";
import { apiMarket } from "@/test/api-market";
import { listCodes } from "../tariff/api";

test("anybody finds the UN's codes for the market's units, packages and modes, in words of each language", async () => {
  const { call } = await apiMarket();
  const { status, body } = await call(listCodes, { as: null });
  expect(status).toBe(200);
  const { units, packages, modes } = body as Record<string, { value: string; code: string; names: object }[]>;
  expect(units).toContainEqual({
    value: "litre",
    code: "LTR",
    names: { en: "litre", "zh-CN": "升", ru: "л", vi: "lít", kk: "литр" },
  });
  expect(modes?.map(({ value, code }) => [value, code])).toEqual([
    ["sea", "1"],
    ["rail", "2"],
    ["road", "3"],
    ["air", "4"],
  ]);
  expect(packages?.map(({ code }) => code)).toEqual(PACKAGE_TYPES);
});
