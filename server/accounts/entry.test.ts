import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountMarket, draft, PASSWORD, valueOf, visitor } from "@/test/account-market";
import { demoUsers, sessions, users } from "../../db/schema/accounts";
import { mails } from "../../db/schema/notices";
import { auditEntries } from "../../db/schema/platform";
import { DAY_MS, HOUR_MS } from "../../domain/shared/time";
import { takeMail, takeSignIn, type Whence, withKnownDevice } from "../platform/identity/attempts";
import { hashPassword } from "../platform/identity/credentials";
import { sessionBehind } from "../platform/identity/session";
import { hashOf } from "../platform/identity/tokens";
import { newId } from "../platform/platform";
import { askReset, resetPassword } from "./members";
import { endSession, enterDemo, signIn, signOut, signUp } from "./sign-in";
import { verifyEmail } from "./email-verification";

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

const from = (ip: string, device: string | null = null) => ({ ip: `${ip} ${newId()}`, device });

async function guess(market: Awaited<ReturnType<typeof accountMarket>>, email: string, tries: number, whence: Whence) {
  for (let round = 0; round < tries; round++) await market.trySignIn(email, `guess number ${round}`, whence);
}

const waits = { kind: "refused", refusal: { code: "too_many_requests" } };

test("After ten tries at an account from one address there is a wait there, also for the right password, and nowhere else.", async () => {
  const market = await accountMarket();
  await market.person("guessed");
  await market.person("other");
  const [stranger, owner] = [from("stranger"), from("owner")];
  await guess(market, "guessed@guessed.example", 10, stranger);
  const late = await market.trySignIn("Guessed@guessed.example", PASSWORD, stranger);
  expect(late.outcome).toMatchObject(waits);
  expect(await sessionBehind(late.id)).toBeNull();
  expect((await market.trySignIn("other@other.example", PASSWORD, stranger)).outcome.kind).toBe("done");
  expect((await market.trySignIn("guessed@guessed.example", PASSWORD, owner)).outcome.kind).toBe("done");
});

test("Many addresses together get a wait too, and a device that signed in to the account before does not.", async () => {
  const market = await accountMarket();
  const { email } = await market.person("besieged");
  const device = withKnownDevice(null, email);
  const take = async (whence: Whence) => (await takeSignIn(email, whence)) > 0;
  for (let address = 0; address < 20; address++) {
    const whence = from(`address ${address}`);
    for (let round = 0; round < 10; round++) expect(await take(whence)).toBe(false);
  }
  const unknown = from("owner, elsewhere");
  expect((await market.trySignIn(email, PASSWORD, unknown)).outcome).toMatchObject(waits);
  const foreign = withKnownDevice(null, "somebody@else.example");
  expect((await market.trySignIn(email, PASSWORD, from("forger", foreign))).outcome).toMatchObject(waits);
  const known = { ...unknown, device };
  expect((await market.trySignIn(email, PASSWORD, known)).outcome.kind).toBe("done");
});

test("A known device has its own tries: ten of them, and whoever holds its cookie takes them from nobody else.", async () => {
  const market = await accountMarket();
  const { email } = await market.person("carried");
  const [stolen, other] = [withKnownDevice(null, email), withKnownDevice(null, email)];
  await guess(market, email, 10, from("thief", stolen));
  expect((await market.trySignIn(email, PASSWORD, from("thief, elsewhere", stolen))).outcome).toMatchObject(waits);
  expect((await market.trySignIn(email, PASSWORD, from("owner", other))).outcome.kind).toBe("done");
});

test("One address cannot use up the tries of all others at an account.", async () => {
  const email = `${newId()}@a.example`;
  const stranger = from("stranger");
  for (let round = 0; round < 500; round++) await takeSignIn(email, stranger);
  expect(await takeSignIn(email, from("owner"))).toBe(0);
});

