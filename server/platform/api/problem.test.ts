import { expect, test } from "vitest";
import { REFUSAL_CODES } from "../../../domain/shared/refusal-codes";
import { refusalStatus } from "./problem";

test.each(["terms_invalid", "bid_too_long", "nothing_chosen", "two_for_one_request"] as const)(
  "%s is a fault of the body, which the same call with another body may mend",
  (code) => {
    expect(refusalStatus({ code })).toBe(422);
  },
);

test.each(["wrong_state", "bid_exists", "request_not_open"] as const)(
  "%s is a rule of the market, whatever the body",
  (code) => {
    expect(refusalStatus({ code })).toBe(409);
  },
);

test("each code is of one kind, so that its status is one", () => {
  const codes = Object.values(REFUSAL_CODES).flat();
  expect(codes.length).toBeGreaterThan(300);
  expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
});
