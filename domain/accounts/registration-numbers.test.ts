import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Country, registrationKey } from "./organisation";
import { checkRegistration, checkTaxNumber, isChinaCustomsCode, isKpp } from "./registration-numbers";

const VALID: readonly [Country, string][] = [
  // Published: Alibaba (China), Tencent (Shenzhen), Huawei.
  ["CN", "91330100799655058B"],
  ["CN", "9144030071526726XG"],
  ["CN", "914403001922038216"],
  ["CN", "91 3301 0079 9655 058B"],
  ["CN", "91330782my52572988"],
  // Sberbank, Gazprom; a sole trader.
  ["RU", "7707083893"],
  ["RU", "7736050003"],
  ["RU", "500100732259"],
  ["KZ", "120540995808"],
  ["KZ", "170340995265"],
  // Vietcombank and a branch of its form; a household.
  ["VN", "0100112437"],
  ["VN", "0100112437-001"],
  ["VN", "001084012345"],
  ["TH", "0105559997225"],
  ["MN", "9995471"],
  ["DE", "HRB 12345"],
];

test.each(VALID)("%s accepts %s", (country, number) => {
  expect(checkRegistration(country, number)).toBeNull();
});

test.each<[Country, string, string]>([
  ["CN", "91330100799655058A", "registration_check"],
  ["CN", "9133010079965505", "registration_length"],
  // I, O, S, V and Z are not in the alphabet.
  ["CN", "91330100799655058O", "registration_length"],
  ["RU", "7707083894", "registration_check"],
  ["RU", "500100732258", "registration_check"],
  ["RU", "77070838931", "registration_length"],
  ["KZ", "120540995807", "registration_check"],
  ["KZ", "12054099580", "registration_length"],
  ["VN", "0100112438", "registration_check"],
  ["VN", "01001124371", "registration_length"],
  ["TH", "0105559997226", "registration_check"],
  ["TH", "abc", "registration_length"],
])("%s refuses %s as %s", (country, number, issue) => {
  expect(checkRegistration(country, number)).toBe(issue);
});

test("one mistyped character of a Chinese number is always found", () => {
  const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const numbers = VALID.filter(([country]) => country === "CN").map(([, number]) => registrationKey(number));
  fc.assert(
    fc.property(fc.constantFrom(...numbers), fc.nat(17), fc.constantFrom(...letters), (number, at, letter) => {
      fc.pre(number[at] !== letter);
      expect(checkRegistration("CN", number.slice(0, at) + letter + number.slice(at + 1))).toBe("registration_check");
    }),
  );
});

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
  ["4403169999", true],
  ["330796000", false],
  ["0000000000", false],
  ["9999999999", false],
  ["3807960001", false],
])("%s is a customs code of China: %s", (text, isOne) => {
  expect(isChinaCustomsCode(text)).toBe(isOne);
});
