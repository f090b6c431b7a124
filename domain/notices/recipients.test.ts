import { expect, test } from "vitest";
import mailEn from "@/messages/en/mail.json";
import noticesEn from "@/messages/en/notices.json";
import mailZh from "@/messages/zh-CN/mail.json";
import noticesZh from "@/messages/zh-CN/notices.json";
import { bid, declaration, lock, order, request, sending, TABLE } from "@/test/event-table";
import type { DomainEvent, EventType } from "./events";
import { instant } from "../shared/time";
import { MEMBER_ROLES } from "../access/policy";
import { arePersons, NOTICE_KINDS, type NoticeKind, type NotificationRule } from "./notification-rule";
import { notificationRulesOf } from "./recipients";

/** Who reads which sentence; `+` where it also goes by mail. */
function said(event: DomainEvent): string[] {
  return notificationRulesOf(event).flatMap(({ to, notice }) => {
    const who =
      "organisationId" in to ? to.organisationId : "beaten" in to ? `beaten ${to.beaten}` : Object.keys(to)[0];
    return notice ? [`${who}: ${notice.kind}${notice.isMailed ? "+" : ""}`] : [];
  });
}

test.each(TABLE)("who hears of $type", (event, expected) => {
  expect(said(event)).toEqual(expected);
});

test("the table above names every event, and its events say every sentence", () => {
  const kinds = TABLE.flatMap(([event]) => notificationRulesOf(event).flatMap(({ notice }) => notice?.kind ?? []));
  expect([...new Set(kinds)].sort()).toEqual([...NOTICE_KINDS].sort());
  const types: Record<EventType, true> = Object.fromEntries(TABLE.map(([event]) => [event.type, true])) as Record<
    EventType,
    true
  >;
  expect(Object.keys(types)).toHaveLength(109);
});

test("before the opening nothing that the buyer is told says whose bid it is", () => {
  for (const type of ["bid.submitted", "bid.confirmed", "bid.withdrawn"] as const) {
    const event = (
      type === "bid.withdrawn" ? { type, ...bid } : { type, version: 1, amendment: 1, ...bid }
    ) as DomainEvent;
    const toBuyer = notificationRulesOf(event).filter(
      ({ to }) => "organisationId" in to && to.organisationId === "buyer",
    );
    expect(toBuyer).toHaveLength(1);
    expect(JSON.stringify(toBuyer)).not.toMatch(/provider|bidId/);
  }
});

test("an unconfirmed bid is named to its bidder alone, at whatever time its request is opened", () => {
  const told = notificationRulesOf({ type: "bid.lost", isUnconfirmed: true, ...bid });
  expect(told.map(({ to }) => to)).toEqual([{ organisationId: "provider" }]);
});

test("who is asked by name later is told alone: those who are listed heard of the request when it was published", () => {
  const event = { type: "request.published" as const, invitedOrganisationIds: ["late"], ...request };
  expect(said({ ...event, isFurther: true })).toEqual(["late: request_invited+"]);
  expect(said(event)).toHaveLength(3);
});

test("who lost is not told who won", () => {
  const told = JSON.stringify(notificationRulesOf({ type: "bid.lost", ...bid }).filter(({ notice }) => notice));
  expect(told.replace('"beaten":"provider"', "")).not.toContain("provider");
});

test("every sentence has words in both languages, and every mailed one a subject", () => {
  const mailed = new Set(
    TABLE.flatMap(([event]) =>
      notificationRulesOf(event).flatMap(({ notice }) => (notice?.isMailed ? notice.kind : [])),
    ),
  );
  for (const words of [noticesEn, noticesZh]) {
    expect(Object.keys(words.kind).sort()).toEqual([...NOTICE_KINDS].sort());
    expect(Object.keys(words.short).sort()).toEqual([...NOTICE_KINDS].sort());
  }
  for (const words of [mailEn, mailZh])
    expect(Object.keys(words.subject).sort()).toEqual([...mailed].sort() satisfies NoticeKind[]);
});

test("what programs are told of a step is the same whether it delivered the order or came late", () => {
  const toldOf = (isDelivery?: boolean) =>
    notificationRulesOf({
      ...{ type: "order.milestone_reported", code: "released", state: "delivered", ...order },
      ...(isDelivery === undefined ? {} : { isDelivery }),
    } as DomainEvent).map(({ to, body }) => ({ to, body }));
  expect(toldOf(true)).toEqual(toldOf());
  expect(toldOf(false)).toEqual(toldOf());
});

const nameOf = (to: NotificationRule["to"]): string =>
  "organisationId" in to ? to.organisationId : (Object.keys(to).find((name) => name !== "onRequest") ?? "");

