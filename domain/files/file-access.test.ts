import { expect, test } from "vitest";
import type { Actor, Role } from "../access/policy";
import { type BidState, LINE_STATES } from "../shared/vocabulary";
import { type Instant, instant } from "../shared/time";
import { attach, type FileContext, isOnRecord, mayReadFile, maySeeFile } from "./file-access";

const CLOSES = instant(1_000);
const actor = (organisationId: string | null, role: Role | null = "owner") =>
  ({ kind: "user", userId: "u", organisationId, role, scopes: null, apiKeyId: null, link: null }) as unknown as Actor;

const REQUEST = {
  ...{ buyerOrganisationId: "buyer", state: "open", visibility: "open", service: "customs", bidMode: "sealed" },
  ...{ publishedAt: instant(1), openedAt: null as Instant | null, closesAt: CLOSES },
};
type Over = Partial<typeof REQUEST>;
const requestOf = (over: Over) =>
  ({ ...REQUEST, ...over }) as unknown as Extract<FileContext, { kind: "bid" }>["request"];
const ofRequest = (over: Over = {}, isInvited = false): FileContext => ({
  ...{ kind: "request", request: requestOf(over), isInvited },
});

type BidContext = Extract<FileContext, { kind: "bid" }>;
const ofBid = ({
  request = {},
  ...over
}: Partial<Omit<BidContext, "request">> & { request?: Over } = {}): FileContext => ({
  ...{ kind: "bid", request: requestOf(request), bidderId: "bidder", bidState: "submitted", sentFiles: SENT },
  ...{ isInvited: false, isListed: true },
  ...over,
});

type CureContext = Extract<FileContext, { kind: "cure" }>;
const ofCure = ({
  request = {},
  ...over
}: Partial<Omit<CureContext, "request">> & { request?: Over } = {}): FileContext => ({
  ...{ kind: "cure", request: requestOf({ openedAt: instant(2), ...request }), bidderId: "bidder" },
  ...{ open: { since: instant(10), until: instant(20) }, sentFiles: SENT },
  ...over,
});

const SENT = ["e", "f"].map((id) => ({ id, sha256: "" }));
const fileOf = (organisationId: string, state: "pending" | "clean" | "infected" | "unscanned" = "clean") => ({
  ...{ id: "f", organisationId, state },
});
const OTHERS = { id: "g", organisationId: "bidder", state: "clean" } as const;
const [BUYER, BIDDER, RIVAL] = [actor("buyer"), actor("bidder"), actor("rival")];

const answer = (by: Actor, context: FileContext, at = 500) => {
  const may = attach(by, context, instant(at));
  return may.ok ? "may" : may.refusal.code;
};
const OPENED = { openedAt: instant(2) };

test("Beside a bid its buyer sees, from the opening on, what its last version names, and a rival nothing.", () => {
  const seen = (
    by: Actor,
    context: FileContext,
    file: { id: string; organisationId: string; state: "clean" } = OTHERS,
  ) => maySeeFile(by, file, context);
  const named = { ...OTHERS, id: "f" };
  expect(seen(BUYER, ofBid(), named)).toBe(false);
  expect(seen(BUYER, ofBid({ request: OPENED }), named)).toBe(true);
  expect(seen(BUYER, ofBid({ request: { bidMode: "open" } }), named)).toBe(true);
  expect(seen(RIVAL, ofBid({ request: OPENED }), named)).toBe(false);
  expect(seen(BIDDER, ofBid())).toBe(true);
  // Added after the last version; and a version that says nothing of files.
  expect(seen(BUYER, ofBid({ request: OPENED }))).toBe(false);
  expect(seen(BUYER, ofBid({ request: OPENED, sentFiles: null }))).toBe(true);
  for (const [bidState, isSeen] of [
    [null, false],
    ["draft", false],
    ["withdrawn", false],
    ["stale", true],
    ["won", true],
    ["lost", true],
    ["expired", true],
  ] as const)
    expect([bidState, seen(BUYER, ofBid({ request: OPENED, bidState }), named)]).toEqual([bidState, isSeen]);
});

