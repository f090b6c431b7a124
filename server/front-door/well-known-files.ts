import type { IncomingMessage, ServerResponse } from "node:http";
import { LOCALES } from "../../domain/shared/locale.ts";

/** What is told to machines in a file of its own: where search engines may look, and whom to tell of a hole. */
export type Notices = ReadonlyMap<string, () => string>;

type Settings = {
  readonly baseUrl: string;
  readonly isFoundHere: boolean;
  /** `mailto:…` or `https://…`; empty where nobody is named. */
  readonly SECURITY_CONTACT: string;
};

/** Behind a sign-in, or nobody's but whose link it is; what begins with one of these. */
const PRIVATE = [
  "account",
  "admin",
  "bids",
  "deals",
  "desk",
  "home",
  "inbox",
  "join",
  "mailbox",
  "orders",
  "organisation",
  "reset-password",
  "start",
  "verify-email",
  "work",
];
const DAY_MS = 86_400_000;
const VALID_DAYS = 180;

/** Only a market in production wants to be found, unless a setting says otherwise: what stands in any other is invented. */
function robots({ isFoundHere, baseUrl }: Settings): string {
  const closed = isFoundHere
    ? [
        "/api/",
        ...LOCALES.flatMap((locale) => PRIVATE.map((room) => `/${locale}/${room}`)),
        ...LOCALES.map((locale) => `/${locale}/f/`),
      ]
    : ["/"];
  const rules = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`)];
  return [...rules, ...(isFoundHere ? ["", `Sitemap: ${baseUrl}/sitemap.xml`] : []), ""].join("\n");
}

/** RFC 9116. It is valid for half a year from when it is asked for: its contact is a setting of the process that answers. */
const security = ({ baseUrl, SECURITY_CONTACT }: Settings): string =>
  [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${new Date(Date.now() + VALID_DAYS * DAY_MS).toISOString().replace(/\.\d+/, "")}`,
    "Preferred-Languages: en, zh",
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    "",
  ].join("\n");

/** The notices of an installation; one that names nobody has no security.txt, rather than an address that nobody reads. */
export function noticesOf(settings: Settings): Notices {
  const notices = new Map([["/robots.txt", () => robots(settings)]]);
  if (settings.SECURITY_CONTACT) notices.set("/.well-known/security.txt", () => security(settings));
  return notices;
}

/** Answers whoever asks for a notice; false where the address is none. */
export function sendNotice(
  notices: Notices,
  { method }: IncomingMessage,
  response: ServerResponse,
  path: string,
): boolean {
  const notice = notices.get(path);
  if (!notice || (method !== "GET" && method !== "HEAD")) return false;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "public, max-age=3600");
  response.writeHead(200).end(notice());
  return true;
}
