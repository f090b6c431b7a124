import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { emailKey } from "../../../domain/accounts/person";
import { type LimitName, takePoint } from "../rate-limit";
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

/** From where something is tried: the address, and the cookie of a device, if it has one. */
export type Whence = { readonly ip: string | null; readonly device: string | null };

type Limits = { readonly pair: LimitName; readonly account: LimitName };

/**
 * Takes a point for a try at an account; answers 0, or the seconds to wait. A device that signed in to the account before has a limit of its
 * own, which nobody else can use up. Any other is counted by account and address together, so that nobody waits for a stranger
 * elsewhere, and then by account alone, so that many addresses gain little. An address without an account is counted alike.
 */
async function takeTry({ pair, account }: Limits, email: string, { ip, device }: Whence): Promise<number> {
  const key = emailKey(email);
  const known = knownDevice(device, key);
  if (known !== null) return takePoint(pair, `device ${known}`);
  const seconds = await takePoint(pair, `account ${key} from ${ip ?? "unknown"}`);
  // Who is refused already takes nothing from all others.
  return seconds > 0 ? seconds : takePoint(account, `account ${key}`);
}

/** A try to sign in. The address as a whole is limited too, except for devices that are known. */
export async function takeSignIn(email: string, whence: Whence): Promise<number> {
  if (knownDevice(whence.device, email) === null) {
    const seconds = await takePoint("sign_in_address", `address ${whence.ip ?? "unknown"}`);
    if (seconds > 0) return seconds;
  }
  return takeTry({ pair: "sign_in", account: "sign_in_account" }, email, whence);
}

/** A mail that somebody who is not signed in has us send to an account. */
export const takeMail = (email: string, whence: Whence): Promise<number> =>
  takeTry({ pair: "mail", account: "mail_account" }, email, whence);
