import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import { isPublished, mayBeFound, maySeeRequest, type SeenRequest } from "./request-visibility";
import { REQUEST_STATES } from "./request";
import { VISIBILITIES } from "./request-choices";

const AT = instant(1);
const request = (over: Partial<SeenRequest> = {}): SeenRequest => ({
  buyerOrganisationId: "buyer",
  state: "open",
  visibility: "open",
  publishedAt: AT,
  ...over,
});
const of = (organisationId: string | null) => ({ organisationId });
const [VISITOR, BUYER, OTHER] = [of(null), of("buyer"), of("other")];

describe("Who may see a request", () => {
  test.each(REQUEST_STATES)("Its buyer always, in state %s.", (state) => {
    for (const visibility of VISIBILITIES)
      for (const publishedAt of [AT, null])
        expect(maySeeRequest(BUYER, request({ state, visibility, publishedAt }), false)).toBe(true);
  });

  test.each(["draft", "in_review"] as const)("Nobody else before it is published: %s.", (state) => {
    for (const visibility of VISIBILITIES)
      for (const viewer of [VISITOR, OTHER])
        for (const publishedAt of [AT, null])
          expect(maySeeRequest(viewer, request({ state, visibility, publishedAt }), true)).toBe(false);
  });

  test("Nobody else where it was given up or declined before it was published.", () => {
    const declined = request({ state: "cancelled", publishedAt: null });
    expect([isPublished(declined), maySeeRequest(VISITOR, declined, false)]).toEqual([false, false]);
    expect(maySeeRequest(OTHER, declined, true)).toBe(false);
    expect(maySeeRequest(OTHER, request({ state: "cancelled" }), false)).toBe(true);
  });

  test.each(["open", "checked"] as const)("Everybody once it is published with visibility %s.", (visibility) => {
    expect(maySeeRequest(VISITOR, request({ visibility }), false)).toBe(true);
    expect(maySeeRequest(OTHER, request({ visibility }), false)).toBe(true);
  });

  test("Only those who are invited where it is for invited ones; a visitor is nobody's guest.", () => {
    const invited = request({ visibility: "invited" });
    expect(maySeeRequest(OTHER, invited, true)).toBe(true);
    expect(maySeeRequest(OTHER, invited, false)).toBe(false);
    expect(maySeeRequest(VISITOR, invited, true)).toBe(false);
  });
});

describe("What of a request search engines may keep", () => {
  const found = (over: Partial<Parameters<typeof mayBeFound>[0]> = {}, now = AT) =>
    mayBeFound({ state: "open", visibility: "open", closesAt: instant(2), ...over }, now);

  test("One that everybody sees, for as long as it takes bids.", () => {
    expect(found()).toBe(true);
    expect(found({}, instant(2))).toBe(false);
    for (const state of REQUEST_STATES) expect(found({ state })).toBe(state === "open");
  });

  test("None that its buyer has kept for checked or invited providers.", () => {
    expect(VISIBILITIES.filter((visibility) => found({ visibility }))).toEqual(["open"]);
  });
});
