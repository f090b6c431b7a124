import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket, draft, PASSWORD, valueOf, visitor } from "@/test/account-market";
import { demoUsers, sessions, users } from "../../../../db/schema/accounts";
import { auditEntries } from "../../../../db/schema/platform";
import { DAY_MS, HOUR_MS } from "../../../../domain/shared/instant";
import { hashPassword } from "../../../platform/identity/password";
import { sessionBehind } from "../../../platform/identity/session";
import { hashOf } from "../../../platform/identity/token-hash";
import { endSession } from "../person/end-session";
import { enterDemo } from "./enter-demo";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import { signUp } from "./sign-up";

const refusedAs = (code: string) => ({ kind: "refused", refusal: { code } });

test("the right password opens a session, whatever the case of the address; nothing of the secret id is kept", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const id = await market.signInAs(" LIN@Lin.example ");
  expect(await sessionBehind(id)).toMatchObject({ userName: "lin", actor: { userId: lin.userId } });
  const rows = JSON.stringify(await market.database.read.select().from(sessions));
  expect(rows).not.toContain(id);
  expect(rows).toContain(hashOf(id));
});

test("an unknown address and a wrong password are one answer, after about as much work", async () => {
  const market = await accountMarket();
  // A name of its own: tries at an account are counted across the tests of a process.
  await market.person("timed");
  // The processor's time, whose sum is exact where its parts are guessed: what else the machine does meanwhile is not in it.
  const work = async (email: string) => {
    const times: number[] = [];
    for (let round = 0; round < 6; round++) {
      const from = process.cpuUsage();
      expect((await market.trySignIn(email, "not the password")).outcome).toEqual(refusedAs("wrong_credentials"));
      const { user, system } = process.cpuUsage(from);
      times.push(user + system);
    }
    return Math.min(...times);
  };
  const known = await work("timed@timed.example");
  const unknown = await work("nobody@nowhere.example");
  // Without the check against nobody's hash it would be a hundredth.
  expect(unknown).toBeGreaterThan(known * 0.4);
  expect(known).toBeGreaterThan(unknown * 0.4);
});

test("after ten tries at an account there is a wait, also for the right password, and for that account alone", async () => {
  const market = await accountMarket();
  await market.person("guessed");
  await market.person("other");
  for (let round = 0; round < 10; round++) await market.trySignIn("guessed@guessed.example", `guess number ${round}`);
  const late = await market.trySignIn("Guessed@guessed.example", PASSWORD);
  expect(late.outcome).toMatchObject({ kind: "refused", refusal: { code: "too_many_requests" } });
  expect(await sessionBehind(late.id)).toBeNull();
  await market.signInAs("other@other.example");
});

test("a password that was changed after it was checked opens nothing", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const newHash = await hashPassword("another gate entirely");
  await market.database.write((tx) => tx.update(users).set({ passwordHash: newHash }).where(eq(users.id, lin.userId)));
  const { id, session } = draft();
  const input = { email: lin.email, provenHash: market.passwordHash, session };
  expect(await market.runAs(visitor, signIn, input)).toEqual(refusedAs("wrong_credentials"));
  expect(await sessionBehind(id)).toBeNull();
});

test("an account that was made without a password is opened by none", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  await market.database.write((tx) => tx.update(users).set({ passwordHash: "" }).where(eq(users.id, lin.userId)));
  for (const password of ["", PASSWORD]) {
    expect((await market.trySignIn(lin.email, password)).outcome).toEqual(refusedAs("wrong_credentials"));
  }
});

test("the session's id changes with each sign-in and the one before ends", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const { id, session } = draft();
  const input = { email: lin.email, provenHash: market.passwordHash };
  valueOf(
    await market.runAs(visitor, signIn, { ...input, session: { ...session, endsIdHash: hashOf(lin.sessionId) } }),
  );
  expect(await sessionBehind(lin.sessionId)).toBeNull();
  expect(await sessionBehind(id)).not.toBeNull();
});

