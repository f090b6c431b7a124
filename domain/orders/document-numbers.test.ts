import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DeclaredIn,
  containerDigit,
  luhnDigit,
  plateText,
  readAirWaybill,
  readCmrNumber,
  readContainerNumber,
  readDeclarationNumber,
  readPlate,
  readSeal,
  readSmgsNumber,
  readTirCarnet,
  readWagonNumber,
} from "./document-numbers";

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(""));
const letters = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), minLength: count, maxLength: count });
const step = fc.integer({ min: 1, max: 9 });

/** The number with one of its digits moved on by `by`. */
function changed(number: string, at: number, by: number): string {
  const places = [...number].flatMap((letter, place) => (/\d/.test(letter) ? [place] : []));
  const place = places[at % places.length] as number;
  return number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1);
}

describe("containers (ISO 6346)", () => {
  // The standard's own example, those of the bureau of containers and of a container dealer's guide.
  test.each(["CSQU3054383", "ZEPU0037255", "MWCU6059784", "TOLU4734787", " csqu 305438-3 "])("%s is one", (typed) => {
    expect(readContainerNumber(typed)).toEqual({ value: typed.toUpperCase().replace(/[ -]/g, ""), problem: null });
  });
  test.each([
    ["CSQU3054384", "container_check"],
    ["CSQU305438", "container_malformed"],
    ["CSQX3054383", "container_malformed"],
    ["", "container_malformed"],
  ])("%s is none: %s", (typed, problem) => {
    expect(readContainerNumber(typed)).toEqual({ value: null, problem });
  });
  test("any one changed digit is found, between numbers that owners give out", () => {
    fc.assert(
      fc.property(letters(3), digits(6), fc.nat(), step, (owner, serial, at, by) => {
        const ten = `${owner}U${serial}`;
        const number = `${ten}${containerDigit(ten)}`;
        const wrong = changed(number, at, by);
        // Remainders of ten and of nought have one check digit, and numbers with the former are not given out.
        const isBlind = containerDigit(ten) === 0 && containerDigit(wrong.slice(0, 10)) === 0;
        fc.pre(!isBlind);
        expect(readContainerNumber(wrong).problem).toBe("container_check");
      }),
    );
  });
});

describe("wagons", () => {
  // 1435 mm: examples of the article on UIC wagon numbers, of a Polish and of a Czech guide.
  test.each(["21-81-2471217-3", "50 51 26-18 001-5", "21 80 5246 003-5", "21 80 155 9 084-5"])("%s is one", (typed) => {
    expect(readWagonNumber(typed)).toEqual({ value: typed.replace(/[ -]/g, ""), problem: null });
  });
  // 1520 mm: 2·4 + 5 + 2·5 → 1 … by hand: 8 + 5 + 8 + 8 + 7 + 8 + 1 = 45, five to fifty.
  test("the weights of the 1520 mm network are 2, 1, 2, 1, 2, 1, 2", () => {
    expect(readWagonNumber("4548 8855")).toEqual({ value: "45488855", problem: null });
    expect(readWagonNumber("45488854").problem).toBe("wagon_check");
  });
  test.each(["1234567", "123456789", "12345678901", "1234567a"])("%s is none", (typed) => {
    expect(readWagonNumber(typed).problem).toBe("wagon_malformed");
  });
  test("any one changed digit is found, on both networks", () => {
    fc.assert(
      fc.property(fc.oneof(digits(7), digits(11)), fc.nat(), step, (body, at, by) => {
        const number = `${body}${luhnDigit(body)}`;
        expect(readWagonNumber(number).value).toBe(number);
        expect(readWagonNumber(changed(number, at, by)).problem).toBe("wagon_check");
      }),
    );
  });
});

describe("air waybills (IATA)", () => {
  // Example of the Australian Border Force, and two of forwarders' guides.
  test.each([
    ["176-12345675", "176-12345675"],
    ["020 8114 0743", "020-81140743"],
    ["58981140743", "589-81140743"],
  ])("%s is %s", (typed, value) => {
    expect(readAirWaybill(typed)).toEqual({ value, problem: null });
  });
  test("any one changed digit of serial and check is found, but one that is wrong by seven", () => {
    fc.assert(
      fc.property(digits(7), fc.nat({ max: 7 }), step, (serial, at, by) => {
        const number = `999${serial}${Number(serial) % 7}`;
        const wrong = `999${changed(number.slice(3), at, by)}`;
        const difference = Math.abs(Number(wrong[3 + at]) - Number(number[3 + at]));
        fc.pre(difference !== 7 || at === 7);
        expect(readAirWaybill(wrong).problem).toBe("air_waybill_check");
      }),
    );
  });
});

