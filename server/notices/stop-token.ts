import { createHmac, timingSafeEqual } from "node:crypto";
import { TOPICS, type Topic } from "../../domain/notices/topics";
import { env } from "../platform/process/env";
import { secretKey } from "../platform/process/secrets";

/** Whose mails are stopped, and which: those of a topic, or the digest. */
export type MailStop = { readonly userId: string; readonly what: Topic | "digest" };

const MAC_BYTES = 18;
/** The person, what is stopped, and 144 bits of signature over both. */
const TOKEN = /^([\w-]{1,64})\.([a-z_]{1,32})\.([A-Za-z0-9_-]{24})$/;
const STOPPED: readonly string[] = [...TOPICS, "digest"];

const macOf = (body: string): Buffer =>
  createHmac("sha256", secretKey("kouan-hash-key")).update(`mail-stop|${body}`).digest().subarray(0, MAC_BYTES);

/** What stops mails without a session. It stands in no table and never ends: a mail is read years after it came. It opens nothing. */
export function stopToken({ userId, what }: MailStop): string {
  const body = `${userId}.${what}`;
  return `${body}.${macOf(body).toString("base64url")}`;
}

/** What a token stops; null where nobody here has signed it. */
export function readStopToken(token: string): MailStop | null {
  const [, userId = "", what = "", mac = ""] = TOKEN.exec(token) ?? [];
  if (userId === "" || !timingSafeEqual(Buffer.from(mac, "base64url"), macOf(`${userId}.${what}`))) return null;
  return STOPPED.includes(what) ? { userId, what: what as MailStop["what"] } : null;
}

/** Where a mail program posts to stop mails at one press (RFC 8058); who opens it in a browser is led to the page below. */
export const stopAddress = (stop: MailStop, baseUrl: string = env().baseUrl): string =>
  `${baseUrl}/api/stop-mails/${stopToken(stop)}`;

/** The page with the one button, in the reader's language. */
export const stopPage = (stop: MailStop, at: { readonly baseUrl: string; readonly locale: string }): string =>
  `${at.baseUrl}/${at.locale}/stop-mails/${stopToken(stop)}`;
