import { createTransport } from "nodemailer";
import { describe, expect, onTestFinished, test } from "vitest";
import { memberships, users } from "@/db/schema/accounts";
import { mails } from "@/db/schema/notices";
import { done } from "@/test/bidding-market";
import { fileMarket } from "@/test/file-market";
import { awardBids } from "../award/award-bids";
import { cancelRequest } from "../requests/cancel-request";
import { threadPage } from "../threads/queries/thread-page";
import { replyAddress } from "../threads/reply-address";
import { writeMessage } from "../threads/write-message";
import { newId } from "../platform/platform";
import { relayRound } from "./relay";
import { openReplyDoor } from "./reply-door";

const DOMAIN = "reply.market.example";

/** An opened bid whose buyer has written, the mail of it, and a real mail server that takes the answers. */
async function mailedMarket(replyDomain = DOMAIN) {
  const of = await fileMarket();
  const { database, actors } = of;
  const on = { ...of.on, replyDomain };
  await database.write(async (tx) => {
    for (const organisationId of ["buyer", "provider", "provider2"])
      await tx.insert(memberships).values({
        ...{ organisationId, userId: `user-${organisationId}`, role: "owner" as const, createdAt: on.clock() },
      });
  });
  const bidId = (await of.bid(actors.provider)).id;
  await of.closeAtItsTime();
  const { requestId } = of;
  done(await of.run(writeMessage, actors.buyer, { bidId, words: "Which papers\ndo you need?" }));
  while (await relayRound(on));
  const sent = (await database.read.select().from(mails)).find(({ subject }) => subject.includes("a message"));
  const door = await openReplyDoor({ on, store: of.store }, { host: "127.0.0.1", port: 0 });
  const post = createTransport({ host: "127.0.0.1", port: door.port, secure: false, ignoreTLS: true });
  onTestFinished(async () => {
    post.close();
    await door.close();
  });
  const address = sent?.replyTo ?? "";
  /** What the mail server says to a reply: taken, or the code of its refusal. */
  const reply = async (mail: object = {}): Promise<string | number> => {
    try {
      await post.sendMail({
        from: "user-provider@example.com",
        to: address,
        messageId: `<${newId()}@example.com>`,
        text: "The invoice.\n\nOn Thu, 26 Nov 2026 at 10:00 Kouan <no-reply@market.example> wrote:\n> Which papers\n",
        ...mail,
      });
      return "taken";
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? String(error);
    }
  };
  const words = async () =>
    (await threadPage(database.read, actors.buyer, { bidId, now: on.clock() }))?.messages.map((one) => one.words);
  return { ...of, requestId, bidId, sent, address, reply, words };
}

test("a mail about a message has an address that is its reader's alone, and the whole of a longer message", async () => {
  const { sent, bidId } = await mailedMarket();
  const of = { bidId, organisationId: "provider", userId: "user-provider" };
  expect(sent?.replyTo).toBe(replyAddress(of, DOMAIN));
  expect(sent?.replyTo?.split("@")[0]?.length).toBeLessThanOrEqual(64);
  expect(sent?.body).toContain("> Which papers\n> do you need?");
  expect(sent?.body).toContain("Answer this mail to write back.");
});

test("where no domain is set a mail has the link to the page alone", async () => {
  const { sent, requestId } = await mailedMarket("");
  expect(sent).toMatchObject({ replyTo: null });
  expect(sent?.body).toContain(`/requests/${requestId}#thread-`);
  expect(sent?.body).not.toContain("Answer this mail");
});

describe("a reply by mail", () => {
  test("is written into its thread with its files, without what it quotes", async () => {
    const market = await mailedMarket();
    const attachments = [{ filename: "packing list.txt", content: "480 cartons", contentType: "text/plain" }];
    expect(await market.reply({ attachments })).toBe("taken");
    const page = await threadPage(market.database.read, market.actors.buyer, {
      ...{ bidId: market.bidId, now: market.on.clock() },
    });
    expect(page?.messages.at(-1)).toMatchObject({
      ...{ by: "provider", words: "The invoice.", isByMail: true },
      files: [{ name: "packing list.txt" }],
    });
  });

  test("is written once however often it is handed over", async () => {
    const market = await mailedMarket();
    const messageId = "<same@example.com>";
    expect([await market.reply({ messageId }), await market.reply({ messageId })]).toEqual(["taken", "taken"]);
    expect(await market.words()).toHaveLength(2);
  });

  test("of anybody else than the person to whom the address was sent is refused, and so is one of another domain", async () => {
    const market = await mailedMarket();
    const { address } = market;
    const letter = address[40] === "a" ? "b" : "a";
    for (const mail of [
      { from: "user-provider2@example.com" },
      { from: "user-buyer@example.com" },
      { from: "stranger@example.com" },
      { to: `${address.slice(0, 40)}${letter}${address.slice(41)}` },
      { to: address.replace(DOMAIN, "elsewhere.example") },
      { to: `reply@${DOMAIN}` },
    ])
      expect(await market.reply(mail), JSON.stringify(mail)).toBe(550);
    expect(await market.words()).toHaveLength(1);
  });

  test("of a person who was suspended or has left the organisation is refused", async () => {
    const market = await mailedMarket();
    await market.database.write((tx) =>
      tx.update(users).set({ suspendedAt: market.on.clock() }).returning({ id: users.id }),
    );
    expect(await market.reply()).toBe(550);
    await market.database.write(async (tx) => {
      await tx.update(users).set({ suspendedAt: null });
      await tx.delete(memberships);
    });
    expect(await market.reply()).toBe(550);
  });

  test("that a machine sent by itself is passed over", async () => {
    const market = await mailedMarket();
    expect(await market.reply({ headers: { "Auto-Submitted": "auto-replied" } })).toBe("taken");
    expect(await market.words()).toHaveLength(1);
  });

  test("that says nothing, names a file of no kind that is taken or comes too late is refused with a reason", async () => {
    const market = await mailedMarket();
    expect(await market.reply({ text: "On Thu, 26 Nov 2026 at 10:00 Kouan wrote:\n> Which papers\n" })).toBe(554);
    expect(await market.reply({ attachments: [{ filename: "run.exe", content: "MZ" }] })).toBe(554);
    done(await market.run(cancelRequest, market.actors.buyer, { requestId: market.requestId, reason: "Sold at home" }));
    expect(await market.reply()).toBe(554);
    expect(await market.words()).toHaveLength(1);
  });

  test("keeps contact details back as the page does", async () => {
    const market = await mailedMarket();
    expect(await market.reply({ text: "Call me on +7 701 234 56 78, please" })).toBe("taken");
    expect((await market.words())?.at(-1)).toBe("Call me on •••, please");
    const bids = [{ bidId: market.bidId, reason: "Known to us" }];
    done(await market.run(awardBids, market.actors.buyer, { dealId: market.dealId, bids }));
    expect((await market.words())?.at(-1)).toContain("+7 701 234 56 78");
  });

  test("of more than a file of the largest size is refused, and nothing of it is kept", async () => {
    const market = await mailedMarket();
    const content = Buffer.alloc(23_000_000, "a\n");
    expect(await market.reply({ attachments: [{ filename: "large.txt", content }] })).toBe(552);
    expect(await market.words()).toHaveLength(1);
  });

  test("comes no more often than somebody writes", async () => {
    const market = await mailedMarket();
    const answers: (string | number)[] = [];
    for (let count = 0; count < 32; count++) answers.push(await market.reply({ text: `Line ${count}` }));
    expect(answers.at(-1)).toBe(450);
  });
});