describe("customs declarations", () => {
  test.each([
    ["CN", "0200 2026 0 123456789", "020020260123456789"],
    ["CN", "94012026I000012345", "94012026I000012345"],
    ["CN", "2265 1800 1234 5678", "2265180012345678"],
    ["CN", "5300 1234 56789", "5300123456789"],
    ["KZ", "55302 / 281126 / 0012345", "55302/281126/0012345"],
    ["RU", "10702070 / 290228 / 0000001", "10702070/290228/0000001"],
    ["VN", "3012 3456 7890", "301234567890"],
  ] as const)("%s: %s is one", (country, typed, value) => {
    expect(readDeclarationNumber(country, typed)).toEqual({ value, problem: null });
  });
  test.each([
    ["CN", "02002026012345678", "declaration_malformed"],
    ["CN", "020019260123456789", "declaration_malformed"],
    ["CN", "020020262123456789", "declaration_malformed"],
    ["KZ", "55302/310226/0012345", "declaration_date"],
    ["RU", "10702070/290227/0000001", "declaration_date"],
    ["RU", "10702070/001326/0000001", "declaration_date"],
    ["RU", "10702070-281126-0000001", "declaration_malformed"],
    ["KZ", "5530/281126/0012345", "declaration_malformed"],
    ["KZ", "55302040/281126/0012345", "declaration_malformed"],
    ["RU", "55302/281126/0012345", "declaration_malformed"],
    ["VN", "30123456789", "declaration_malformed"],
  ] as const)("%s: %s is none: %s", (country, typed, problem) => {
    expect(readDeclarationNumber(country, typed)).toEqual({ value: null, problem });
  });
  test("every day of a Eurasian declaration is one that the calendar has", () => {
    fc.assert(
      fc.property(fc.constantFrom<DeclaredIn>("KZ", "RU"), digits(6), (country, day) => {
        const text = `20${day.slice(4)}-${day.slice(2, 4)}-${day.slice(0, 2)}`;
        const atMs = Date.parse(text);
        const isDay = !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
        expect(
          readDeclarationNumber(country, `${country === "KZ" ? "55302" : "10702070"}/${day}/0000001`).problem,
        ).toBe(isDay ? null : "declaration_date");
      }),
    );
  });
});

test.each([
  [readTirCarnet, "xq 8123 4567", "XQ81234567"],
  [readCmrNumber, "cmr-0012345", "CMR0012345"],
  [readSmgsNumber, "AB 1234567", "AB1234567"],
  [readPlate, "沪A 12345", "沪A12345"],
  [readPlate, "桂F·38215", "桂F38215"],
  [readPlate, "123 ABC 02", "123ABC02"],
  [readSeal, "cn-778812", "CN778812"],
] as const)("%# numbers without a check digit are kept in one form", (read, typed, value) => {
  expect(read(typed)).toEqual({ value, problem: null });
});

test.each([
  [readTirCarnet, "X81234567", "tir_malformed"],
  [readCmrNumber, "12", "waybill_malformed"],
  [readSmgsNumber, "12345", "waybill_malformed"],
  [readPlate, "ABC", "plate_malformed"],
  [readPlate, "ABCDEF", "plate_malformed"],
  [readSeal, "#1", "seal_malformed"],
] as const)("%# and refused in another", (read, typed, problem) => {
  expect(read(typed)).toEqual({ value: null, problem });
});

test.each([
  ["桂F20977", "桂F·20977"],
  ["桂F·20977", "桂F·20977"],
  ["桂 f 3388挂", "桂F·3388挂"],
  ["沪AD12345", "沪A·D12345"],
  ["粤Z1234港", "粤Z·1234港"],
  ["482 ADK 05", "482 ADK 05"],
  ["29C-123.45", "29C-123.45"],
])("the plate %s is shown as %s, with the dot that mainland plates have", (typed, shown) => {
  expect(plateText(typed)).toBe(shown);
});
