import { expect, test } from "vitest";
import { HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { clockText, deadlineTexts, type MailedDeadline, writeMail } from "./notify";
import { EXPORTER } from "@/domain/services/examples";
import { mails, notices } from "@/db/schema/notices";
import { memberships } from "@/db/schema/accounts";
import { biddingMarket, DECIDES, done, SYSTEM } from "@/test/bidding-market";
import { awardBids } from "../../award/award-bids";
import { disqualifyBid, judgeCureOfBid, sendCureOfBid } from "../../award/disqualify-bid";
import { extendDecisionOf } from "../../award/decision-deadline";
import { rejectBids } from "../../award/reject-bids";
import { changeRequest, inviteProvider } from "../../requests/change-request";
import { confirmBid } from "../../bidding/confirm-bid";
import { cancelRequest, lapseRequest } from "../../requests/cancel-request";
import { relayRound } from "../../worker/relay";

const AT = instant(Date.parse("2026-11-26T08:00:00Z"));
const horgos = { id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯", isBorderHub: true, zone: "Asia/Shanghai" };
const deadline: MailedDeadline = { kind: "closesAt", at: AT, hub: horgos };

test("a mail names a deadline by its reader's clock and by the hub's", () => {
  expect(deadlineTexts(deadline, { locale: "en", zone: "Asia/Almaty" })).toEqual({
    own: "Thu, 26 Nov 2026, 13:00 GMT+5",
    hub: "Horgos Thu, 26 Nov 2026, 16:00 GMT+8",
  });
});

test("where both clocks say the same it is named once", () => {
  expect(deadlineTexts(deadline, { locale: "zh-CN", zone: "Asia/Hong_Kong" }).hub).toBeNull();
});

const invited = {
  kind: "request_invited",
  roles: [],
  href: "/requests/r",
  facts: { reference: "KR-1", service: "customs", title: "Tiles" },
  isMailed: true,
} as const;

test.each([
  ["en", "Bids close: Thu, 26 Nov 2026, 13:00 GMT+5 (Horgos Thu, 26 Nov 2026, 16:00 GMT+8)"],
  ["zh-CN", "报价截止：2026年11月26日周四 13:00 GMT+5（霍尔果斯 2026年11月26日周四 16:00 GMT+8）"],
])("the invitation in %s says until when bids are taken", (locale, line) => {
  const reader = { userId: "lin", name: "A", locale, timeZone: "Asia/Almaty" };
  expect(writeMail(invited, reader, deadline).body).toContain(`\n\n${line}\n\n`);
  expect(writeMail(invited, reader, null).body).not.toContain("GMT");
});

/** Two providers who serve the request's hub and their buyer, a person each; what they were told until now is forgotten. */
async function peopleOfMarket() {
  const of = await biddingMarket();
  await of.database.write(async (tx) => {
    for (const organisationId of ["buyer", "provider", "provider2"])
      await tx.insert(memberships).values({
        organisationId,
        userId: `user-${organisationId}`,
        role: "owner",
        createdAt: of.on.clock(),
      });
  });
  const forget = async () => {
    while (await relayRound(of.on));
    await of.database.write(async (tx) => {
      await tx.delete(notices);
      await tx.delete(mails);
    });
  };
  await forget();
  return { ...of, forget };
}

type Market = Awaited<ReturnType<typeof peopleOfMarket>>;

async function twoBids() {
  const of = await peopleOfMarket();
  const [first, second] = [await of.bid(of.actors.provider), await of.bid(of.actors.provider2)];
  await of.forget();
  return { ...of, first: first.id, second: second.id };
}

/** Who has read what since, in the inbox and by mail. */
async function told({ on, database }: Market) {
  while (await relayRound(on));
  const inbox = await database.read.select().from(notices);
  const sent = await database.read.select().from(mails);
  return {
    inbox: inbox.map(({ userId, kind }) => `${userId} ${kind}`).sort(),
    mail: sent.map(({ toAddress }) => toAddress).sort(),
  };
}

test("of a change of an open request those read, in the inbox alone, who were told of the request", async () => {
  const of = await peopleOfMarket();
  const bidding = { decideBy: toIso(later(DECIDES, HOUR_MS)) };
  done(await of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, bidding }));
  expect(await told(of)).toEqual({
    inbox: ["user-provider request_changed", "user-provider2 request_changed"],
    mail: [],
  });
});

const BOTH = ["user-provider2@example.com", "user-provider@example.com"];

test("lesson 1: of a cancelled request each bidder reads once, in the inbox and by mail, with the reason, and not that its bid lost", async () => {
  const of = await twoBids();
  const reason = "Goods sold at home";
  done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason }));
  expect(await told(of)).toEqual({
    inbox: ["user-provider request_cancelled", "user-provider2 request_cancelled"],
    mail: BOTH,
  });
  const read = await of.database.read.select().from(notices);
  const sent = await of.database.read.select().from(mails);
  expect(read.map(({ facts }) => facts.reason)).toEqual([reason, reason]);
  for (const { body } of sent) expect(body).toContain(reason);
});

test("of a decision that was never taken each bidder reads once", async () => {
  const of = await twoBids();
  await of.closeAtItsTime();
  await of.forget();
  of.setClock(DECIDES);
  done(await of.run(lapseRequest, SYSTEM, { requestId: of.requestId }));
  expect(await told(of)).toEqual({
    inbox: ["user-buyer request_no_decision", "user-provider request_undecided", "user-provider2 request_undecided"],
    mail: ["user-buyer@example.com", ...BOTH],
  });
});

