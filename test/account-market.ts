import { eq } from "drizzle-orm";
import { mails } from "../db/schema/notices";
import type { Role } from "../domain/access/policy";
import { type Instant, instant } from "../domain/shared/time";
import { signIn, signUp } from "../server/accounts/sign-in";
import { acceptInvitation, inviteMember } from "../server/accounts/members";
import { createOrganisation } from "../server/catalogue/create-organisation";
import { foundPlatform } from "../server/accounts/found-platform";
import { verifyEmail } from "../server/accounts/email-verification";
import type { Command } from "../server/platform/command";
import type { Whence } from "../server/platform/identity/attempts";
import { checkCredentials, hashPassword } from "../server/platform/identity/credentials";
import { execute, type Outcome } from "../server/platform/execute";
import { mintActor } from "../server/platform/identity/mint-actor";
import { newId, platformOver, usePlatform } from "../server/platform/platform";
import { sessionBehind } from "../server/platform/identity/session";
import { hashOf } from "../server/platform/identity/tokens";
import { freshDatabase } from "./database";

export const PASSWORD = "nine wagons at the gate";
export const NOWHERE = { ip: null, device: null };
const REGISTRATIONS = ["91330782MY52572988", "91330782MY48419004", "91440106MY9649475U", "91370202MY7813171M"];

export const visitor = mintActor({ kind: "anonymous" });
export const draft = (id = newId()) => ({
  id,
  session: { idHash: hashOf(id), endsIdHash: null, ip: null, userAgent: null },
});

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== "done") throw new Error(`Expected done, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** A market of accounts: people sign up and in through the product's own commands; the clock is the test's. */
export async function accountMarket() {
  const database = await freshDatabase();
  let now: Instant = instant(Date.parse("2026-11-24T02:00:00Z"));
  const on = platformOver(database, () => now);
  usePlatform(on);
  // Slow on purpose, so once for all people of a test.
  const passwordHash = await hashPassword(PASSWORD);
  let entered = 0;

  // Each call from an address of its own: what one address may do is counted across the tests of a process.
  const runAs = <I, O>(actor: Parameters<typeof execute>[1]["actor"], command: Command<I, O>, input: unknown) =>
    execute(command, { actor, input, origin: { ip: `caller ${newId()}`, requestId: null } }, on);

  async function actorOf(sessionId: string) {
    const session = await sessionBehind(sessionId);
    return session?.actor ?? visitor;
  }

  /** Somebody who signed up and has not opened the mailed link. */
  async function newcomer(name: string, email = `${name}@${name}.example`, typed: object = {}) {
    const who = { name, email, locale: "en", timeZone: "Asia/Shanghai", passwordHash, next: "", isMailSpent: false };
    valueOf(await runAs(visitor, signUp, { ...who, ...typed }));
    return { email };
  }

  /** Somebody who signed up, opened the mailed link and signed in. */
  async function person(name: string) {
    const { email } = await newcomer(name);
    valueOf(await runAs(visitor, verifyEmail, { token: linkIn(await mailTo(email)) }));
    const { id: sessionId, session } = draft();
    const { userId } = valueOf(await runAs(visitor, signIn, { email, provenHash: passwordHash, session }));
    return { userId, email, sessionId };
  }

  const runBy = async <I, O>(sessionId: string, command: Command<I, O>, input: unknown) =>
    runAs(await actorOf(sessionId), command, input);

  async function owner(name: string) {
    const them = await person(name);
    const facts = {
      nameOwn: name,
      nameLatin: name,
      country: "CN",
      city: "Yiwu",
      registrationNumber: REGISTRATIONS[entered++],
    };
    const input = { facts, sessionIdHash: hashOf(them.sessionId) };
    return { ...them, ...valueOf(await runBy(them.sessionId, createOrganisation, input)) };
  }

  /** The text of the newest mail to an address. */
  async function mailTo(email: string): Promise<string> {
    const rows = await database.read.select().from(mails).where(eq(mails.toAddress, email));
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1)?.body ?? "";
  }

  const linkIn = (mail: string): string => /(?:token=|\/join\/)([A-Za-z0-9_-]{43})/.exec(mail)?.[1] ?? "";

  /** Somebody new joins the owner's organisation by invitation. */
  async function colleague(boss: { sessionId: string }, name: string, role: Role) {
    const them = await person(name);
    valueOf(await runBy(boss.sessionId, inviteMember, { email: them.email, role }));
    const token = linkIn(await mailTo(them.email));
    valueOf(await runBy(them.sessionId, acceptInvitation, { token, sessionIdHash: hashOf(them.sessionId) }));
    return them;
  }

  async function administrator(name: string) {
    const them = await person(name);
    const founded = { email: them.email, name, locale: "en", timeZone: "UTC", tokenHash: hashOf(newId()) };
    valueOf(await runAs(mintActor({ kind: "system" }), foundPlatform, founded));
    return { ...them, sessionId: await signInAs(them.email) };
  }

  async function trySignIn(email: string, password: string, whence: Whence = NOWHERE) {
    const { id, session } = draft();
    const checked = await checkCredentials({ email, password }, whence, on);
    const outcome = checked.ok
      ? await runAs(visitor, signIn, { ...checked.value, session })
      : { kind: "refused" as const, refusal: checked.refusal };
    return { id, outcome };
  }

  async function signInAs(email: string): Promise<string> {
    const { id, outcome } = await trySignIn(email, PASSWORD);
    valueOf(outcome);
    return id;
  }

  return {
    on,
    database,
    passwordHash,
    runAs,
    runBy,
    newcomer,
    person,
    owner,
    colleague,
    administrator,
    mailTo,
    linkIn,
    trySignIn,
    signInAs,
    wait: (ms: number) => {
      now = instant(now + ms);
    },
  };
}
