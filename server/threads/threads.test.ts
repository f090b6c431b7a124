import { describe, expect, test } from "vitest";
import { findThread } from "@/db/repositories/threads";
import { notices } from "@/db/schema/notices";
import { outbox } from "@/db/schema/notices";
import { memberships } from "@/db/schema/accounts";
import { requestLog } from "@/db/schema/requests";
import { DAY_MS, HOUR_MS, later } from "@/domain/shared/time";
import { CLOSES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { fileMarket } from "@/test/file-market";
import { auditLog } from "../accounts/queries";
import { awardBids } from "../award/award-bids";
import { withdrawBid } from "../bidding/withdraw-bid";
import { mintActor } from "../platform/identity/mint-actor";
import { relayRound } from "../worker/relay";
import { markThreadRead } from "./mark-read";
import { threadHeads, threadPage } from "./queries/thread-page";
import { remindOther } from "./remind";
import { writeMessage } from "./write-message";

/** A request for customs with the bids of two, each of its organisations with a person. */
async function threadMarket(bidding: object = {}) {
  const of = await fileMarket(bidding);
  const { database, actors } = of;
  await database.write(async (tx) => {
    for (const organisationId of ["buyer", "provider", "provider2"])
      await tx.insert(memberships).values({
        ...{ organisationId, userId: `user-${organisationId}`, role: "owner" as const, createdAt: of.on.clock() },
      });
  });
  const bidId = (await of.bid(actors.provider)).id;
  const rivalId = (await of.bid(actors.provider2, offerOfThree("CNY", [140_000, 144_676, 14_000]))).id;
  const seen = (viewer = actors.buyer, id = bidId) =>
    threadPage(database.read, viewer, { bidId: id, now: of.on.clock() });
  const write = (by = actors.buyer, words = "Which papers do you need?", more: object = {}) =>
    of.run(writeMessage, by, { bidId, words, ...more });
  const award = async () => {
    const bids = [{ bidId, reason: "Known to us" }];
    const { orders } = done(await of.run(awardBids, actors.buyer, { dealId: of.dealId, bids })) as unknown as {
      orders: readonly string[];
    };
    return orders[0] as string;
  };
  const told = async () => {
    while (await relayRound(of.on));
    return (await database.read.select().from(notices)).filter(({ kind }) => kind.startsWith("thread_"));
  };
  const openIt = () => of.closeAtItsTime();
  return { ...of, bidId, rivalId, seen, write, award, told, openIt };
}

const OPEN = { mode: "open" };

describe("before the opening", () => {
  test("there is no thread of a sealed bid, to the buyer not even by its id, and nobody writes in one", async () => {
    const of = await threadMarket();
    const { buyer, provider, provider2 } = of.actors;
    for (const actor of [buyer, provider2, of.actors.buyer2])
      expect(refusalOf(await of.write(actor)), `${actor.organisationId}`).toBe("not_found");
    expect(refusalOf(await of.write(provider))).toBe("thread_not_open");
    expect(await of.seen(buyer)).toBeNull();
    for (const command of [markThreadRead, remindOther])
      expect(
        refusalOf(
          await of.run(command as never, buyer, {
            bidId: of.bidId,
            ...(command === markThreadRead ? { seq: 1 } : {}),
          } as never),
        ),
      ).toBe("not_found");
    expect(refusalOf(await of.send(buyer, { subject: { kind: "thread", id: of.bidId } }))).toBe("not_found");
    expect(refusalOf(await of.send(provider, { subject: { kind: "thread", id: of.bidId } }))).toBe("not_found");
  });

  test("a bid that was taken back has none afterwards either", async () => {
    const of = await threadMarket();
    done(await of.run(withdrawBid, of.actors.provider, { bidId: of.bidId }));
    await of.openIt();
    expect(refusalOf(await of.write(of.actors.buyer))).toBe("not_found");
    expect(await of.seen(of.actors.buyer)).toBeNull();
  });

  test("the two of an open bid write, and neither rivals nor administrators learn of it", async () => {
    const of = await threadMarket(OPEN);
    const { buyer, provider, provider2, administrator } = of.actors;
    const before = (await of.database.read.select().from(requestLog)).length;
    done(await of.write(buyer));
    const fileId = await of.sent(provider, { subject: { kind: "thread", id: of.bidId } });
    done(await of.write(provider, "Export papers only", { fileIds: [fileId] }));
    expect(await of.seen(provider2)).toBeNull();
    expect((await of.database.read.select().from(requestLog)).length).toBe(before);
    const search = { organisationId: null, command: null, from: null, before: null, after: null, limit: 100 };
    const { entries } = await auditLog(of.database.read, administrator, search);
    const said = entries.filter(({ command }) => /^(threads|files)\./.test(command));
    expect(said).toHaveLength(3);
    for (const entry of said) expect(entry).toMatchObject({ isWithheld: true, userName: null, organisationId: null });
  });
});

describe("once bids are opened", () => {
  test("the buyer and one bidder write to each other, and nobody else reads it", async () => {
    const of = await threadMarket();
    await of.openIt();
    const { buyer, provider, provider2, administrator } = of.actors;
    expect(done(await of.write(buyer))).toEqual({ bidId: of.bidId, seq: 1 });
    expect(done(await of.write(provider, "The invoice and the packing list"))).toMatchObject({ seq: 2 });
    for (const actor of [buyer, provider])
      expect((await of.seen(actor))?.messages.map(({ by, words }) => `${by}: ${words}`)).toEqual([
        "buyer: Which papers do you need?",
        "provider: The invoice and the packing list",
      ]);
    for (const actor of [provider2, of.actors.buyer2, administrator]) {
      expect(await of.seen(actor), `${actor.organisationId}`).toBeNull();
      expect(["not_found", "not_permitted"]).toContain(refusalOf(await of.write(actor)));
    }
    expect(await of.seen(provider2, of.rivalId)).toMatchObject({ messages: [], isOpen: true });
  });

  test("whoever may only look reads and does not write", async () => {
    const of = await threadMarket();
    await of.openIt();
    const viewer = mintActor({ kind: "user", userId: "user-buyer", organisationId: "buyer", role: "viewer" });
    done(await of.write(of.actors.provider, "Good morning"));
    expect(await of.seen(viewer)).toMatchObject({ mayWrite: false, remindFrom: null, unread: 1 });
    expect(refusalOf(await of.write(viewer))).toBe("not_permitted");
    expect(done(await of.run(markThreadRead, viewer, { bidId: of.bidId, seq: 1 }))).toMatchObject({ seq: 1 });
  });

  test("contact details and names are held back until the award, and shown whole after it to whom was chosen", async () => {
    const of = await threadMarket();
    await of.openIt();
    const { buyer, provider } = of.actors;
    const words = "Call +7 701 234 56 78, cut-off 26.11.2026 16:00, HS 8504 40 90";
    done(await of.write(provider, words));
    const [held] = (await of.seen(buyer))?.messages ?? [];
    expect(held).toMatchObject({
      writer: null,
      held: ["phone"],
      words: "•••, cut-off 26.11.2026 16:00, HS 8504 40 90",
    });
    expect((await of.seen(provider))?.messages[0]).toMatchObject({ words, held: ["phone"] });
    const [notice] = await of.told();
    expect(notice).toMatchObject({ kind: "thread_message", userId: "user-buyer" });
    expect(JSON.stringify(notice)).not.toContain("701");
    const orderId = await of.award();
    expect((await of.seen(buyer))?.messages[0]).toMatchObject({ words, held: [], writer: "user-provider" });
    expect(await of.seen(buyer)).toMatchObject({ orderId });
  });

  test("the thread of a bid that lost is read and written in no more", async () => {
    const of = await threadMarket();
    await of.openIt();
    const rival = { bidId: of.rivalId, words: "One more question, call +7 701 234 56 78" };
    done(await of.run(writeMessage, of.actors.provider2, rival));
    await of.award();
    expect(refusalOf(await of.run(writeMessage, of.actors.buyer, rival))).toBe("thread_closed");
    const page = await of.seen(of.actors.buyer, of.rivalId);
    expect(page).toMatchObject({ isOpen: false, messages: [{ held: ["phone"] }] });
    expect(page?.messages[0]?.words).not.toContain("701");
  });

  test("the order goes on with the same thread, and its parties hear of what is written there", async () => {
    const of = await threadMarket();
    await of.openIt();
    done(await of.write());
    const orderId = await of.award();
    expect(done(await of.write(of.actors.provider, "We file on Thursday"))).toMatchObject({ seq: 2 });
    const events = (await of.database.read.select().from(outbox)).map(({ event }) => event);
    expect(events.filter(({ type }) => /\.written$/.test(type))).toMatchObject([
      { type: "thread.written", ofRequestId: of.requestId, seq: 1 },
      { type: "order.written", orderId, seq: 2 },
    ]);
    expect((await of.told()).map(({ userId, href }) => `${userId} ${href}`)).toEqual([
      `user-provider /requests/${of.requestId}#thread-${of.bidId}`,
      `user-buyer /orders/${orderId}#thread-${of.bidId}`,
    ]);
  });

  test("two messages at once stand one after the other", async () => {
    const of = await threadMarket();
    await of.openIt();
    const { buyer, provider } = of.actors;
    const sent = await Promise.all([of.write(buyer), of.write(provider, "We wait"), of.write(buyer, "And when?")]);
    expect(sent.map((one) => done(one).seq).sort()).toEqual([1, 2, 3]);
    const page = await of.seen(buyer);
    expect(page?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test("a message without words, with too many of them or from too eager a writer is not taken", async () => {
    const of = await threadMarket();
    await of.openIt();
    expect((await of.write(of.actors.buyer, "   ")).kind).toBe("malformed");
    expect((await of.write(of.actors.buyer, "a".repeat(4_001))).kind).toBe("malformed");
    let refused = "";
    for (let count = 0; count < 125 && refused === ""; count++) {
      const outcome = await of.write(of.actors.buyer2, "again");
      if (refusalOf(outcome) === "too_many_requests") refused = refusalOf(outcome);
    }
    expect(refused).toBe("too_many_requests");
  });
});

describe("files of a thread", () => {
  test("are the other side's once a message names them, and nobody else's", async () => {
    const of = await threadMarket();
    await of.openIt();
    const { buyer, provider, provider2, administrator } = of.actors;
    const subject = { kind: "thread", id: of.bidId } as const;
    const fileId = await of.sent(provider, { subject, content: "packing list" });
    expect(await of.read(buyer, fileId)).toBeNull();
    expect((await of.seen(provider))?.waiting.map(({ id }) => id)).toEqual([fileId]);
    expect(refusalOf(await of.write(buyer, "Yours", { fileIds: [fileId] }))).toBe("file_unknown");
    done(await of.write(provider, "Here it is", { fileIds: [fileId] }));
    expect(await of.read(buyer, fileId)).toBe("packing list");
    for (const actor of [provider2, of.actors.buyer2, administrator])
      expect(await of.read(actor, fileId), `${actor.organisationId}`).toBeNull();
    expect(await of.seen(provider)).toMatchObject({ waiting: [], messages: [{ files: [{ id: fileId }] }] });
    expect((await of.see(provider, subject))[0]).toMatchObject({ mayRemove: false });
    expect(refusalOf(await of.write(provider, "Again", { fileIds: [fileId] }))).toBe("file_unknown");
    expect(refusalOf(await of.send(provider2, { subject }))).toBe("not_found");
  });
});

describe("what was read", () => {
  test("the other side sees up to where and when, and lists count what waits", async () => {
    const of = await threadMarket();
    await of.openIt();
    const { buyer, provider } = of.actors;
    done(await of.write(provider, "First"));
    done(await of.write(provider, "Second"));
    const heads = () =>
      threadHeads(of.database.read, buyer, { buyerOrganisationId: "buyer", bidIds: [of.bidId, of.rivalId] });
    expect((await heads()).map(({ unread }) => unread)).toEqual([2, 0]);
    const at = of.on.clock();
    done(await of.run(markThreadRead, buyer, { bidId: of.bidId, seq: 1 }));
    expect(await of.seen(provider)).toMatchObject({ otherRead: { seq: 1, at } });
    expect((await heads())[0]).toMatchObject({ unread: 1 });
    of.setClock(later(at, HOUR_MS));
    done(await of.run(markThreadRead, buyer, { bidId: of.bidId, seq: 1 }));
    expect(await of.seen(provider)).toMatchObject({ otherRead: { seq: 1, at } });
    done(await of.run(markThreadRead, buyer, { bidId: of.bidId, seq: 99 }));
    expect(await of.seen(buyer)).toMatchObject({ unread: 0, lastSeq: 2 });
  });

  test("whoever answers has read what came before", async () => {
    const of = await threadMarket();
    await of.openIt();
    done(await of.write(of.actors.provider, "Ready?"));
    done(await of.write(of.actors.buyer, "Yes"));
    expect(await findThread(of.database.read, of.bidId)).toMatchObject({ buyerUnread: 0, providerUnread: 1 });
  });
});

describe("a reminder", () => {
  test("goes out once its turn is four working hours old, once however often it is pressed at once, and again after a day", async () => {
    const of = await threadMarket();
    await of.openIt();
    const { buyer, provider } = of.actors;
    const remind = (by = buyer) => of.run(remindOther, by, { bidId: of.bidId });
    expect(refusalOf(await remind())).toBe("not_their_turn");
    done(await of.write());
    expect(refusalOf(await remind())).toBe("reminder_too_early");
    expect(refusalOf(await remind(provider))).toBe("not_their_turn");
    of.setClock(later(CLOSES, DAY_MS));
    const pressed = await Promise.all([remind(), remind(), remind()]);
    expect(pressed.map(({ kind }) => kind).sort()).toEqual(["done", "refused", "refused"]);
    expect((await of.told()).filter(({ kind }) => kind === "thread_reminder")).toMatchObject([
      { userId: "user-provider" },
    ]);
    expect(refusalOf(await remind())).toBe("reminded_lately");
    of.setClock(later(CLOSES, 2 * DAY_MS));
    done(await remind());
    expect((await of.seen(provider))?.reminders).toHaveLength(2);
  });

  test("of an order goes to the side whose turn it is", async () => {
    const of = await threadMarket();
    await of.openIt();
    await of.award();
    of.setClock(later(CLOSES, 6 * DAY_MS));
    expect(refusalOf(await of.run(remindOther, of.actors.provider, { bidId: of.bidId }))).toBe("not_their_turn");
    done(await of.run(remindOther, of.actors.buyer, { bidId: of.bidId }));
    expect(await of.told()).toMatchObject([{ kind: "thread_reminder", userId: "user-provider" }]);
  });
});
