import { expect, test } from "vitest";
import type { RequestState } from "../requests/request";
import { instant } from "../shared/time";
import { mayPass } from "./pass";

const CLOSES = 1_000;

test.each([
  ["an open request without a bid", {}, true],
  ["one on which it has bid", { hasBid: true }, "bid_exists"],
  ["its own", { organisationId: "buyer" }, "own_request"],
  ["one whose close has come", { now: CLOSES }, "request_not_open"],
  ["one that was awarded", { state: "awarded" }, "request_not_open"],
] as const)("a provider passes on %s or is told why not", (_, how, expected) => {
  const { organisationId, hasBid, now, state } = {
    ...{ organisationId: "provider", hasBid: false, now: CLOSES - 1, state: "open" as RequestState, ...how },
  };
  const request = { state, closesAt: instant(CLOSES), buyerOrganisationId: "buyer" };
  const said = mayPass(request, { organisationId, hasBid }, instant(now));
  expect(said.ok ? true : said.refusal.code).toBe(expected);
});
