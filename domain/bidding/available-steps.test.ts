import { expect, test } from "vitest";
import type { Actor, Role } from "../access/policy";
import { instant } from "../shared/time";
import { stepsFor } from "./available-steps";

const actorOf = (organisationId: string, role: Role) =>
  ({ kind: "user", userId: "u", organisationId, role, scopes: null, apiKeyId: null }) as unknown as Actor;

const request = (changes: object) =>
  ({
    buyerOrganisationId: "buyer",
    state: "open",
    closesAt: instant(1_000),
    mayCloseEarly: true,
    bidCount: 1,
    ownBid: null,
    opening: null,
    ...changes,
  }) as unknown as Parameters<typeof stepsFor>[1];

const ownBid = { id: "b", state: "submitted" };
const opening = { approvals: 0, isApprovedByViewer: false };

test.each([
  ["a draft is published or given up by its buyer", "buyer", "owner", { state: "draft" }, ["publish", "cancel"]],
  ["a draft is only read by those who may not change it", "buyer", "viewer", { state: "draft" }, []],
  ["a draft is nobody else's", "stranger", "owner", { state: "draft" }, []],
  ["what is published is not published again", "buyer", "owner", {}, ["close", "cancel"]],
  ["what may not close early stays open", "buyer", "owner", { mayCloseEarly: false }, ["cancel"]],
  ["nor while nobody has bid", "buyer", "owner", { mayCloseEarly: false, bidCount: 0 }, ["cancel"]],
  ["a bidder takes its bid back before the close", "provider", "owner", { ownBid }, ["withdraw"]],
  ["nobody takes a bid back after it", "provider", "owner", { ownBid, state: "closed" }, []],
  ["leaders open what two people open", "buyer", "owner", { state: "closed", opening }, ["cancel", "open"]],
  [
    "nobody opens twice",
    "buyer",
    "owner",
    { state: "closed", opening: { approvals: 1, isApprovedByViewer: true } },
    ["cancel"],
  ],
  ["what is awarded has no further step", "buyer", "owner", { state: "awarded" }, []],
] as const)("%s", (_, organisationId, role, changes, steps) => {
  expect(stepsFor(actorOf(organisationId, role), request(changes), instant(500))).toEqual(steps);
});
