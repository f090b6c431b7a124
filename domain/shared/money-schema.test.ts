import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { CURRENCIES } from "./money";
import { moneySchema, priceSchema, toWireMoney } from "./money-schema";

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
