import { describe, expect, test } from "vitest";
import { checkTaxNumber, isChinaCustomsCode, isKpp } from "./tax-number";

describe("a tax number", () => {
  test.each([
    ["VN", "0100112437"],
    ["VN", "0100112437-001"],
    ["KZ", "120540995808"],
    ["RU", "7707083893"],
    ["RU", "500100732259"],
    ["CN", "91330100799655058B"],
    ["UZ", "207247885"],
    ["UZ", "31503851234567"],
    ["KG", "02712199710024"],
    ["MN", "5095549"],
    ["MN", "УБ88010112"],
    ["MN", "37900846788"],
    ["TH", "0105559997225"],
  ])("of %s may be %s", (country, number) => {
    expect(checkTaxNumber(country, number)).toBeNull();
  });

  test.each([
    ["VN", "0100112438", "registration_check"],
    ["VN", "010011243", "registration_length"],
    ["KZ", "120540995807", "registration_check"],
    ["KZ", "1205409958", "registration_length"],
    ["RU", "7707083894", "registration_check"],
    ["RU", "770708389", "registration_length"],
    ["CN", "91330100799655058A", "registration_check"],
    ["UZ", "20724788", "registration_length"],
    ["KG", "0271219971002", "registration_length"],
    ["MN", "509554", "registration_length"],
    ["MN", "УБ8801011", "registration_length"],
  ])("of %s is never %s: %s", (country, number, issue) => {
    expect(checkTaxNumber(country, number)).toBe(issue);
  });

  test("of a country whose rule is not known is taken as written", () => {
    for (const country of ["LA", "AM", "XX"]) expect(checkTaxNumber(country, "1")).toBeNull();
  });
});

test.each([
  ["770801001", true],
  ["7708AB001", true],
  ["77080100", false],
  ["77O801001", false],
  ["770801001X", false],
])("%s is a KPP: %s", (text, isOne) => {
  expect(isKpp(text)).toBe(isOne);
});

test.each([
  ["3307960001", true],
  ["33079600AB", true],
  ["X307960001", false],
  ["330796000", false],
])("%s is a customs code of China: %s", (text, isOne) => {
  expect(isChinaCustomsCode(text)).toBe(isOne);
});
