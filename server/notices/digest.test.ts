import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertNotices } from "@/db/repositories/notices";
import { memberships, users } from "@/db/schema/accounts";
import { mails, notices } from "@/db/schema/notices";
import { HOUR_MS, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { done } from "@/test/bidding-market";
import { actorOf, EARLY, orderMarket } from "@/test/order-market";
import { reportMilestone } from "../orders/report-milestone";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import type { Platform } from "../platform/platform";
import { relayRound } from "../worker/relay";
import { digestRound } from "../worker/timers";
import { chooseNotices, muteNotices } from "./choose";
import { sendDigest } from "../worker/send-digest";

/** A buyer who wants the steps of orders once a day, of which two have been reported, at ten in the morning. */
async function market() {
  const of = await orderMarket();
  const { on, orderId, database } = of;
  const choices = [{ topic: "order_steps", isInInbox: true, mail: "daily" }];
  done(await execute(chooseNotices, { actor: actorOf("lin"), input: { choices } }, on));
  const report = async (code: string) => {
    const input = { orderId, code, occurredAt: toIso(of.now()), ...EARLY };
    done(await execute(reportMilestone, { actor: actorOf("timur"), input }, on));
    while (await relayRound(on));
  };
  await report("booked");
  await report("picked_up");
  const sent = async () =>
    (await database.read.select().from(mails)).filter(({ messageId }) => /^digest/.test(messageId));
  const waiting = async () => (await database.read.select().from(notices)).filter(({ digestAt }) => digestAt !== null);
  return { ...of, report, sent, waiting };
}

const TO_EIGHT_MS = 22 * HOUR_MS;

test("What came of a topic that is wanted by digest comes in one mail at eight of the reader's morning, and once; where nothing came there is none.", async () => {
  const { on, wait, sent, waiting, report } = await market();
  expect(await waiting()).toHaveLength(2);
  await digestRound(on);
  wait(TO_EIGHT_MS - MINUTE_MS);
  await digestRound(on);
  expect(await sent()).toEqual([]);
  wait(MINUTE_MS);
  await digestRound(on);
  await digestRound(on);
  const [mail, ...more] = await sent();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ toAddress: "lin@example.com", messageId: "digest.lin.2026-11-25", locale: "zh-CN" });
  expect(mail?.subject).toBe("2026-11-25 每日汇总：2 条消息");
  expect(mail?.body.match(/^- /gm)).toHaveLength(2);
  expect(mail?.stopAddress).toMatch(/\/api\/stop-mails\/lin\.digest\./);
  expect(await waiting()).toEqual([]);
  wait(24 * HOUR_MS);
  await digestRound(on);
  expect(await sent()).toHaveLength(1);
  await report("delivered");
  // What ends a right where nobody acts is mailed at once.
  expect(await waiting()).toEqual([]);
});

test("What needs its reader comes first, by the state of the hour at which it is sent, and then all that came, a deal after the other.", async () => {
  const { on, wait, sent, database, orderId, now, report } = await market();
  await report("delivered");
  const row = { userId: "lin", organisationId: "buyer", createdAt: now(), href: "/orders/o", digestAt: now() };
  const facts = { service: "logistics", milestone: "logistics.delivered", reference: "KO-1" };
  await database.write((tx) =>
    insertNotices(tx, [
      { ...row, facts, id: "zy", eventId: "zy", kind: "order_delivered", subjectId: orderId },
      // The next report was the provider's: nothing of it needs the buyer.
      { ...row, facts, id: "zz", eventId: "zz", kind: "changes_requested", subjectId: orderId },
    ]),
  );
  wait(TO_EIGHT_MS);
  await digestRound(on);
  const [mail] = await sent();
  expect(mail?.subject).toBe("2026-11-25 每日汇总：4 条消息，1 项需您处理");
  const needed = mail?.body.indexOf("需要您处理") ?? -1;
  expect(needed).toBeGreaterThan(0);
  expect(mail?.body.indexOf("- 物流", needed)).toBeLessThan(mail?.body.indexOf("/inbox?open=") ?? 0);
  expect(mail?.body.match(/\/inbox\?open=/g)).toHaveLength(2);
  expect(mail?.body).not.toMatch(/[{}]|[0-9a-f]{32}/);
});

test("Two workers at the same moment send one digest.", async () => {
  const { on, wait, sent, waiting } = await market();
  wait(TO_EIGHT_MS);
  await Promise.all([digestRound(on), digestRound(on), digestRound(on)]);
  await digestRound(on);
  expect(await sent()).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test("A crash between the mail and its mark loses neither and sends none twice.", async () => {
  const { on, wait, sent, waiting } = await market();
  wait(TO_EIGHT_MS);
  const crashing: Platform = { ...on, witness: () => Promise.reject(new Error("the process ends here")) };
  const call = { actor: mintActor({ kind: "system" }), input: { userId: "lin" } };
  await expect(execute(sendDigest, call, crashing)).rejects.toThrow("the process ends here");
  expect([await sent(), (await waiting()).length]).toEqual([[], 2]);
  await digestRound(on);
  expect([(await sent()).length, await waiting()]).toEqual([1, []]);
});

test("Whose clock was moved since gets no second digest on the same day, and loses nothing.", async () => {
  const { on, wait, sent, waiting, database, now } = await market();
  wait(TO_EIGHT_MS);
  await digestRound(on);
  await database.write((tx) => tx.update(users).set({ timeZone: "Europe/Berlin" }).where(eq(users.id, "lin")));
  const row = {
    userId: "lin",
    organisationId: "buyer",
    createdAt: now(),
    facts: { service: "logistics" },
    href: "/orders",
  };
  const told = { id: "zz", eventId: "zz", kind: "order_placed", digestAt: later(now(), 7 * HOUR_MS) };
  await database.write((tx) => insertNotices(tx, [{ ...row, ...told }]));
  wait(7 * HOUR_MS);
  await digestRound(on);
  expect(await sent()).toHaveLength(1);
  expect(await waiting()).toHaveLength(1);
  wait(24 * HOUR_MS);
  await digestRound(on);
  expect((await sent()).map(({ messageId }) => messageId)).toEqual(["digest.lin.2026-11-25", "digest.lin.2026-11-26"]);
});

test.each([
  [
    "has left the organisation",
    async ({ database }: Awaited<ReturnType<typeof market>>) => {
      await database.write((tx) => tx.delete(memberships).where(eq(memberships.userId, "lin")));
    },
  ],
  [
    "has muted the topic",
    async ({ on }: Awaited<ReturnType<typeof market>>) => {
      const input = { what: "topic", subject: "order_steps" };
      done(await execute(muteNotices, { actor: actorOf("lin"), input }, on));
    },
  ],
  [
    "has chosen none since",
    async ({ on }: Awaited<ReturnType<typeof market>>) => {
      const choices = [{ topic: "order_steps", isInInbox: true, mail: "never" }];
      done(await execute(chooseNotices, { actor: actorOf("lin"), input: { choices } }, on));
    },
  ],
  [
    "is no more sure to own the address",
    async ({ database }: Awaited<ReturnType<typeof market>>) => {
      await database.write((tx) => tx.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, "lin")));
    },
  ],
] as const)("Who %s gets no digest of what waited, and nothing waits on.", async (_, change) => {
  const of = await market();
  await change(of);
  of.wait(TO_EIGHT_MS);
  await digestRound(of.on);
  expect([await of.sent(), await of.waiting()]).toEqual([[], []]);
});
