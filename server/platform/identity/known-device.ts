import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { emailKey } from "../../../domain/accounts/email";
import { secret } from "../process/secrets";

// A browser keeps no cookie for longer.
export const DEVICE_LIFE_DAYS = 400;

// Several people may sign in on one device; who came in longest ago is forgotten first.
const PEOPLE_MAX = 8;
const ENTRY = /^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/;
const BETWEEN = "~";

const key = (): Buffer => Buffer.from(hkdfSync("sha256", secret("kouan-session-secret"), "", "known device", 32));

const signatureOf = (id: string, email: string): string =>
  createHmac("sha256", key())
    .update(`${id}\n${emailKey(email)}`)
    .digest("base64url");

const entriesOf = (cookie: string | null): string[] =>
  (cookie ?? "")
    .split(BETWEEN)
    .slice(0, PEOPLE_MAX)
    .filter((entry) => ENTRY.test(entry));

function isOf(entry: string, email: string): boolean {
  const [id = "", signature = ""] = entry.split(".");
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id, email)));
}

/**
 * The id under which the tries of this device at this account are counted: null where nobody signed in to the account on it. The cookie
 * holds a random id and a signature over it and the account's address, so it can be made by us alone and tells nobody whose it is.
 */
export function knownDevice(cookie: string | null, email: string): string | null {
  const entry = entriesOf(cookie).find((one) => isOf(one, email));
  return entry?.split(".")[0] ?? null;
}

/** The cookie after a sign-in to this account: with a fresh id for it, and what it held for others. */
export function withKnownDevice(cookie: string | null, email: string): string {
  const id = randomBytes(16).toString("base64url");
  const others = entriesOf(cookie).filter((entry) => !isOf(entry, email));
  return [`${id}.${signatureOf(id, email)}`, ...others].slice(0, PEOPLE_MAX).join(BETWEEN);
}
