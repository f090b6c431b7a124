import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REQUEST_STATES } from "../../requests/request";
import { DAY_MS, instant } from "../../shared/instant";
import { BIDDER, openUntil } from "@/test/open-request";
import { BID_STATES } from "../../shared/states";
import { bidDraftKeptUntil, isWhatWasSent, mayDraft, mayReplace } from "./bid-draft";

const CLOSES = instant(1_000);
const request = openUntil(CLOSES);
const codeOf = (result: ReturnType<typeof mayDraft>) => (result.ok ? "yes" : result.refusal.code);

describe("a draft may be written", () => {
  test.each(REQUEST_STATES)("of a request that is %s only while bids are taken", (state) => {
    const answer = codeOf(mayDraft(request({ state }), BIDDER, null, instant(999)));
    expect(answer).toBe(state === "open" ? "yes" : "draft_too_late");
  });

  test("to the last millisecond before the close, and not at it", () => {
    expect(codeOf(mayDraft(request(), BIDDER, null, instant(999)))).toBe("yes");
    expect(codeOf(mayDraft(request(), BIDDER, null, CLOSES))).toBe("draft_too_late");
  });

  test.each([null, ...BID_STATES])("beside a bid that is %s only where a version could still be sent", (state) => {
    const isFree = state === null || state === "submitted" || state === "stale";
    expect(codeOf(mayDraft(request(), BIDDER, state, instant(1)))).toBe(isFree ? "yes" : "bid_ended");
  });

  test.each([
    ["the buyer itself", { organisationId: "buyer" }, {}, "own_request"],
    ["who does not offer the service", { isListed: false }, {}, "no_listing"],
    ["who is not invited", {}, { visibility: "invited" }, "not_invited"],
    ["who is invited", { isInvited: true }, { visibility: "invited" }, "yes"],
  ] as const)("by those who may bid: %s", (_, who, asked, expected) => {
    expect(codeOf(mayDraft(request(asked), { ...BIDDER, ...who }, null, instant(1)))).toBe(expected);
  });
});

const name = fc.constantFrom("a", "b", "c");
const seen = fc.record({ mark: name, window: name });

describe("of two windows", () => {
  test("the one that saved last, or was drawn from the last save, may save; any other is told", () => {
    fc.assert(
      fc.property(seen, seen, (kept, sent) => {
        const isOwn = kept.window === sent.window || kept.mark === sent.mark;
        expect(mayReplace(kept, sent)).toMatchObject(isOwn ? { ok: true } : { refusal: { code: "draft_changed" } });
        expect(isWhatWasSent(kept, sent)).toBe(isOwn);
      }),
    );
  });

  test("one that was drawn from a draft is told where that is gone, and one that had none begins it", () => {
    expect(mayReplace(null, { mark: "a", window: "w" })).toMatchObject({ refusal: { code: "draft_gone" } });
    expect(mayReplace(null, { mark: "", window: "w" }).ok).toBe(true);
  });
});

test("a draft is kept ninety days beyond the close of its request", () => {
  expect(bidDraftKeptUntil(CLOSES)).toBe(1_000 + 90 * DAY_MS);
});
