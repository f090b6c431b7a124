import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import { BID_STATES } from "../shared/vocabulary";
import { expiresAtOf, isExpired, quoteExpiryOf } from "./quote-expiry";

const VALID = Date.parse("2026-12-01T00:00:00Z");
const content = (terms: object) => ({ terms, validUntil: VALID });

describe("the end of a quote", () => {
  test.each([
    ["the time that it names", { expiresAt: "2026-11-24T12:00:00Z" }, "2026-11-24T12:00:00Z"],
    ["its validity where it names none", {}, "2026-12-01T00:00:00Z"],
    ["its validity where it names a later time", { expiresAt: "2026-12-24T12:00:00Z" }, "2026-12-01T00:00:00Z"],
  ])("of a payment is %s", (_name, terms, at) => {
    expect(quoteExpiryOf("payment", content(terms))).toBe(Date.parse(at));
    expect(expiresAtOf("payment", content(terms))).toBe(Date.parse(at));
  });

  test("is none of a service that quotes no rate; its bid ends with its validity", () => {
    expect(quoteExpiryOf("customs", content({}))).toBeNull();
    expect(expiresAtOf("customs", content({}))).toBe(VALID);
  });

  test("passes in its own moment, and for bids that stand only", () => {
    const expiresAt = instant(VALID);
    const at = (shift: number) => isExpired({ state: "submitted", expiresAt }, instant(VALID + shift));
    expect([-1, 0, 1].map(at)).toEqual([false, true, true]);
    expect(BID_STATES.filter((state) => isExpired({ state, expiresAt }, instant(VALID)))).toEqual([
      "submitted",
      "stale",
    ]);
  });
});
