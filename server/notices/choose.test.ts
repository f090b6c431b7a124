import { describe, expect, test } from "vitest";
import { wishesOf } from "@/db/repositories/wishes";
import { mails, notices } from "@/db/schema/notices";
import { toIso } from "@/domain/shared/time";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf, EARLY, orderMarket, visitor } from "@/test/order-market";
import { reportMilestone } from "../orders/report-milestone";
import type { Command } from "../platform/command";
import { execute } from "../platform/execute";
import { relayRound } from "../worker/relay";
import { mailStopState, noticeChoices } from "./choices";
import { chooseNotices, muteNotices, resumeMails, stopMails, unmuteNotices } from "./choose";
import { inboxPage } from "./inbox";
import { unreadCount } from "./queries";
import { readStopToken, stopToken } from "./stop-token";

type Person = Parameters<typeof actorOf>[0];

async function market() {
  const of = await orderMarket();
  const { on, orderId, database } = of;
  const run = (who: Person | null, command: Command<never, unknown>, input: object) =>
    execute(command, { actor: who === null ? visitor : actorOf(who), input }, on);
  const report = async (code: string) => {
    const input = { orderId, code, occurredAt: toIso(of.now()), ...EARLY };
    done(await execute(reportMilestone, { actor: actorOf("timur"), input }, on));
    while (await relayRound(on));
  };
  const told = async (who: Person) =>
    (await database.read.select().from(notices))
      .filter(({ userId }) => userId === who)
      .map(
        ({ kind, isQuiet, readAt }) => `${kind} ${isQuiet ? "quiet" : "loud"} ${readAt === null ? "unread" : "read"}`,
      );
  const sentTo = async (who: Person) =>
    (await database.read.select().from(mails)).filter(({ toAddress }) => toAddress === `${who}@example.com`);
  const dealId = String((await database.read.select().from(notices))[0]?.dealId ?? "");
  return { ...of, run, report, told, sentTo, dealId };
}

type Market = Awaited<ReturnType<typeof market>>;

const needed = async ({ database, now }: Market, who: Person) =>
  (await inboxPage(database.read, actorOf(who), { cursor: null, open: null, limit: 9, now: now() })).needed.length;

const STEPS = { topic: "order_steps", isInInbox: false, mail: "never" } as const;

describe("what is muted or not wanted", () => {
  test("a topic that is not wanted in the inbox is told quietly, counted nowhere, and no mail; what ends a right still is said and mailed", async () => {
    const of = await market();
    done(await of.run("lin", chooseNotices as never, { choices: [STEPS] }));
    await of.report("booked");
    expect(await of.told("lin")).toEqual(["order_milestone quiet read"]);
    expect(await unreadCount(of.database.read, "lin", "buyer")).toBe(0);
    await of.report("picked_up");
    await of.report("delivered");
    expect((await of.told("lin")).at(-1)).toBe("order_delivered loud unread");
    const [mail, ...more] = await of.sentTo("lin");
    expect([mail?.body.includes("无法停止接收"), mail?.stopAddress, more]).toEqual([true, null, []]);
  });

  test("a muted deal brings nothing until it is unmuted, and what needs its reader stands all the same", async () => {
    const of = await market();
    await of.report("booked");
    const dealId = String((await of.database.read.select().from(notices))[0]?.dealId);
    const input = { what: "deal", subject: dealId };
    done(await of.run("lin", muteNotices as never, input));
    await of.report("picked_up");
    await of.report("delivered");
    expect(await of.told("lin")).toEqual([
      ...["order_milestone loud unread", "order_milestone quiet read", "order_delivered loud unread"],
    ]);
    expect(await needed(of, "lin")).toBe(1);
    expect((await noticeChoices(of.database.read, actorOf("lin"))).mutedDeals.map(({ id }) => id)).toEqual([dealId]);
    done(await of.run("lin", unmuteNotices as never, input));
    expect((await noticeChoices(of.database.read, actorOf("lin"))).mutedDeals).toEqual([]);
  });

  test("who was not told of a deal cannot mute it, and nobody mutes for another", async () => {
    const of = await market();
    await of.report("booked");
    const dealId = String((await of.database.read.select().from(notices))[0]?.dealId);
    const input = { what: "deal", subject: dealId };
    expect(refusalOf(await of.run("stranger", muteNotices as never, input))).toBe("not_found");
    expect(refusalOf(await of.run(null, muteNotices as never, input))).toBe("sign_in_needed");
    done(await of.run("lin", muteNotices as never, input));
    for (const other of ["wei", "timur", "stranger"]) expect(await wishesOf(of.database.read, other)).toEqual([]);
  });

  test("a topic that nothing is mailed of at once offers the digest or none, and no other word is taken", async () => {
    const of = await market();
    const choose = (choice: object) => of.run("lin", chooseNotices as never, { choices: [choice] });
    expect((await choose({ topic: "hubs", isInInbox: true, mail: "at_once" })).kind).toBe("malformed");
    expect((await choose({ topic: "hubs", isInInbox: true, mail: "daily" })).kind).toBe("done");
    expect((await choose({ topic: "nothing", isInInbox: true, mail: "daily" })).kind).toBe("malformed");
    expect((await noticeChoices(of.database.read, actorOf("lin"))).topics.map(({ topic }) => topic)).not.toContain(
      "administration",
    );
  });
});