const COMMERCIAL_TERMS: Readonly<Record<string, string>> = {
  ...{ "order.evidence_added": "", "inspection.photo_reused": "buyer platform provider" },
  ...{ "dispute.escalated": "buyer platform provider", "request.published": "buyer listedFor p1 p2 searchersOf" },
  ...{ "request.held_for_review": "buyer platform", "request.extended": "biddersOf buyer" },
  ...{ "request.closed": "biddersOf buyer", "request.opened": "biddersOf buyer" },
  ...{ "request.decision_extended": "biddersOf buyer", "request.decision_due": "buyer" },
  ...{ "question.asked": "buyer", "question.answered": "buyer partakersOf" },
  ...{ "bid.went_stale": "provider", "bid.scored": "buyer" },
  ...{ "chain.reroute_asked": "buyer carrier", "chain.changed": "" },
};
const SPOKEN_FOR = /^(order|slot|delay|declaration|payment|inspection|dispute|bid|chain\.(gate|need|fallback))/;

test("programs of both sides hear once of what happens between the two, and each side's of what is its own to know", () => {
  for (const [event] of TABLE) {
    const { type } = event;
    if (!(type in COMMERCIAL_TERMS) && (type === "bid.lost" || !SPOKEN_FOR.test(type))) continue;
    const heard = notificationRulesOf(event).map(({ to }) => nameOf(to));
    expect([type, heard.sort().join(" ")]).toEqual([type, COMMERCIAL_TERMS[type] ?? "buyer provider"]);
  }
});

const HREFS: Readonly<Record<string, RegExp>> = {
  ...{
    order: /^\/orders\/o(#thread-b)?$/,
    thread: /^\/requests\/r#thread-b$/,
    slot: /^\/orders\/o\/slots\/s$/,
    delay: /^\/orders\/o#delay$/,
  },
  ...{ declaration: /^\/orders\/o#clearance$/, payment: /^\/orders\/o#remittance$/ },
  ...{ inspection: /^\/(orders\/o\/inspection|admin\/inspections)$/, question: /^\/requests\/r#questions$/ },
  ...{ dispute: /^\/(orders\/o\/dispute|admin\/disputes\/dispute)$/, request: /^\/requests\/r$/ },
  ...{
    bid: /^\/(requests\/r(\/bids\/b)?|orders\/o)$/,
    chain: /^\/(work|deals\/deal\/chain)$/,
    hub: /^\/hubs\/horgos$/,
  },
};

test("each sentence leads to what it is about and is read by those whose work that is", () => {
  const [trading, quoting] = ["owner manager operations", "owner manager quoter"];
  for (const [event] of TABLE)
    for (const { to, notice } of notificationRulesOf(event)) {
      const [room = ""] = event.type.split(".");
      if (!notice || !HREFS[room]) continue;
      expect([notice.kind, notice.href]).toEqual([notice.kind, expect.stringMatching(HREFS[room])]);
      const isQuoting = nameOf(to) !== "buyer" && /^(bid|request|question|thread)$/.test(room);
      const ofWork = nameOf(to) === "platform" ? "administrator" : isQuoting ? quoting : trading;
      // Whoever searches or watches for themselves reads it, whatever their work is.
      const roles = arePersons(to) ? MEMBER_ROLES.join(" ") : ofWork;
      const more = notice.kind === "bid_won" ? " operations" : "";
      expect([notice.kind, notice.roles.join(" ")]).toEqual([notice.kind, roles + more]);
      expect(notice.href.startsWith("/admin")).toBe(nameOf(to) === "platform" && room !== "request");
    }
});

test("What programs are told names what happened: the root where there is one, the reason, the lock or the sending, until when.", () => {
  const bodies = (event: DomainEvent) => notificationRulesOf(event).map(({ body }) => body as Record<string, unknown>);
  const closed = { type: "request.closed", bidCount: 2, ...request } as const;
  for (const body of bodies({ ...closed, root: "abc" } as DomainEvent)) expect(body).toMatchObject({ root: "abc" });
  for (const body of bodies(closed)) expect(body).not.toHaveProperty("root");
  const ended = { type: "request.ended", state: "cancelled", reason: "x", ...request } as const;
  for (const body of bodies({ ...ended, code: "over_budget" } as DomainEvent))
    expect(body).toMatchObject({ state: "cancelled", code: "over_budget" });
  for (const body of bodies(ended as DomainEvent)) expect(body).not.toHaveProperty("code");
  const asked = { type: "declaration.questioned", answersBy: "buyer", ...declaration } as const;
  for (const body of bodies({ ...asked, answerBy: instant(5) })) expect(body).toMatchObject({ answerBy: 5 });
  for (const body of bodies({ ...asked, answerBy: null })) expect(body).not.toHaveProperty("answerBy");
  for (const body of bodies({ type: "payment.lock_confirmed", ...lock })) expect(body).toMatchObject({ lockId: "l" });
  for (const body of bodies({ type: "payment.received", ...sending, attempt: 2 }))
    expect(body).toMatchObject({ remittanceId: "s", attempt: 2 });
});
