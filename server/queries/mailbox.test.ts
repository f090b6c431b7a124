import { expect, test } from "vitest";
import { actorOf, orderMarket, visitor } from "@/test/order-market";
import { queueMail } from "@/db/repositories/mails";
import { mintActor } from "../platform/identity/mint-actor";
import { keptMails, mayReadMailbox } from "./mailbox";

const administrator = mintActor({
  kind: "user",
  userId: "stranger",
  organisationId: "elsewhere",
  role: "administrator",
});

test.each([
  ["demo", "127.0.0.1", true],
  ["demo", "127.0.0.53", true],
  ["demo", "::1", true],
  ["demo", "[::1]", true],
  ["demo", "localhost", true],
  ["demo", "0.0.0.0", false],
  ["demo", "::", false],
  ["demo", "192.168.1.20", false],
  ["demo", "127.0.0.1.example.com", false],
  ["demo", "market.example", false],
  ["production", "127.0.0.1", false],
  ["development", "127.0.0.1", false],
] as const)(
  "in a %s that listens on %s it is there for visitors: %s; for administrators always",
  (KOUAN_ENV, HOST, isThere) => {
    for (const actor of [visitor, actorOf("lin"), actorOf("aigul")])
      expect(mayReadMailbox(actor, { KOUAN_ENV, HOST })).toBe(isThere);
    expect(mayReadMailbox(administrator, { KOUAN_ENV, HOST })).toBe(true);
  },
);

test("outside of a demo an administrator reads who was written to, and no text with its link", async () => {
  const { database, now } = await orderMarket();
  const letter = { messageId: "m.u", to: "lin@example.com", subject: "Reset", body: "the link", locale: "en" };
  await database.write((tx) => queueMail(tx, { id: "m", now: now(), ...letter }));
  const read = (actor: typeof visitor, KOUAN_ENV: "demo" | "production") =>
    keptMails(database.read, actor, {
      cursor: null,
      limit: 5,
      env: { KOUAN_ENV, HOST: "0.0.0.0", SMTP_URL: "smtp://x" },
    });
  expect(await read(visitor, "demo")).toBeNull();
  expect((await read(administrator, "demo"))?.items).toMatchObject([{ to: "lin@example.com", body: "the link" }]);
  expect(await read(visitor, "production")).toBeNull();
  const [mail] = (await read(administrator, "production"))?.items ?? [];
  expect(mail).toMatchObject({ to: "lin@example.com", subject: "Reset", body: "", state: "waiting" });
});
