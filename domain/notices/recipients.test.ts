import { expect, test } from "vitest";
import mailEn from "@/messages/en/mail.json";
import noticesEn from "@/messages/en/notices.json";
import mailZh from "@/messages/zh-CN/mail.json";
import noticesZh from "@/messages/zh-CN/notices.json";
import type { DomainEvent, EventType } from "../events";
import { NOTICE_KINDS, type NoticeKind } from "./hearing";
import { hearingsOf } from "./recipients";

const request = {
  requestId: "r",
  reference: "KR-1",
  dealId: "d",
  service: "logistics",
  buyerOrganisationId: "buyer",
} as const;
const bid = { ...request, bidId: "b", providerOrganisationId: "provider" } as const;
const order = {
  orderId: "o",
  reference: "KO-1",
  dealId: "d",
  service: "customs",
  buyerOrganisationId: "buyer",
  providerOrganisationId: "provider",
} as const;

/** Who reads which sentence; `+` where it also goes by mail. */
function said(event: DomainEvent): string[] {
  return hearingsOf(event).flatMap(({ to, notice }) => {
    const who =
      "organisationId" in to ? to.organisationId : "beaten" in to ? `beaten ${to.beaten}` : Object.keys(to)[0];
    return notice ? [`${who}: ${notice.kind}${notice.isMailed ? "+" : ""}`] : [];
  });
}

const TABLE: readonly (readonly [DomainEvent, readonly string[]])[] = [
  [{ type: "user.signed_up", userId: "u" }, []],
  [{ type: "user.reset_asked", userId: "u" }, []],
  [{ type: "organisation.created", organisationId: "o", userId: "u" }, []],
  [{ type: "member.invited", organisationId: "o", invitationId: "i" }, []],
  [
    { type: "file.infected", fileId: "f", organisationId: "o", subjectKind: "bid", subjectId: "r" },
    ["o: file_infected+"],
  ],
  [{ type: "organisation.suspended", organisationId: "o" }, ["o: organisation_suspended+"]],
  [
    { type: "request.published", invitedOrganisationIds: ["p1", "p2"], ...request },
    ["p1: request_invited+", "p2: request_invited+", "listedFor: request_listed"],
  ],
  [{ type: "request.held_for_review", ...request }, ["platform: request_to_review+", "buyer: request_held"]],
  [
    { type: "request.changed", invitedOrganisationIds: ["p1"], ...request },
    ["p1: request_changed", "listedFor: request_changed"],
  ],
  [{ type: "request.closed", bidCount: 3, ...request }, ["buyer: request_closed"]],
  [{ type: "request.opened", bidCount: 3, ...request }, ["buyer: request_opened+"]],
  [{ type: "request.ended", state: "no_bids", reason: "", ...request }, ["buyer: request_no_bids+"]],
  [
    { type: "request.ended", state: "no_decision", reason: "", ...request },
    ["buyer: request_no_decision+", "biddersOf: request_undecided+"],
  ],
  [{ type: "request.ended", state: "cancelled", reason: "x", ...request }, ["biddersOf: request_cancelled+"]],
  [{ type: "organisation.checked", organisationId: "o", outcome: "found" }, ["o: organisation_checked"]],
  [{ type: "organisation.checked", organisationId: "o", outcome: "taken_back" }, ["o: organisation_check_ended"]],
  [{ type: "question.asked", questionId: "q", ...request }, ["buyer: question_asked+"]],
  [{ type: "question.answered", questionId: "q", number: 1, ...request }, ["partakersOf: question_answered"]],
  [{ type: "question.answered", questionId: "q", number: 2, ...request }, ["partakersOf: question_corrected"]],
  [{ type: "bid.scored", criteria: 2, ...bid }, []],
  [{ type: "bid.submitted", version: 1, ...bid }, ["buyer: bid_received"]],
  [{ type: "bid.submitted", version: 2, ...bid }, []],
  [{ type: "bid.withdrawn", ...bid }, ["buyer: bid_withdrawn"]],
  [{ type: "bid.won", orderId: "o", ...bid }, ["provider: bid_won+"]],
  [{ type: "bid.lost", ...bid }, ["beaten provider: bid_lost+"]],
  [{ type: "order.placed", ...order }, ["buyer: order_placed"]],
  [{ type: "order.milestone_reported", code: "filed", state: "in_progress", ...order }, ["buyer: order_milestone"]],
  [{ type: "order.milestone_reported", code: "released", state: "delivered", ...order }, ["buyer: order_delivered+"]],
  [{ type: "order.accepted", state: "accepted", isAutomatic: false, ...order }, ["provider: order_accepted+"]],
  [
    { type: "order.accepted", state: "accepted", isAutomatic: true, ...order },
    ["provider: order_auto_accepted+", "buyer: order_auto_accepted"],
  ],
  [{ type: "order.completed", ...order }, ["buyer: order_completed"]],
  [{ type: "order.cancelled", reason: "x", ...order }, ["provider: order_cancelled+"]],
];

test.each(TABLE)("who hears of $type", (event, expected) => {
  expect(said(event)).toEqual(expected);
});

test("the table above names every event, and its events say every sentence", () => {
  const kinds = TABLE.flatMap(([event]) => hearingsOf(event).flatMap(({ notice }) => notice?.kind ?? []));
  expect([...new Set(kinds)].sort()).toEqual([...NOTICE_KINDS].sort());
  const types: Record<EventType, true> = Object.fromEntries(TABLE.map(([event]) => [event.type, true])) as Record<
    EventType,
    true
  >;
  expect(Object.keys(types)).toHaveLength(25);
});

test("before the opening nothing that the buyer is told says whose bid it is", () => {
  for (const type of ["bid.submitted", "bid.withdrawn"] as const) {
    const event = (type === "bid.submitted" ? { type, version: 1, ...bid } : { type, ...bid }) as DomainEvent;
    const toBuyer = hearingsOf(event).filter(({ to }) => "organisationId" in to && to.organisationId === "buyer");
    expect(toBuyer).toHaveLength(1);
    expect(JSON.stringify(toBuyer)).not.toMatch(/provider|bidId/);
  }
});

test("who lost is not told who won", () => {
  const told = JSON.stringify(hearingsOf({ type: "bid.lost", ...bid }).filter(({ notice }) => notice));
  expect(told.replace('"beaten":"provider"', "")).not.toContain("provider");
});

test("every sentence has words in both languages, and every mailed one a subject", () => {
  const mailed = new Set(
    TABLE.flatMap(([event]) => hearingsOf(event).flatMap(({ notice }) => (notice?.isMailed ? notice.kind : []))),
  );
  for (const words of [noticesEn, noticesZh]) expect(Object.keys(words.kind).sort()).toEqual([...NOTICE_KINDS].sort());
  for (const words of [mailEn, mailZh])
    expect(Object.keys(words.subject).sort()).toEqual([...mailed].sort() satisfies NoticeKind[]);
});