test("Mails are counted in the same way: nobody uses up the mails of another, and an address without an account is counted alike.", async () => {
  for (const email of [`${newId()}@a.example`, `${newId()}@nowhere.example`]) {
    const stranger = from("stranger");
    for (let round = 0; round < 5; round++) expect(await takeMail(email, stranger)).toBe(0);
    for (let round = 0; round < 50; round++) expect(await takeMail(email, stranger)).toBeGreaterThan(0);
    expect(await takeMail(email, from("owner"))).toBe(0);
    for (let address = 0; address < 20; address++) await takeMail(email, from(`address ${address}`));
    expect(await takeMail(email, from("owner, elsewhere"))).toBeGreaterThan(0);
    expect(await takeMail(email, from("owner", withKnownDevice(null, email)))).toBe(0);
  }
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

test("An address makes one account, however it is written, and whoever signs up with it again is answered as the first time.", async () => {
  const market = await accountMarket();
  const { email, userId } = await market.person("lin");
  const typed = { name: "Not Lin", locale: "zh-CN", timeZone: "UTC", passwordHash: "h", next: "", isMailSpent: false };
  const first = await market.runAs(visitor, signUp, { ...typed, email: "new@new.example" });
  for (const again of [email, "LIN@LIN.EXAMPLE", "lin\uFF20lin.example"]) {
    expect(await market.runAs(visitor, signUp, { ...typed, email: again })).toEqual(first);
  }
  const [row] = await market.database.read.select().from(users).where(eq(users.email, email));
  expect(row).toMatchObject({ id: userId, name: "lin", passwordHash: market.passwordHash });
});

test("The owner of an address hears by mail, in their own language, that somebody signed up with it, with a way to sign in and nothing that works by itself.", async () => {
  const market = await accountMarket();
  const { email } = await market.person("lin");
  await market.newcomer("Not Lin", email, { locale: "zh-CN" });
  const mail = await market.mailTo(email);
  expect(mail).toContain("tried to make an account");
  expect(mail).toContain("/en/reset-password\n");
  expect(mail).not.toMatch(/token=|Not Lin/);
  await market.newcomer("Not Lin", email, { isMailSpent: true });
  const sent = await market.database.read.select().from(mails).where(eq(mails.toAddress, email));
  expect(sent.filter(({ body }) => body.includes("tried to make an account"))).toHaveLength(1);
});

test("Whoever signs up is in once the mailed link was opened, and until then the right password is answered as a wrong one.", async () => {
  const market = await accountMarket();
  const { email } = await market.newcomer("wei", undefined, { next: "/join/abc?x=1" });
  expect((await market.trySignIn(email, PASSWORD)).outcome).toEqual(refusedAs("wrong_credentials"));
  const mail = await market.mailTo(email);
  expect(mail).toMatch(/\/en\/verify-email\?token=[\w-]{43}&next=%2Fjoin%2Fabc%3Fx%3D1\n/);
  valueOf(await market.runAs(visitor, verifyEmail, { token: market.linkIn(mail) }));
  expect((await market.trySignIn(email, PASSWORD)).outcome.kind).toBe("done");
});

test("Whoever opens the link in the browser in which they signed up is in at once, once; a link that confirms nothing new lets nobody in.", async () => {
  const market = await accountMarket();
  const { email } = await market.newcomer("wei");
  const token = market.linkIn(await market.mailTo(email));
  const first = draft();
  const confirmed = valueOf(await market.runAs(visitor, verifyEmail, { token, session: first.session }));
  expect(confirmed.isIn).toBe(true);
  expect((await sessionBehind(first.id))?.email).toBe(email);

  const { email: askar } = await market.newcomer("askar");
  const alone = market.linkIn(await market.mailTo(askar));
  expect(valueOf(await market.runAs(visitor, verifyEmail, { token: alone })).isIn).toBe(false);

  const second = draft();
  const again = await market.runAs(visitor, verifyEmail, { token, session: second.session });
  expect(again).toEqual(refusedAs("link_expired"));
  expect(await sessionBehind(second.id)).toBeNull();
});

test("Somebody else's sign-up with an address does not keep its owner out: the way to a new password confirms it.", async () => {
  const market = await accountMarket();
  const { email } = await market.newcomer("stranger", "owner@owner.example");
  await market.newcomer("owner", email);
  valueOf(await market.runAs(visitor, askReset, { email }));
  const passwordHash = await hashPassword("the owner's own words");
  valueOf(
    await market.runAs(visitor, resetPassword, { token: market.linkIn(await market.mailTo(email)), passwordHash }),
  );
  expect((await market.trySignIn(email, PASSWORD)).outcome).toEqual(refusedAs("wrong_credentials"));
  expect((await market.trySignIn(email, "the owner's own words")).outcome.kind).toBe("done");
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "The link of a sign-up leads to no other site, such as %s.",
  async (next) => {
    const market = await accountMarket();
    const { email } = await market.newcomer("wei", undefined, { next });
    expect(await market.mailTo(email)).toMatch(/token=[\w-]{43}\n/);
  },
);

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
    next: "",
    isMailSpent: false,
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
  expect(entries).toMatchObject([{ outcome: "done" }, { outcome: "wrong_credentials" }]);
  expect(JSON.stringify(entries)).not.toMatch(/lin@|not the password/);
});
