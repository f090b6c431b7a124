import type { IncomingMessage } from "node:http";
import { sessionCookie, themeCookie } from "./cookies.ts";
import { languageOfPublicPage } from "./public-pages.ts";

/** All that decides how a page looks to whoever has no account. */
export type Visit = {
  readonly path: string;
  readonly locale: string;
  readonly theme: string | null;
};

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
  const locale = languageOfPublicPage(path);
  if (locale === undefined || url !== path || (method !== "GET" && method !== "HEAD")) return null;
  if (sessionCookie(request) !== undefined || NOT_A_VISIT.some((name) => headers[name] !== undefined)) return null;
  const theme = themeCookie(request);
  return { path, locale, theme: theme !== undefined && THEME.test(theme) ? theme : null };
}
