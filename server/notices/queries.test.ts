import { expect, test } from "vitest";
import { actorOf, orderMarket, visitor } from "@/test/order-market";
import { markSent, markUnsent, queueMails } from "@/db/repositories/notices";
import { mintActor } from "../platform/identity/mint-actor";
import { keptMails, mayReadMailbox } from "./queries";

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
  await database.write((tx) => queueMails(tx, [{ id: "m", now: now(), ...letter }]));
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

test("The mailbox shows the newest mails first, page by page, each as it stands: sent, given up, waiting, or kept where none are sent.", async () => {
  const { database, now } = await orderMarket();
  const letter = { to: "lin@example.com", subject: "S", body: "b", locale: "en", now: now() };
  await database.write(async (tx) => {
    for (const id of ["m1", "m2", "m3"]) await queueMails(tx, [{ id, messageId: `${id}.u`, ...letter }]);
    await markSent(tx, "m2", now());
    await markUnsent(tx, "m1", { error: "full", retryAt: now(), isDead: true });
  });
  const page = async (cursor: string | null, limit: number, SMTP_URL = "smtp://x") => {
    const env = { KOUAN_ENV: "production", HOST: "0.0.0.0", SMTP_URL } as const;
    const found = await keptMails(database.read, administrator, { cursor, limit, env });
    return [found?.items.map(({ id, state }) => `${id} ${state}`), found?.nextCursor];
  };
  expect(await page(null, 2)).toEqual([["m3 waiting", "m2 sent"], "m2"]);
  expect(await page("m2", 2)).toEqual([["m1 dead"], null]);
  expect(await page(null, 3, "")).toEqual([["m3 kept", "m2 sent", "m1 dead"], null]);
});
