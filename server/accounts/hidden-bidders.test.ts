import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { queueMails } from "@/db/repositories/notices";
import { outbox } from "@/db/schema/notices";
import { DAY_MS, later } from "@/domain/shared/time";
import { discardBidDraft } from "@/server/bidding/bid-draft";
import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { cancelRequest } from "@/server/requests/cancel-request";
import { openRequest } from "@/server/requests/open-request";
import { CLOSES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { draftMarket, TYPED } from "@/test/draft-market";
import { deadLetters, keptMails } from "../notices/queries";
import { auditLog } from "./queries";

const ALL = { organisationId: null, command: null, from: null, before: null, after: null, limit: 100 };

/** Everything that a provider can do about a bid, well and badly. */
async function busyMarket(bidding: object = {}) {
  const of = await draftMarket(bidding);
  const { provider, provider2 } = of.actors;
  await of.saved(TYPED);
  await of.sent(provider, { subject: of.onBid });
  const { id: bidId } = await of.bid();
  done(await of.run(reviseBid, provider, { bidId, transitDays: { min: 1, max: 9 } }));
  expect(refusalOf(await of.run(submitBid, provider, { requestId: of.requestId, ...offerOfThree() }))).toBe(
    "bid_exists",
  );
  expect(refusalOf(await of.run(withdrawBid, provider2, { bidId }))).toBe("not_found");
  await of.saved(TYPED);
  done(await of.run(discardBidDraft, provider, { requestId: of.requestId }));
  const log = (search: object = {}) => auditLog(of.database.read, of.actors.administrator, { ...ALL, ...search });
  const about = async (search: object = {}) =>
    (await log(search)).entries.filter(({ command }) => /^(bidding|files)\./.test(command));
  return { ...of, bidId, about, log };
}

describe("before the opening an administrator", () => {
  test("reads in the audit log what was done about bids, drafts and files, also what was refused, and not by whom", async () => {
    const of = await busyMarket();
    const entries = await of.about();
    expect(new Set(entries.map(({ command }) => command))).toEqual(
      new Set([
        "bidding.save-bid-draft",
        "bidding.discard-bid-draft",
        "bidding.submit-bid",
        "bidding.revise-bid",
        "bidding.withdraw-bid",
        "files.keep-file",
      ]),
    );
    expect(entries.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(["done", "bid_exists", "not_found"]));
    for (const entry of entries)
      expect(entry).toMatchObject({
        isWithheld: true,
        userName: null,
        organisationId: null,
        organisationName: null,
        apiKeyId: null,
        ip: null,
      });
    expect(JSON.stringify(entries)).not.toContain("provider");
  });

  test("does not learn it by asking for one organisation's entries either", async () => {
    const of = await busyMarket();
    expect(await of.about({ organisationId: "provider" })).toEqual([]);
    expect((await of.log({ organisationId: "buyer" })).entries.length).toBeGreaterThan(0);
  });

  test("is told no address of a mail, nor a bidder of an undelivered event, that would say who bids", async () => {
    const of = await busyMarket({ twoPersonOpening: true });
    await of.closeAtItsTime();
    const { database, on, actors } = of;
    const event = (await database.read.select().from(outbox)).find(({ type }) => type === "request.closed");
    const letter = { to: "provider@example.com", subject: "Closed", body: "x", locale: "en", now: on.clock() };
    await database.write((tx) => queueMails(tx, [{ id: "m", messageId: `${event?.id}.user-provider`, ...letter }]));
    await database.write((tx) => tx.update(outbox).set({ attempts: 99 }).where(eq(outbox.type, "bid.submitted")));
    const env = { KOUAN_ENV: "production", HOST: "0.0.0.0", SMTP_URL: "" } as const;
    const seen = async () => ({
      mail: (await keptMails(database.read, actors.administrator, { cursor: null, limit: 5, env }))?.items[0]?.to,
      letters: JSON.stringify((await deadLetters(database.read, actors.administrator))?.items),
    });
    const before = await seen();
    expect(before.mail).toBeNull();
    expect(before.letters).toContain("bid.submitted");
    expect(before.letters).not.toContain("provider");
    for (const who of [actors.buyer, actors.colleague])
      done(await of.run(openRequest, who, { requestId: of.requestId }));
    const after = await seen();
    expect(after.mail).toBe("provider@example.com");
    expect(after.letters).toContain("providerOrganisationId");
  });
});

describe("afterwards an administrator reads who it was", () => {
  test("from the opening on, of two people not before the second one's word", async () => {
    const of = await busyMarket({ twoPersonOpening: true });
    await of.closeAtItsTime();
    done(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }));
    const held = await of.about();
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter(({ isWithheld }) => !isWithheld)).toEqual([]);
    done(await of.run(openRequest, of.actors.colleague, { requestId: of.requestId }));
    const entries = await of.about();
    expect(entries.filter(({ isWithheld }) => isWithheld)).toEqual([]);
    expect(new Set(entries.map(({ organisationId }) => organisationId))).toEqual(new Set(["provider", "provider2"]));
    expect((await of.about({ organisationId: "provider2" })).map(({ outcome }) => outcome)).toEqual(["not_found"]);
  });

  test("when the request has ended without one", async () => {
    const of = await busyMarket();
    done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Sold at home" }));
    const entries = await of.about();
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ isWithheld }) => isWithheld)).toEqual([]);
  });

  test("while another request is open: of a bid that is known, but not of a refusal that could have been about either", async () => {
    const of = await busyMarket();
    await of.list("provider", "logistics");
    await of.ask(
      "logistics",
      { equipment: "tilt_136", pickupFrom: "2026-12-11", pickupTo: "2026-12-12" },
      { closesAt: new Date(later(CLOSES, DAY_MS)).toISOString() },
    );
    await of.closeAtItsTime();
    const entries = await of.about();
    const isHidden = (outcome: string) =>
      entries.filter((one) => one.outcome === outcome).map(({ isWithheld }) => isWithheld);
    expect(entries.find(({ command }) => command === "bidding.submit-bid")).toBeDefined();
    expect(isHidden("bid_exists")).toEqual([true]);
    expect(entries.find(({ command }) => command === "bidding.revise-bid")?.isWithheld).toBe(false);
  });
});
