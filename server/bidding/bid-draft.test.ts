import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema/platform";
import { bidDrafts } from "@/db/schema/requests";
import { BID_DRAFT_KEPT_DAYS } from "@/domain/bidding/bid-draft";
import { valuesOfBid } from "@/domain/bidding/bid-form";
import { DAY_MS, later } from "@/domain/shared/time";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { bidsOf } from "@/server/bidding/queries/bids";
import { auditLog } from "@/server/accounts/queries";
import { requestPage } from "@/server/requests/queries/request-page";
import { deskQueue, ownBidDrafts, ownBids } from "@/server/bidding/queries/desk";
import { decrypt, newKey } from "@/server/sealing/envelope";
import { sweepBidDrafts } from "@/server/worker/timers";
import { allRows } from "@/test/all-rows";
import { CLOSES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { draftMarket, TYPED } from "@/test/draft-market";
import { PAYMENT } from "@/test/payment-market";
import { discardBidDraft } from "./bid-draft";
import { reviseBid, submitBid } from "./submit-bid";
import { withdrawBid } from "./withdraw-bid";

const SECRET = "73914682";
const ANY_ENTRY = { organisationId: null, command: null, from: null, before: null, after: null, limit: 100 };

describe("a draft of a bid", () => {
  test("comes back as it was typed, however wrong, on any device of its organisation", async () => {
    const of = await draftMarket();
    await of.saved();
    const colleague = mintActor({ kind: "user", userId: "user-buyer2", organisationId: "provider", role: "viewer" });
    for (const reader of [of.actors.provider, colleague])
      expect(await of.draft(reader)).toMatchObject({ fields: TYPED, savedAt: of.on.clock(), isOpen: true });
  });

  test("is one of each organisation and request: a later save takes its place", async () => {
    const of = await draftMarket();
    await of.saved();
    await of.saved({ remarks: "second" });
    await of.saved({ remarks: "rival" }, { by: of.actors.provider2 });
    expect(await of.database.read.select().from(bidDrafts)).toHaveLength(2);
    expect((await of.draft())?.fields).toEqual({ remarks: "second" });
    expect((await of.draft(of.actors.provider2))?.fields).toEqual({ remarks: "rival" });
  });

  test("stands in the list of own bids with its close, and what may be done", async () => {
    const of = await draftMarket();
    await of.saved();
    const { provider, provider2, buyer, administrator } = of.actors;
    const rows = await ownBidDrafts(of.database.read, provider, of.on.clock());
    expect(rows).toMatchObject([{ requestId: of.requestId, closesAt: CLOSES, isOpen: true, service: "customs" }]);
    for (const other of [provider2, buyer, administrator])
      expect(await ownBidDrafts(of.database.read, other, of.on.clock())).toEqual([]);
    of.setClock(CLOSES);
    expect(await ownBidDrafts(of.database.read, provider, of.on.clock())).toMatchObject([{ isOpen: false }]);
  });

  test("can be written beside a bid that stands, which stays as it is until the change is sent", async () => {
    const of = await draftMarket();
    const { id: bidId } = await of.bid();
    await of.saved();
    const page = await of.page(of.actors.provider);
    expect([page?.ownBid?.version, page?.draft?.fields]).toEqual([1, TYPED]);
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    expect(refusalOf(await of.save())).toBe("bid_ended");
    expect(await of.draft()).not.toBeNull();
  });

  test("ends with the bid that was sent from it, and with no other", async () => {
    const of = await draftMarket();
    const first = await of.saved();
    const from = (mark: string, window: string) => ({ draft: { mark, window } });
    const { id: bidId } = done(
      await of.run(submitBid, of.actors.provider, {
        requestId: of.requestId,
        ...offerOfThree(),
        ...from("another", "w9"),
      }),
    );
    expect(await of.draft()).not.toBeNull();
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "over the API" }));
    expect(await of.draft()).not.toBeNull();
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "typed", ...from(first.mark, "w9") }));
    expect(await of.draft()).toBeNull();
  });

  test("that was saved by itself after the form was drawn ends with what that form sends", async () => {
    const of = await draftMarket();
    await of.saved(TYPED, { window: "w1" });
    await of.saved({ remarks: "last" }, { window: "w1" });
    const draft = { mark: "", window: "w1" };
    done(await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree(), draft }));
    expect(await of.draft()).toBeNull();
  });

  test("keeps what a bid was made of: its form reads the same from both", async () => {
    const of = await draftMarket();
    await of.bid();
    const content = (await of.page(of.actors.provider))?.ownBid?.versions[0].content;
    if (!content) throw new Error("the bid was sent");
    const typed = valuesOfBid(content, { service: "customs", zone: "Asia/Almaty" });
    const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.length > 0));
    await of.saved(filled);
    expect((await of.draft())?.fields).toEqual(filled);
  });
});

