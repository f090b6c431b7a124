import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { emailKey } from "../../../domain/accounts/person";
import { HOUR_MS, type Instant, later } from "../../../domain/shared/time";
import { secret } from "../process/secrets";

/** So long the browser in which somebody chose a password for an address is taken for theirs. */
export const SIGN_UP_MARK_LIFE_MS = HOUR_MS;

const MARK = /^(\d{13})\.([A-Za-z0-9_-]{43})$/;

const key = (): Buffer => Buffer.from(hkdfSync("sha256", secret("kouan-session-secret"), "", "sign-up mark", 32));

const signatureOf = (email: string, until: number): string =>
  createHmac("sha256", key())
    .update(`${until}\n${emailKey(email)}`)
    .digest("base64url");

/**
 * What the browser keeps in which an account was made for this address, whether or not the address had one: it tells nothing. Together
 * with the mailed link it stands for the password that was typed there a moment ago.
 */
export function signUpMark(email: string, now: Instant): string {
  const until = later(now, SIGN_UP_MARK_LIFE_MS);
  return `${until}.${signatureOf(email, until)}`;
}

/** Whether the account of this address was made in the browser that holds the mark, within the hour. */
export function isMarkOf(mark: string | null, email: string, now: Instant): boolean {
  const [, until = "", signature = ""] = MARK.exec(mark ?? "") ?? [];
  if (until === "" || now >= Number(until)) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(email, Number(until))));
}
