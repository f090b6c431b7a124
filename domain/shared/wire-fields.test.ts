import { expect, test } from "vitest";
import { z } from "zod";
import {
  boundedText,
  countryField,
  dayOfDayOrTime,
  dayOrTimeField,
  endOf,
  instantField,
  localDateField,
  moneySchema,
  priceSchema,
  readSoFar,
  startOf,
  toWireMoney,
} from "./wire-fields";
import fc from "fast-check";
import { CURRENCIES } from "./money";

test("text is trimmed, bounded and free of control and direction characters", () => {
  const field = boundedText(10);
  expect(field.parse("  Horgos  ")).toBe("Horgos");
  expect(field.parse("a\nb")).toBe("a\nb");
  for (const text of ["", "   ", "elevenchars", "a\u0000b", "a\u202Eb", "a\u2066b"])
    expect(field.safeParse(text).success, JSON.stringify(text)).toBe(false);
});

test("a country is two capital letters", () => {
  expect(["KZ", "kz", "KAZ", ""].map((text) => countryField.safeParse(text).success)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each(["2026-02-30", "26-01-01", "2026-01-01T10:00", "tomorrow"])("%s is no date", (text) => {
  expect(localDateField.safeParse(text).success).toBe(false);
});

test.each(["2026-02-30", "2026-11-24T08:00", "24.11.2026", "2026-11-24T25:00Z"])(
  "%s is neither a day nor a time",
  (text) => {
    expect(dayOrTimeField.safeParse(text).success).toBe(false);
  },
);

test("a day lasts from its first to its last moment in the market's zone", () => {
  expect(new Date(startOf("2026-11-24")).toISOString()).toBe("2026-11-23T16:00:00.000Z");
  expect(new Date(endOf("2026-11-24")).toISOString()).toBe("2026-11-24T15:59:59.999Z");
  expect(startOf("2026-11-24T08:00:00+08:00")).toBe(Date.parse("2026-11-24T00:00:00Z"));
  expect(endOf("2026-11-24T08:00:00+08:00")).toBe(Date.parse("2026-11-24T00:00:00Z"));
});

test("the day of a time is the one in the market's zone", () => {
  expect(dayOfDayOrTime("2026-11-24T20:00:00Z")).toBe("2026-11-25");
  expect(dayOfDayOrTime("2026-11-24")).toBe("2026-11-24");
});

test("a time is written back in UTC", () => {
  expect(z.encode(instantField, instantField.parse("2026-11-24T08:00:00+08:00"))).toBe("2026-11-24T00:00:00.000Z");
  expect(instantField.safeParse("2026-11-24").success).toBe(false);
});

const wireMoney = fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom(...CURRENCIES) });

test("any storable amount survives the wire in both directions", () => {
  fc.assert(
    fc.property(wireMoney, (wire) => {
      const money = moneySchema.parse(wire);
      expect(money).toEqual({ minor: BigInt(wire.minor), currency: wire.currency });
      expect(z.encode(moneySchema, money)).toEqual(toWireMoney(money));
      expect(toWireMoney(money).minor).toBe(Number(money.minor));
    }),
  );
});

test.each<[object, string]>([
  [{ minor: 1.5, currency: "CNY" }, "a fraction of a minor unit"],
  [{ minor: 2 ** 53, currency: "CNY" }, "more than can be stored"],
  [{ minor: "100", currency: "CNY" }, "digits in quotes"],
  [{ minor: 100, currency: "XXX" }, "a currency that the market does not trade in"],
  [{ minor: 100 }, "no currency"],
  [{ minor: 100, currency: "CNY", major: 1 }, "an unknown member"],
])("%j is refused: %s", (wire) => {
  expect(moneySchema.safeParse(wire).success).toBe(false);
});

test("a price may be nothing but not less", () => {
  expect(priceSchema.safeParse({ minor: 0, currency: "KZT" }).success).toBe(true);
  expect(priceSchema.safeParse({ minor: -1, currency: "KZT" }).error?.issues[0]?.message).toBe("amount_negative");
});

const schema = z.strictObject({
  day: localDateField,
  count: z.int().default(1),
  note: z.string().max(3).optional(),
});

test.each<[string, unknown, object, string[]]>([
  ["whole", { day: "2026-12-01", count: 2, note: "abc" }, { day: "2026-12-01", count: 2, note: "abc" }, []],
  ["without what may be left out", { day: "2026-12-01" }, { day: "2026-12-01", count: 1 }, []],
  ["with a malformed member", { day: "2026-12-01", count: 2, note: "abcd" }, { day: "2026-12-01", count: 2 }, ["note"]],
  ["without what must be given", { count: "two", more: 1 }, {}, ["day", "count"]],
  ["that is none", "2026-12-01", { count: 1 }, ["day"]],
])("an input %s is read as far as its members can be", (_, input, value, unread) => {
  const read = readSoFar(schema, input);
  expect([read.value, [...read.unread]]).toEqual([value, unread]);
});
