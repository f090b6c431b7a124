import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket, NOWHERE, PASSWORD, valueOf, visitor } from "@/test/account-market";
import { users } from "@/db/schema/accounts";
import { mails, outbox } from "@/db/schema/notices";
import { DAY_MS, MINUTE_MS } from "@/domain/shared/time";
import { checkCredentials, hashPassword } from "../platform/identity/credentials";
import { sessionBehind } from "../platform/identity/session";
import { hashOf } from "../platform/identity/tokens";
import { changeProfile, suspendUser } from "./user";
import { personOf } from "./queries";
import { askReset, changePassword, resetPassword } from "./members";
import { askVerification, verifyEmail } from "./email-verification";

type Market = Awaited<ReturnType<typeof accountMarket>>;

const NEW = "the gate opens at dawn";
const expired = { kind: "refused", refusal: { code: "link_expired" } };

async function askedLink(market: Market, email: string): Promise<string> {
  valueOf(await market.runAs(visitor, askReset, { email }));
  return market.linkIn(await market.mailTo(email));
}

const reset = async (market: Market, token: string) =>
  market.runAs(visitor, resetPassword, { token, passwordHash: await hashPassword(NEW) });

test("the mailed link sets a new password once, ends every session and confirms the address", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const token = await askedLink(market, lin.email);
  expect(await reset(market, token)).toMatchObject({ kind: "done" });
  expect(await sessionBehind(lin.sessionId)).toBeNull();
  expect((await market.trySignIn(lin.email, PASSWORD)).outcome).toMatchObject({ kind: "refused" });
  const { id, outcome } = await market.trySignIn(lin.email, NEW);
  expect(outcome).toMatchObject({ kind: "done" });
  expect(await sessionBehind(id)).toMatchObject({ isEmailVerified: true });
  expect(await reset(market, token)).toEqual(expired);
});

test("a reset link dies after thirty minutes, with the next one, and is good for its purpose alone", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const first = await askedLink(market, lin.email);
  const second = await askedLink(market, lin.email);
  expect(await reset(market, first)).toEqual(expired);
  expect(await market.runAs(visitor, verifyEmail, { token: second })).toEqual(expired);
  market.wait(30 * MINUTE_MS);
  expect(await reset(market, second)).toEqual(expired);
  expect(await reset(market, "x".repeat(43))).toEqual(expired);
});

test("a link of one person changes nothing of another", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.person("lin"), await market.person("wei")];
  valueOf(await reset(market, await askedLink(market, lin.email)));
  expect(await sessionBehind(wei.sessionId)).not.toBeNull();
  await market.signInAs(wei.email);
});

test("the link is not in the database but as a hash, once the mail is sent, and not in the event", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const token = await askedLink(market, lin.email);
  const events = await market.database.read.select().from(outbox);
  expect(events.map((row) => row.event.type)).toContain("user.reset_asked");
  expect(JSON.stringify(events)).not.toContain(token);
});

test("an unknown address gets the same answer, and no mail", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const known = await market.runAs(visitor, askReset, { email: lin.email });
  const unknown = await market.runAs(visitor, askReset, { email: "nobody@nowhere.example" });
  expect(unknown).toEqual(known);
  const sent = await market.database.read.select().from(mails).where(eq(mails.toAddress, "nobody@nowhere.example"));
  expect(sent).toEqual([]);
});

test("who is suspended gets no link, and one that was sent before opens nothing", async () => {
  const market = await accountMarket();
  const [lin, admin] = [await market.person("lin"), await market.administrator("wang")];
  const token = await askedLink(market, lin.email);
  valueOf(await market.runBy(admin.sessionId, suspendUser, { userId: lin.userId, reason: "fraud" }));
  expect(await reset(market, token)).toEqual(expired);
});

test("another password needs the present one, and ends the other sessions and the links that were mailed before", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.person("lin"), await market.person("wei")];
  const [mailed, ofAnother] = [await askedLink(market, lin.email), await askedLink(market, wei.email)];
  const other = await market.signInAs(lin.email);
  const change = async (password: string) => {
    const checked = await checkCredentials({ email: lin.email, password }, NOWHERE, market.on);
    const provenHash = checked.ok ? checked.value.provenHash : null;
    const input = { provenHash, passwordHash: await hashPassword(NEW), keepsIdHash: hashOf(lin.sessionId) };
    return market.runBy(lin.sessionId, changePassword, input);
  };
  expect(await change("not the password")).toMatchObject({ kind: "refused", refusal: { code: "password_wrong" } });
  expect(await sessionBehind(other)).not.toBeNull();
  valueOf(await change(PASSWORD));
  expect(await sessionBehind(other)).toBeNull();
  expect(await sessionBehind(lin.sessionId)).not.toBeNull();
  expect(await market.mailTo(lin.email)).toContain("was changed");
  expect(await reset(market, mailed)).toEqual(expired);
  expect(await sessionBehind(wei.sessionId)).not.toBeNull();
  expect(await reset(market, ofAnother)).toMatchObject({ kind: "done" });
});

test("an address is confirmed by its link, within a day, once", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  // Who signed in before addresses had to be confirmed for it may still be in.
  await market.database.write((tx) => tx.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, lin.userId)));
  const early = market.linkIn(await market.mailTo(lin.email));
  valueOf(await market.runBy(lin.sessionId, askVerification, {}));
  const token = market.linkIn(await market.mailTo(lin.email));
  // A link for something else ends none of these.
  await askedLink(market, lin.email);
  expect(await market.runAs(visitor, verifyEmail, { token: early })).toEqual(expired);
  const other = await market.newcomer("mei");
  valueOf(await market.runAs(visitor, verifyEmail, { token }));
  expect(await market.runAs(visitor, verifyEmail, { token })).toEqual(expired);
  const unproven = { kind: "refused", refusal: { code: "wrong_credentials" } };
  expect((await market.trySignIn(other.email, PASSWORD)).outcome).toEqual(unproven);
  const [row] = await market.database.read.select().from(users).where(eq(users.id, lin.userId));
  expect(row?.emailVerifiedAt).not.toBeNull();
  market.wait(DAY_MS);
  expect(await market.runAs(visitor, verifyEmail, { token })).toEqual(expired);
});

test("a password is kept as argon2id with 19 MiB, two passes and one lane", async () => {
  expect(await hashPassword(PASSWORD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a person's name, language and time zone are their own to change, and change nobody else's", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.person("lin"), await market.person("wei")];
  valueOf(
    await market.runBy(lin.sessionId, changeProfile, { name: "Lin M", locale: "zh-CN", timeZone: "Asia/Almaty" }),
  );
  const shown = async ({ sessionId }: { sessionId: string }) => {
    const actor = (await sessionBehind(sessionId))?.actor;
    return actor && personOf(market.database.read, actor);
  };
  const changed = { name: "Lin M", email: lin.email, locale: "zh-CN", timeZone: "Asia/Almaty", isEmailVerified: true };
  expect(await shown(lin)).toEqual(changed);
  expect(await shown(wei)).toMatchObject({ name: "wei", locale: "en", timeZone: "Asia/Shanghai" });
  expect(await market.runAs(visitor, changeProfile, changed)).toMatchObject({ refusal: { code: "sign_in_needed" } });
});