test("who lost reads in its mail where it stood and why, in its own language, and nothing of who won", async () => {
  const of = await twoBids();
  await of.closeAtItsTime();
  await of.forget();
  done(
    await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId: of.first, reason: "Known to us" }] }),
  );
  while (await relayRound(of.on));
  const sent = await of.database.read.select().from(mails);
  const { body = "" } = sent.find(({ toAddress }) => toAddress === "user-provider2@example.com") ?? {};
  expect(body).toContain("By the published criteria your bid was among the first three.");
  expect(body).toContain("What told:");
  expect(body).not.toMatch(/provider\b|% above/);
});

test("of all that belongs to a decision each side reads what concerns it, with the time in its mail", async () => {
  const of = await twoBids();
  await of.closeAtItsTime();
  await of.forget();
  const { buyer, provider } = of.actors;
  const words = "The licence copy is missing";
  done(await of.run(disqualifyBid, buyer, { bidId: of.first, code: "document_missing", words }));
  expect(await told(of)).toEqual({ inbox: ["user-provider cure_asked"], mail: ["user-provider@example.com"] });
  const [asked] = await of.database.read.select().from(mails);
  expect(asked?.subject).toContain("Fri, 27 Nov 2026, 14:00 GMT+5");
  expect(asked?.body).toContain("Document missing");
  await of.forget();
  done(await of.run(sendCureOfBid, provider, { bidId: of.first, words: "Here it is" }));
  expect(await told(of)).toEqual({ inbox: ["user-buyer cure_sent"], mail: ["user-buyer@example.com"] });
  await of.forget();
  done(await of.run(judgeCureOfBid, buyer, { bidId: of.first, isAccepted: false, words: "Another company's" }));
  expect(await told(of)).toEqual({ inbox: ["user-provider bid_disqualified"], mail: ["user-provider@example.com"] });
  await of.forget();
  const decideBy = toIso(later(DECIDES, HOUR_MS));
  done(await of.run(extendDecisionOf, buyer, { requestId: of.requestId, decideBy, words: "We wait" }));
  expect(await told(of)).toEqual({ inbox: ["user-provider2 decision_extended"], mail: ["user-provider2@example.com"] });
  await of.forget();
  done(await of.run(rejectBids, buyer, { requestId: of.requestId, code: "over_budget", words: "Too dear" }));
  expect(await told(of)).toEqual({ inbox: ["user-provider2 request_rejected"], mail: ["user-provider2@example.com"] });
  const [rejected] = await of.database.read.select().from(mails);
  expect(rejected?.body).toContain("The bids are above the budget. Too dear");
});

test("of an award the winner reads that it won, and the other that it lost, once each", async () => {
  const of = await twoBids();
  await of.closeAtItsTime();
  await of.forget();
  done(
    await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId: of.first, reason: "Known to us" }] }),
  );
  expect(await told(of)).toEqual({
    inbox: ["user-buyer order_placed", "user-provider bid_won", "user-provider2 bid_lost"],
    mail: BOTH,
  });
});

const AMENDED = {
  spec: { side: "export", supervisionMode: "0110", ...EXPORTER, declarations: 9 },
  reason: "The factory splits the goods",
} as const;

test("of an amendment who has bid reads once, in the inbox and by mail, by when to confirm; who has not, in the inbox", async () => {
  const of = await peopleOfMarket();
  await of.bid(of.actors.provider);
  await of.forget();
  done(await of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, ...AMENDED }));
  expect(await told(of)).toEqual({
    inbox: ["user-provider bid_went_stale", "user-provider2 request_changed"],
    mail: ["user-provider@example.com"],
  });
  const [mail] = await of.database.read.select().from(mails);
  const { closesAt } = await of.request();
  expect(mail?.body).toContain(clockText(closesAt, { locale: "en", zone: "Asia/Almaty" }));
});

test("where only times moved, who may rely on its bid reads so in the inbox", async () => {
  const of = await twoBids();
  const bidding = { closesAt: toIso(later((await of.request()).closesAt, HOUR_MS)) };
  done(await of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, bidding, reason: "A holiday" }));
  expect(await told(of)).toEqual({
    inbox: ["user-provider request_times_moved", "user-provider2 request_times_moved"],
    mail: [],
  });
});

test("who did not confirm until the close reads that its bid is out", async () => {
  const of = await twoBids();
  done(await of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, ...AMENDED }));
  done(await of.run(confirmBid, of.actors.provider, { bidId: of.first }));
  await of.forget();
  await of.closeAtItsTime();
  const { inbox, mail } = await told(of);
  expect(inbox).toContain("user-provider2 bid_unconfirmed");
  expect(inbox).not.toContain("user-provider bid_unconfirmed");
  expect(mail).toContain("user-provider2@example.com");
});

test("of a cancelled request who has a stale bid reads like other bidders, and who was invited in the inbox", async () => {
  const of = await peopleOfMarket();
  done(await of.run(inviteProvider, of.actors.buyer, { requestId: of.requestId, organisationIds: ["provider2"] }));
  await of.bid(of.actors.provider);
  done(await of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, ...AMENDED }));
  await of.forget();
  done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Goods sold at home" }));
  expect(await told(of)).toEqual({
    inbox: ["user-provider request_cancelled", "user-provider2 request_cancelled"],
    mail: ["user-provider@example.com"],
  });
});