describe("two windows", () => {
  test("neither overwrites the other unseen, and both texts are still there", async () => {
    const of = await draftMarket();
    const { mark } = await of.saved({ remarks: "first" }, { window: "w1" });
    await of.saved({ remarks: "by two" }, { window: "w2", mark });
    expect(refusalOf(await of.save({ remarks: "by one" }, { window: "w1", mark }))).toBe("draft_changed");
    expect((await of.draft())?.fields).toEqual({ remarks: "by two" });
    await of.saved({ remarks: "by one" }, { window: "w1", mark, isOver: true });
    expect((await of.draft())?.fields).toEqual({ remarks: "by one" });
  });

  test("one that shows a draft which another has discarded is told so, and may begin it anew", async () => {
    const of = await draftMarket();
    const { mark } = await of.saved(TYPED, { window: "w1" });
    done(await of.run(discardBidDraft, of.actors.provider, { requestId: of.requestId }));
    expect(refusalOf(await of.save(TYPED, { window: "w2", mark }))).toBe("draft_gone");
    const again = await of.saved(TYPED, { window: "w2", mark, isOver: true });
    expect(again.mark).not.toBe(mark);
  });
});

describe("after the close", () => {
  test("a draft is read and copied by its own, not saved, not sent, and can be thrown away", async () => {
    const of = await draftMarket();
    await of.saved();
    of.setClock(CLOSES);
    expect(await of.draft()).toMatchObject({ fields: TYPED, isOpen: false });
    expect(refusalOf(await of.save({ remarks: "late" }))).toBe("draft_too_late");
    const late = await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree() });
    expect(refusalOf(late)).toBe("request_not_open");
    done(await of.run(discardBidDraft, of.actors.provider, { requestId: of.requestId }));
    expect(await of.draft()).toBeNull();
  });

  test("it is swept with its files after its time, and not a moment earlier", async () => {
    const of = await draftMarket();
    const { provider, provider2 } = of.actors;
    await of.sent(provider, { subject: of.onBid });
    await of.saved();
    await of.sent(provider2, { subject: of.onBid });
    await of.bid(provider2);
    await of.saved(TYPED, { by: provider2 });
    of.setClock(later(CLOSES, BID_DRAFT_KEPT_DAYS * DAY_MS));
    await sweepBidDrafts(of.on);
    expect(await of.row()).toBeDefined();
    of.setClock(later(CLOSES, BID_DRAFT_KEPT_DAYS * DAY_MS + 1));
    await sweepBidDrafts(of.on);
    expect([await of.row(), await of.row("provider2")]).toEqual([undefined, undefined]);
    expect((await of.rows()).map((file) => file.organisationId)).toEqual(["provider2"]);
  });
});

describe("a draft's files", () => {
  test("go with it when it is discarded, and those of a sent bid stay", async () => {
    const of = await draftMarket();
    const { provider } = of.actors;
    const sent = await of.sent(provider, { subject: of.onBid });
    await of.bid(provider);
    await of.sent(provider, { subject: of.onBid });
    await of.saved();
    done(await of.run(discardBidDraft, provider, { requestId: of.requestId }));
    expect((await of.see(provider, of.onBid)).map(({ id }) => id)).toEqual([sent]);
  });

  test("of a change that was never sent are the buyer's neither before nor after the opening", async () => {
    const of = await draftMarket();
    const { provider, buyer } = of.actors;
    const sent = await of.sent(provider, { subject: of.onBid });
    await of.bid(provider);
    const waiting = await of.sent(provider, { subject: of.onBid });
    await of.saved();
    await of.closeAtItsTime();
    expect((await of.seeOf(buyer, of.onBid, "provider")).map(({ id }) => id)).toEqual([sent]);
    expect([await of.read(buyer, sent), await of.read(buyer, waiting)]).toEqual(["gate 4", null]);
    expect(await of.view(buyer, waiting)).toBeNull();
    expect(await of.read(provider, waiting)).toBe("gate 4");
  });
});