describe("the link that stops mails", () => {
  const token = stopToken({ userId: "timur", what: "order_steps" });

  test("stops its topic for its person without a session, and undoes that; twice is as once", async () => {
    const of = await market();
    const state = () => mailStopState(of.database.read, token);
    expect(await state()).toEqual({ what: "order_steps", isStopped: false });
    for (const _ of [1, 2]) done(await of.run(null, stopMails as never, { token }));
    expect(await state()).toEqual({ what: "order_steps", isStopped: true });
    const { topics } = await noticeChoices(of.database.read, actorOf("timur"));
    expect(topics.filter(({ mail, topic }) => mail === "never" && topic !== "hubs").map(({ topic }) => topic)).toEqual([
      "order_steps",
    ]);
    expect(topics.every(({ isInInbox }) => isInInbox)).toBe(true);
    expect(await wishesOf(of.database.read, "aigul")).toEqual([]);
    done(await of.run(null, resumeMails as never, { token }));
    expect(await state()).toEqual({ what: "order_steps", isStopped: false });
  });

  test("stops the digest until somebody asks for one again", async () => {
    const of = await market();
    const digest = stopToken({ userId: "lin", what: "digest" });
    done(await of.run("lin", chooseNotices as never, { choices: [{ ...STEPS, mail: "daily" }] }));
    done(await of.run(null, stopMails as never, { token: digest }));
    await of.report("booked");
    expect((await of.database.read.select().from(notices)).every(({ digestAt }) => digestAt === null)).toBe(true);
    expect((await noticeChoices(of.database.read, actorOf("lin"))).isDigestStopped).toBe(true);
    done(await of.run("lin", chooseNotices as never, { choices: [{ ...STEPS, mail: "daily" }] }));
    expect(await mailStopState(of.database.read, digest)).toEqual({ what: "digest", isStopped: false });
  });

  test.each([
    ["another person's", token.replace("timur", "aigul")],
    ["another topic's", token.replace("order_steps", "awards")],
    ["a signature that is cut", token.slice(0, -1)],
    ["a changed signature", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["nothing", ""],
    ["a person who is not there", stopToken({ userId: "nobody", what: "awards" })],
    ["a topic that there is none of", stopToken({ userId: "timur", what: "weather" as never })],
  ])("of %s it stops nothing, and all are answered alike", async (_, forged) => {
    const of = await market();
    expect(refusalOf(await of.run(null, stopMails as never, { token: forged }))).toBe("not_found");
    expect(refusalOf(await of.run(null, resumeMails as never, { token: forged }))).toBe("not_found");
    expect(await mailStopState(of.database.read, forged)).toBeNull();
    expect(await wishesOf(of.database.read, "timur")).toEqual([]);
  });

  test("each mail that can be stopped brings its own link, in its text and for mail programs", async () => {
    const of = await market();
    for (const code of ["booked", "picked_up", "delivered"]) await of.report(code);
    const { acceptOrder } = await import("../orders/accept-order");
    done(await execute(acceptOrder, { actor: actorOf("lin"), input: { orderId: of.orderId } }, of.on));
    while (await relayRound(of.on));
    const [mail] = await of.sentTo("timur");
    const [, inHeader = ""] = /\/api\/stop-mails\/(\S+)$/.exec(mail?.stopAddress ?? "") ?? [];
    const [, inText = ""] = /\/zh-CN\/stop-mails\/(\S+)/.exec(mail?.body ?? "") ?? [];
    expect([inHeader, readStopToken(inHeader)]).toEqual([inText, { userId: "timur", what: "order_steps" }]);
  });
});
