import type { IncomingMessage } from "node:http";
import { LOCALES } from "../../domain/shared/locale.ts";
import { sessionCookie, themeCookie } from "./cookies.ts";

/** All that decides how a page looks to whoever has no account. */
export type Visit = {
  readonly path: string;
  readonly locale: string;
  readonly theme: string | null;
};

const ID = "[A-Za-z0-9-]{1,64}";
/** Pages about the market itself; an answer of the help has an address of its own. */
const ABOUT = "how-it-works|help(?:/[a-z_]{1,40})?|glossary|fees|terms|privacy|contact|status";
/** The pages that are everybody's. A page that is not named here is drawn for its reader. */
const PUBLIC = new RegExp(
  `^/(${LOCALES.join("|")})(?:/(?:(?:requests|providers|hubs|tariff)(?:/${ID})?|corridors|developers|${ABOUT}))?$`,
);
/** What asks for something else than the page: its data for the framework's own scripts, or an act. */
const OTHERWISE = ["rsc", "next-action", "next-router-prefetch", "next-router-state-tree", "next-url", "x-nextjs-data"];
const OF_BODY = ["content-type", "content-length", "transfer-encoding"];
const NOT_A_VISIT = [...OTHERWISE, ...OF_BODY];
const THEME = /^(?:light|dark)$/;

/** Whether a whole page is asked for, and not the data of one by a script that is there already. */
export const asksForDocument = ({ headers }: IncomingMessage): boolean =>
  !OTHERWISE.some((name) => headers[name] !== undefined);

/** The visit that a request is: a page that is everybody's, at its bare address, by somebody without an account. Null for every other request. */
export function visitOf(request: IncomingMessage, path: string): Visit | null {
  const { method = "GET", url, headers } = request;
  const [, locale] = PUBLIC.exec(path) ?? [];
  if (locale === undefined || url !== path || (method !== "GET" && method !== "HEAD")) return null;
  if (sessionCookie(request) !== undefined || NOT_A_VISIT.some((name) => headers[name] !== undefined)) return null;
  const theme = themeCookie(request);
  return { path, locale, theme: theme !== undefined && THEME.test(theme) ? theme : null };
}
