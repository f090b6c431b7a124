import { expect, test } from "vitest";
import type { DomainEvent } from "./events";
import { instant } from "../shared/time";
import { subjectsOf } from "./event-subjects";
import { deadlineOfNotice, noticeValues } from "./notice-words";
import { NOTICE_KINDS, minuteInUtc } from "./notification-rule";
import { notificationRulesOf } from "./recipients";

const CURE: DomainEvent = {
  type: "bid.cure_asked",
  code: "document_missing",
  cureEndsAt: instant(5),
  requestId: "r",
  dealId: "d",
  bidId: "b",
  reference: "KR-1",
  service: "customs",
  buyerOrganisationId: "buyer",
  providerOrganisationId: "bidder",
};

test("Of an event that was given up its ids are told and nothing else, its bidder only where the request hides nobody.", () => {
  const named = (isHidden: boolean) =>
    Object.fromEntries(subjectsOf(CURE, isHidden).map(({ name, id }) => [name, id])) as object;
  const ids = { requestId: "r", dealId: "d", bidId: "b", buyerOrganisationId: "buyer" };
  expect(named(true)).toEqual(ids);
  expect(named(false)).toEqual({ ...ids, providerOrganisationId: "bidder" });
  const file = {
    type: "file.infected",
    fileId: "f",
    organisationId: "o",
    subjectKind: "bid",
    subjectId: null,
  } as const;
  expect(subjectsOf(file, false).map(({ name }) => name)).toEqual(["fileId", "organisationId"]);
  expect(subjectsOf(file, true)).toEqual([{ name: "fileId", id: "f" }]);
});

test.each([
  ["request", "r", "/requests/r"],
  ["bid", "r", "/requests/r"],
  ["cure", "r", "/requests/r"],
  ["order", "o", "/orders/o"],
  ["inspection", "v", "/orders"],
  [null, null, "/"],
] as const)(
  "Of an infected file of a %s its people are led to the page of what it is about.",
  (subjectKind, subjectId, href) => {
    const event = { type: "file.infected", fileId: "f", organisationId: "o", subjectKind, subjectId } as const;
    expect(notificationRulesOf(event).map(({ notice }) => notice?.href)).toEqual([href]);
  },
);

test("A mail names the close to who may bid or has to release it, and the time to decide to who has to decide.", () => {
  const named = NOTICE_KINDS.flatMap((kind) => (deadlineOfNotice(kind) ? [[kind, deadlineOfNotice(kind)]] : []));
  expect(named.sort()).toEqual([
    ["request_invited", "closesAt"],
    ["request_opened", "decideBy"],
    ["request_to_review", "closesAt"],
    ["search_found", "closesAt"],
  ]);
});

test("What is a code in a notice is told in words, each by its own list, a time by the reader's clock, and what nobody said is none.", () => {
  const facts = {
    ...{ service: "customs", milestone: "logistics.picked_up", delay: "queue", why: "other", side: "import" },
    ...{ paymentReason: "returned", ended: "over_budget", rank: 2, title: "Tiles", count: 3 },
    ...{ by: minuteInUtc(Date.parse("2026-11-27T10:00:30Z")), until: "soon" },
  };
  const reading = { word: (key: string) => `<${key}>`, time: (at: number) => new Date(at).toISOString(), locale: "ru" };
  expect(noticeValues(facts, reading)).toEqual({
    service: "<service-customs.name>",
    milestone: "<service-logistics.milestone.picked_up>",
    delay: "<delay.reason.queue>",
    why: "<decide.disqualify.code.other>",
    side: "<clearance.side.import>",
    paymentReason: "<remittance.reason.returned>",
    ended: "<decide.end.over_budget>",
    ...{ rank: 2, gap: "none", loss: "none", choice: "none", choiceWords: "", title: "Tiles", count: 3 },
    ...{ by: "2026-11-27T10:00:00.000Z", until: "soon" },
  });
  const hub = { hubEn: "Horgos", hubZh: "霍尔果斯", hubRu: "Хоргос" };
  expect(noticeValues(hub, reading)).toMatchObject({ hub: "Хоргос", hubBeside: "霍尔果斯" });
  expect(noticeValues(hub, { ...reading, locale: "zh-CN" })).toMatchObject({ hub: "霍尔果斯", hubBeside: "Horgos" });
  expect(noticeValues(hub, { ...reading, locale: "kk" })).toMatchObject({ hub: "Horgos" });
  expect(noticeValues({}, reading)).toEqual({
    ...{ ended: "none", rank: "none", gap: "none", loss: "none", choice: "none", choiceWords: "" },
  });
});
