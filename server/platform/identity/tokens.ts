import { createHmac, hash, timingSafeEqual } from "node:crypto";
import { DAY_MS, type Instant, instant } from "../../../domain/shared/time";
import { env } from "../process/env";
import { secret } from "../process/secrets";

/** What the database keeps of a random token (session id, key secret, mailed link): 256 random bits need no slow hash. */
export const hashOf = (token: string): string => hash("sha256", token, "base64url");

/** A sign-in ends after so long without use, and in any case after so long. */
export const SESSION_IDLE_MS = 7 * DAY_MS;
export const SESSION_LIFE_MS = 30 * DAY_MS;

const MAC_BYTES = 18;
/** The link's id, its end in seconds, and 144 bits of signature over both. */
const TOKEN = /^([0-9a-z]{26})-([0-9a-z]{5,9})-([A-Za-z0-9_-]{24})$/;
const BASE = 36;

type Signed = { readonly id: string; readonly expiresAt: Instant };

const macOf = (body: string): Buffer =>
  createHmac("sha256", secret("kouan-field-key")).update(`field-link|${body}`).digest().subarray(0, MAC_BYTES);

const bodyOf = ({ id, expiresAt }: Signed): string => `${id}-${Math.floor(expiresAt / 1_000).toString(BASE)}`;

/** What opens a link. It stands in no table: whoever has a copy of the database can open none. */
export const linkToken = (link: Signed): string => {
  const body = bodyOf(link);
  return `${body}-${macOf(body).toString("base64url")}`;
};

/** What a token says, whenever it was signed; null where nobody here has signed it. */
export function readLinkToken(token: string): Signed | null {
  const [, id = "", seconds = "", mac = ""] = TOKEN.exec(token) ?? [];
  if (id === "") return null;
  const isOurs = timingSafeEqual(Buffer.from(mac, "base64url"), macOf(`${id}-${seconds}`));
  return isOurs ? { id, expiresAt: instant(Number.parseInt(seconds, BASE) * 1_000) } : null;
}

/** Where a link leads, in the language of whoever opens it. */
export const linkAddress = (link: Signed & { readonly locale: string }): string =>
  `${env().baseUrl}/${link.locale}/f/${linkToken(link)}`;