test("a session ends with sign-out, after a week without use, and after thirty days of use", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  const idle = await market.signInAs(lin.email);
  valueOf(await market.runAs(visitor, signOut, { idHash: hashOf(lin.sessionId) }));
  expect(await sessionBehind(lin.sessionId)).toBeNull();
  const used = await market.signInAs(lin.email);
  for (let day = 0; day < 6; day++) {
    market.wait(DAY_MS);
    expect(await sessionBehind(used)).not.toBeNull();
  }
  market.wait(DAY_MS);
  expect(await sessionBehind(idle)).toBeNull();
  for (let day = 7; day < 30; day++) {
    expect(await sessionBehind(used)).not.toBeNull();
    market.wait(DAY_MS - HOUR_MS / 24);
  }
  market.wait(DAY_MS);
  expect(await sessionBehind(used)).toBeNull();
});

test("nobody ends a session of another person", async () => {
  const market = await accountMarket();
  const [lin, wei] = [await market.person("lin"), await market.person("wei")];
  const outcome = await market.runBy(wei.sessionId, endSession, { idHash: hashOf(lin.sessionId) });
  expect(outcome).toEqual(refusedAs("not_found"));
  expect(await sessionBehind(lin.sessionId)).not.toBeNull();
  valueOf(await market.runBy(lin.sessionId, endSession, { idHash: hashOf(lin.sessionId) }));
  expect(await sessionBehind(lin.sessionId)).toBeNull();
});

test("an address makes one account, however it is written", async () => {
  const market = await accountMarket();
  await market.person("lin");
  const typed = { name: "Lin", locale: "en", timeZone: "UTC", passwordHash: "h", session: draft().session };
  for (const email of ["lin@lin.example", "LIN@LIN.EXAMPLE", "lin\uFF20lin.example"]) {
    expect(await market.runAs(visitor, signUp, { ...typed, email })).toEqual(refusedAs("email_taken"));
  }
});

test.each([
  ["name", ""],
  ["name", "x".repeat(81)],
  ["name", "Lin\r\nBcc: all@example.com"],
  ["name", "‮niL"],
  ["name", "12345"],
  ["email", "lin"],
  ["email", `${"x".repeat(250)}@example.com`],
  ["email", "lin@example.com\nBcc: x@example.com"],
  ["email", "<script>@example.com"],
  ["locale", "tlh"],
  ["timeZone", "Mars/Olympus"],
  ["role", "administrator"],
])("sign-up answers a hostile %s %j at its field", async (field, value) => {
  const market = await accountMarket();
  const good = {
    name: "Lin",
    email: "lin@lin.example",
    locale: "en",
    timeZone: "UTC",
    passwordHash: "h",
    session: draft().session,
  };
  const outcome = await market.runAs(visitor, signUp, { ...good, [field]: value });
  expect(outcome.kind).toBe("malformed");
  const issue = outcome.kind === "malformed" ? outcome.issues[0] : undefined;
  expect(issue?.code === "unrecognized_keys" ? issue.keys : issue?.path).toEqual([field]);
  expect(await market.database.read.select().from(users)).toEqual([]);
});

test("outside the demo market nobody enters with one click, even where the table names them", async () => {
  const market = await accountMarket();
  const lin = await market.person("lin");
  await market.database.write((tx) =>
    tx.insert(demoUsers).values({ handle: "buyer", userId: lin.userId, isShown: true }),
  );
  const { id, session } = draft();
  expect(await market.runAs(visitor, enterDemo, { handle: "buyer", session })).toEqual(refusedAs("not_found"));
  expect(await sessionBehind(id)).toBeNull();
});

test("a failed sign-in stands in the audit log, without the address or the password", async () => {
  const market = await accountMarket();
  await market.person("lin");
  await market.trySignIn("lin@lin.example", "not the password");
  const entries = await market.database.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.command, "accounts.sign-in"));
  expect(entries).toMatchObject([{ outcome: "wrong_credentials" }]);
  expect(JSON.stringify(entries)).not.toMatch(/lin@|not the password/);
});
