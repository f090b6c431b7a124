import { expect, test } from "vitest";
import { refusalStatus } from "./refusal-status";

test.each(["terms_invalid", "bid_too_long", "nothing_chosen", "two_for_one_request"])(
  "%s is a fault of the body, which the same call with another body may mend",
  (code) => {
    expect(refusalStatus({ code })).toBe(422);
  },
);

test.each(["wrong_state", "bid_exists", "request_not_open"])(
  "%s is a rule of the market, whatever the body",
  (code) => {
    expect(refusalStatus({ code })).toBe(409);
  },
);