describe("a draft is as secret as a bid", () => {
  test("nobody else can read, change or discard it: to all others it is not there", async () => {
    const of = await draftMarket();
    await of.saved();
    const before = await allRows(of.database);
    const { buyer, buyer2, provider2, administrator, visitor } = of.actors;
    for (const other of [buyer, buyer2, provider2, administrator, visitor]) {
      expect((await of.page(other))?.draft ?? null).toBeNull();
      const refused = refusalOf(await of.run(discardBidDraft, other, { requestId: of.requestId }));
      expect(["not_found", "not_permitted", "sign_in_needed"]).toContain(refused);
    }
    const viewer = mintActor({ kind: "user", userId: "user-provider", organisationId: "provider", role: "viewer" });
    expect(refusalOf(await of.save(TYPED, { by: viewer }))).toBe("not_permitted");
    expect(await allRows(of.database)).toEqual(before);
  });

  test("no page, list, count, answer or audit entry of anybody else differs by a letter whether there is one or none", async () => {
    const of = await draftMarket();
    const { buyer, provider2, administrator, visitor } = of.actors;
    const read = of.database.read;
    const now = of.on.clock();
    const seen = async () =>
      JSON.stringify(
        [
          await Promise.all([buyer, provider2, administrator, visitor].map((who) => of.page(who))),
          await Promise.all(
            [buyer, provider2, administrator].map((who) => bidsOf(read, who, { requestId: of.requestId, now })),
          ),
          await of.request(),
          await ownBids(read, provider2, { state: null, cursor: null, limit: 10, now }),
          await of.events(),
        ],
        (_, value) => (typeof value === "bigint" ? `${value}n` : value),
      );
    const before = await seen();
    await of.saved();
    await of.sent(of.actors.provider, { subject: of.onBid, name: `${SECRET}.txt` });
    expect(await seen()).toBe(before);
    // Its author still has the request on its desk: nothing was sent.
    const desk = await deskQueue(read, of.actors.provider, { service: null, now });
    expect(desk.items.map(({ id }) => id)).toEqual([of.requestId]);
    const audit = JSON.stringify(await auditLog(read, administrator, ANY_ENTRY));
    expect(audit).not.toContain(SECRET);
    expect(audit).toContain("bidding.save-bid-draft");
  });

  test("an audit entry names the draft and not the request that somebody is about to bid on", async () => {
    const of = await draftMarket();
    await of.saved();
    const rows = await of.database.read.select().from(auditEntries);
    const entry = rows.find(({ command }) => command === "bidding.save-bid-draft");
    expect(entry).toMatchObject({ subjectId: (await of.row())?.id, outcome: "done" });
    expect(JSON.stringify(entry)).not.toContain(of.requestId);
  });

  test("who copies the database finds nothing of what was typed, nor how much it was, without the key", async () => {
    const of = await draftMarket();
    await of.saved();
    await of.saved({ remarks: "x".repeat(50_000) }, { by: of.actors.provider2 });
    const rows = await of.database.read.select().from(bidDrafts);
    let haystack = rows
      .map(({ sealed, keyForBidder }) => sealed.toString("latin1") + keyForBidder.toString("latin1"))
      .join();
    haystack += JSON.stringify(await allRows(of.database));
    if (of.database.dialect === "sqlite") {
      const [main] = await of.database.read
        .select({ file: sql<string>`file` })
        .from(sql`pragma_database_list`)
        .limit(1);
      for (const suffix of ["", "-wal"]) haystack += readFileSync(`${main?.file}${suffix}`).toString("latin1");
    }
    for (const typed of [SECRET, "a few", "call +7", "xxxxxxxxxx"]) expect(haystack).not.toContain(typed);
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
    for (const { keyForBidder, requestId, providerOrganisationId } of rows)
      expect(() =>
        decrypt(newKey(), keyForBidder, `bidder|bid-draft|${requestId}|${providerOrganisationId}`),
      ).toThrow();
  });

  test("a draft that is moved to a rival or to another request does not open", async () => {
    const of = await draftMarket();
    await of.saved();
    const row = await of.row();
    if (!row) throw new Error("the draft was saved");
    await of.saved({ remarks: "own" }, { by: of.actors.provider2 });
    const { sealed, keyForBidder } = row;
    await of.database.write((tx) => tx.update(bidDrafts).set({ sealed, keyForBidder }));
    await expect(of.draft(of.actors.provider2)).rejects.toThrow();
    expect((await of.draft())?.fields).toEqual(TYPED);
    const otherId = await of.ask("payment", PAYMENT);
    await of.database.write((tx) => tx.insert(bidDrafts).values({ ...row, id: "moved", requestId: otherId }));
    const { provider } = of.actors;
    await expect(requestPage(of.database.read, provider, { id: otherId, now: of.on.clock() })).rejects.toThrow();
  });

  test("the opening opens the bid and leaves the draft closed", async () => {
    const of = await draftMarket();
    await of.bid();
    await of.saved();
    await of.closeAtItsTime();
    const page = await of.page(of.actors.buyer);
    expect(page?.bids).toHaveLength(1);
    expect(JSON.stringify(page, (_, value) => (typeof value === "bigint" ? `${value}n` : value))).not.toContain(SECRET);
  });
});
