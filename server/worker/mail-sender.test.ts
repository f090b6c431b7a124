import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { orderMarket } from "@/test/order-market";
import * as outbox from "../../db/outbox";
import { listMails, queueMails } from "../../db/repositories/notices";
import { mails } from "../../db/schema/notices";
import { deals } from "../../db/schema/deals";
import type { DomainEvent } from "../../domain/notices/events";
import { DAY_MS } from "../../domain/shared/time";
import { openPost } from "../platform/process/mail";
import { readStopToken } from "../notices/stop-token";
import { mailRound, relayRound } from "./relay";

type Caught = { readonly mail: ParsedMail; readonly recipients: string[] };

/** A real SMTP server on a free port that keeps what it is given, or refuses it. */
async function catcher(isRefusing: () => boolean = () => false) {
  const caught: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        if (isRefusing()) return done(new Error("mailbox full"));
        caught.push({ mail, recipients: session.envelope.rcptTo.map(({ address }) => address) });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const post = openPost(`smtp://127.0.0.1:${port}`, "https://market.example");
  if (!post) throw new Error("a post opens where there is an address");
  onTestFinished(async () => {
    post.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  return { caught, post };
}

const HOSTILE = "Lin\r\nBcc: spy@evil.example\r\n\r\nHello, <script>alert(1)</script> {reader} “, ; 林";

async function deliveredOrder(names: Record<string, string> = {}, title = "Solar inverters") {
  const market = await orderMarket({}, names);
  await market.database.write((tx) => tx.update(deals).set({ title }).returning({ id: deals.id }));
  const [deal] = await market.database.read.select({ id: deals.id }).from(deals);
  const facts = {
    orderId: market.orderId,
    reference: "KO-2611-7F3K2Q",
    dealId: deal?.id ?? "",
    service: "logistics",
    buyerOrganisationId: "buyer",
    providerOrganisationId: "provider",
  } as const;
  const happened: DomainEvent[] = [
    { type: "order.milestone_reported", code: "delivered", state: "delivered", ...facts },
    { type: "order.cancelled", reason: "one\r\ntwo\u2028three", ...facts },
  ];
  await market.database.write((tx) =>
    outbox.append(
      tx,
      happened.map((event) => ({ id: market.on.newId(), event, occurredAt: market.now() })),
    ),
  );
  await relayRound(market.on);
  return market;
}

test("each reader gets the mail in their own language, with one link to the page concerned, and one that stops its like where it can be stopped", async () => {
  const market = await deliveredOrder();
  const { caught, post } = await catcher();
  await mailRound(market.on, post);
  const byReader = new Map(caught.map(({ mail, recipients }) => [recipients.join(), mail]));
  expect([...byReader.keys()].sort()).toEqual(["aigul@example.com", "lin@example.com", "timur@example.com"]);
  const zh = byReader.get("lin@example.com");
  expect(zh?.subject).toBe("请验收：物流，订单 KO-2611-7F3K2Q");
  expect(zh?.text).toContain("林美华，您好：");
  expect(zh?.headers.get("content-language")).toBe("zh-CN");
  const en = byReader.get("aigul@example.com");
  expect(en?.subject).toBe("Called off: Logistics, order KO-2611-7F3K2Q");
  expect(en?.text).toContain("Reason given: one two three");
  for (const mail of byReader.values()) {
    const locale = String(mail.headers.get("content-language"));
    const [page, stop, ...more] = mail.text?.match(/https?:\/\/\S+/g) ?? [];
    expect([page, more]).toEqual([`https://market.example/${locale}/orders/${market.orderId}`, []]);
    // A delivery counts as accepted where nobody acts: its mail cannot be stopped.
    if (mail === zh) {
      expect(stop).toBeUndefined();
      expect(mail.headers.get("list")).toBeUndefined();
      continue;
    }
    const token = stop?.replace(`https://market.example/${locale}/stop-mails/`, "");
    expect(readStopToken(token ?? "")).toMatchObject({ what: "order_steps" });
    expect(mail.headers.get("list")).toMatchObject({
      unsubscribe: { url: `https://market.example/api/stop-mails/${token}` },
      "unsubscribe-post": { name: "List-Unsubscribe=One-Click" },
    });
  }
  for (const mail of byReader.values()) {
    expect(mail.html).toBe(false);
    expect(mail.from?.value).toEqual([{ name: "Kouan", address: "no-reply@market.example" }]);
  }
});

test("names and titles that try to be headers reach one recipient each and stay text", async () => {
  const market = await deliveredOrder({ lin: HOSTILE, aigul: HOSTILE }, `Goods\r\nBcc: spy@evil.example`);
  const { caught, post } = await catcher();
  await mailRound(market.on, post);
  expect(caught).toHaveLength(3);
  for (const { mail, recipients } of caught) {
    expect(recipients).toHaveLength(1);
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.get("bcc")).toBeUndefined();
    expect(mail.text).not.toMatch(/^Bcc:/m);
  }
});

test.each([
  "a@x.example\r\nRCPT TO:<spy@evil.example>",
  "a@x.example, spy@evil.example",
  "<spy@evil.example> a@x.example",
])("an address that is several is no second recipient: %j", async (to) => {
  const market = await orderMarket();
  const { caught, post } = await catcher();
  await market.database.write((tx) =>
    queueMails(tx, [
      {
        id: "m",
        messageId: "m.u",
        to,
        subject: "Hello\r\nBcc: spy@evil.example",
        body: "text",
        locale: "en",
        now: market.now(),
      },
    ]),
  );
  await mailRound(market.on, post);
  expect(caught.flatMap(({ recipients }) => recipients).filter((address) => address === "spy@evil.example")).toEqual(
    [],
  );
});

test("a mail that is sent again after a crash bears the same Message-ID, and a queued one is queued once", async () => {
  const market = await orderMarket();
  const { caught, post } = await catcher();
  const letter = {
    messageId: "event.lin",
    to: "lin@example.com",
    subject: "s",
    body: "b",
    locale: "en",
    now: market.now(),
  };
  await market.database.write(async (tx) => {
    await queueMails(tx, [{ id: "m1", ...letter }]);
    await queueMails(tx, [{ id: "m2", ...letter }]);
  });
  await mailRound(market.on, post);
  await market.database.write((tx) => tx.update(mails).set({ sentAt: null, nextAttemptAt: market.now() }).returning());
  await mailRound(market.on, post);
  expect(caught.map(({ mail }) => mail.messageId)).toEqual([
    "<event.lin@market.example>",
    "<event.lin@market.example>",
  ]);
});

test("a refused mail is tried ten times, ever later, and then given up; a sent one loses its text", async () => {
  const market = await deliveredOrder();
  let isFull = true;
  const { caught, post } = await catcher(() => isFull);
  await mailRound(market.on, post);
  const waiting = await listMails(market.database.read, { beforeId: null, limit: 10 });
  expect(waiting).toHaveLength(3);
  expect(
    waiting.every(
      (mail) => mail.sentAt === null && mail.attempts === 1 && mail.nextAttemptAt === market.now() + 60_000,
    ),
  ).toBe(true);
  isFull = false;
  await mailRound(market.on, post);
  expect(caught).toHaveLength(0);
  market.wait(60_000);
  await mailRound(market.on, post);
  expect(caught).toHaveLength(3);
  const sent = await listMails(market.database.read, { beforeId: null, limit: 10 });
  expect(sent.map(({ body, sentAt }) => [body, sentAt])).toEqual(sent.map(() => ["", market.now()]));
  expect(sent).toHaveLength(3);
});

test("after ten tries a mail is given up", async () => {
  const market = await deliveredOrder();
  const { caught, post } = await catcher(() => true);
  for (let time = 0; time < 13; time++) {
    await mailRound(market.on, post);
    market.wait(DAY_MS);
  }
  const kept = await listMails(market.database.read, { beforeId: null, limit: 10 });
  expect(
    kept.map(({ attempts, isDead, lastError }) => [attempts, isDead, /mailbox full/.test(lastError ?? "")]),
  ).toEqual(kept.map(() => [10, true, true]));
  expect(caught).toHaveLength(0);
});

test("two senders side by side send each mail once", async () => {
  const market = await deliveredOrder();
  const { caught, post } = await catcher();
  await Promise.all([mailRound(market.on, post), mailRound(market.on, post), mailRound(market.on, post)]);
  expect(caught).toHaveLength(3);
});

test("without a mail server no mail leaves", () => {
  expect(openPost("", "http://127.0.0.1:3000")).toBeNull();
});