test("Of what mends a bid its buyer sees what was sent, once the bids are open, and nobody else anything.", () => {
  const [sent, unsent] = [{ ...OTHERS, id: "f" }, OTHERS];
  expect(maySeeFile(BUYER, sent, ofCure())).toBe(true);
  expect(maySeeFile(BUYER, unsent, ofCure())).toBe(false);
  expect(maySeeFile(BUYER, sent, ofCure({ request: { openedAt: null } }))).toBe(false);
  expect(maySeeFile(RIVAL, sent, ofCure())).toBe(false);
});

const LINE = { buyerOrganisationId: "buyer", providerOrganisationId: "bidder" } as const;
const ofOrder = (state: (typeof LINE_STATES)[number] = "placed"): FileContext => ({ kind: "order", ...LINE, state });
const ofVisit = (isOpen = true): FileContext => ({ kind: "inspection", ...LINE, isOpen });

test("The two parties of an order and of its visits see its files; strangers, administrators and who acts for nobody do not.", () => {
  for (const context of [ofOrder(), ofVisit()]) {
    for (const by of [BUYER, BIDDER, actor("buyer", "viewer")])
      expect(maySeeFile(by, fileOf("bidder"), context)).toBe(true);
    for (const by of [RIVAL, actor("platform", "administrator"), actor(null, null)])
      expect(maySeeFile(by, fileOf("bidder"), context)).toBe(false);
  }
  expect(maySeeFile(BIDDER, fileOf("bidder"), null)).toBe(true);
  // A key that was given for something else reads not even its own organisation's.
  const key = { ...BIDDER, scopes: new Set(["orders:read"]) } as unknown as Actor;
  expect(maySeeFile(key, fileOf("bidder"), ofOrder())).toBe(false);
  expect(maySeeFile(BUYER, fileOf("bidder"), null)).toBe(false);
});

test("Administrators have the files of an order and of its visits that are under review, and know of no others.", () => {
  const administrator = actor("platform", "administrator");
  for (const context of [ofOrder(), ofVisit()]) {
    const under = { ...context, isUnderReview: true } as FileContext;
    expect(mayReadFile(administrator, fileOf("bidder", "clean"), under)).toBe(true);
    expect(mayReadFile(administrator, fileOf("bidder", "pending"), under)).toBe(false);
    expect(maySeeFile(administrator, fileOf("bidder"), { ...context, isUnderReview: false } as FileContext)).toBe(
      false,
    );
    expect(maySeeFile(RIVAL, fileOf("bidder"), under)).toBe(false);
  }
  const sealed = [ofBid({ request: OPENED }), ofRequest({ state: "open" }), null];
  expect(sealed.map((context) => maySeeFile(administrator, fileOf("bidder"), context))).toEqual([false, false, false]);
});

test("Others have a content only once it is found clean or where nobody scans, and an infected one nobody has.", () => {
  const read = (state: Parameters<typeof fileOf>[1]) =>
    [BIDDER, BUYER, RIVAL].map((by) => mayReadFile(by, fileOf("bidder", state), ofOrder()));
  expect(read("clean")).toEqual([true, true, false]);
  expect(read("unscanned")).toEqual([true, true, false]);
  expect(read("pending")).toEqual([true, false, false]);
  expect(read("infected")).toEqual([false, false, false]);
});

test("A buyer attaches to its request while it is a draft and until it closes; to nobody else is it there to attach to.", () => {
  expect(answer(BUYER, ofRequest(), 999)).toBe("may");
  expect(answer(BUYER, ofRequest(), 1_000)).toBe("no_more_files");
  for (const [state, before, after] of [
    ["draft", "may", "may"],
    ["in_review", "may", "no_more_files"],
    ["closed", "no_more_files", "no_more_files"],
    ["opened", "no_more_files", "no_more_files"],
    ["awarded", "no_more_files", "no_more_files"],
    ["cancelled", "no_more_files", "no_more_files"],
  ] as const)
    expect([state, answer(BUYER, ofRequest({ state }), 999), answer(BUYER, ofRequest({ state }), 1_000)]).toEqual([
      ...[state, before, after],
    ]);
  expect(answer(RIVAL, ofRequest())).toBe("not_permitted");
  expect(answer(RIVAL, ofRequest({ state: "draft" }))).toBe("not_found");
  expect(answer(RIVAL, ofRequest({ visibility: "invited" }))).toBe("not_found");
  expect(answer(RIVAL, ofRequest({ visibility: "invited" }, true))).toBe("not_permitted");
});

test("A bidder attaches to its bid while bids are taken and its bid is to be sent or stands.", () => {
  const states: readonly (readonly [BidState | null, string])[] = [
    [null, "may"],
    ["submitted", "may"],
    ["stale", "may"],
    ["withdrawn", "no_more_files"],
    ["lost", "no_more_files"],
  ];
  for (const [bidState, said] of states)
    expect([bidState, answer(BIDDER, ofBid({ bidState }), 999)]).toEqual([bidState, said]);
  expect(answer(BIDDER, ofBid(), 1_000)).toBe("no_more_files");
  expect(answer(BIDDER, ofBid({ isListed: false }))).toBe("no_listing");
  expect(answer(BIDDER, ofBid({ request: { visibility: "invited" } }))).toBe("not_found");
  expect(answer(BIDDER, ofBid({ request: { visibility: "invited" }, isInvited: true }))).toBe("may");
  expect(answer(BUYER, ofBid())).toBe("not_permitted");
  expect(answer(actor("bidder", "viewer"), ofBid())).toBe("not_permitted");
});

test("A bidder attaches what mends its bid while it has to mend something, up to the end of that time.", () => {
  expect(answer(BIDDER, ofCure(), 19)).toBe("may");
  expect(answer(BIDDER, ofCure(), 20)).toBe("no_more_files");
  expect(answer(BIDDER, ofCure({ open: null }), 15)).toBe("no_more_files");
  expect(answer(BIDDER, ofCure({ open: { since: instant(10), until: null } }), 15)).toBe("no_more_files");
  expect(answer(BUYER, ofCure(), 15)).toBe("not_found");
  expect(answer(actor("bidder", "viewer"), ofCure(), 15)).toBe("not_permitted");
});

test("The parties attach to their order until it is over, the inspection company alone to a visit until its report.", () => {
  for (const state of LINE_STATES) {
    const said = state === "completed" || state === "cancelled" ? "no_more_files" : "may";
    for (const by of [BUYER, BIDDER]) expect([state, answer(by, ofOrder(state))]).toEqual([state, said]);
  }
  expect(answer(BIDDER, ofVisit())).toBe("may");
  expect(answer(BIDDER, ofVisit(false))).toBe("no_more_files");
  expect(answer(BUYER, ofVisit())).toBe("not_permitted");
  for (const context of [ofOrder(), ofVisit()]) {
    expect(answer(RIVAL, context)).toBe("not_found");
    expect(answer(actor("bidder", "viewer"), context)).toBe("not_permitted");
  }
});

test("What something names, and what came before the present cure was asked for, stays on record.", () => {
  const file = (createdAt: number) => ({ id: "f", createdAt: instant(createdAt) });
  expect(isOnRecord(ofOrder(), file(1), new Set(["f"]))).toBe(true);
  expect(isOnRecord(ofOrder(), file(1), new Set(["g"]))).toBe(false);
  expect([9, 10].map((at) => isOnRecord(ofCure(), file(at), new Set()))).toEqual([true, false]);
  expect(isOnRecord(ofCure({ open: null }), file(9), new Set())).toBe(false);
});
