import type { IncomingMessage, ServerResponse } from "node:http";
import { LOCALES } from "../../domain/shared/locale.ts";
import { isFile } from "./guard.ts";

const ID = "[A-Za-z0-9-]{1,64}";
/** Pages about the market itself; an answer of the help has an address of its own. */
const ABOUT = "how-it-works|help(?:/[a-z_]{1,40})?|glossary|fees|terms|privacy|contact|status";
// A map and a comparison of providers are what somebody has chosen.
const OF_THE_MARKET = `(?:requests|providers|hubs|tariff)(?:/(?!(?:map|compare)$)${ID})?|corridors|services-exports|services/[a-z]{1,20}/${ID}`;

/** The pages that are everybody's. A page that is not named here is drawn for its reader, and kept from search engines. */
const PUBLIC = new RegExp(`^/(${LOCALES.join("|")})(?:/(?:${OF_THE_MARKET}|developers|${ABOUT}))?$`);

/** The language of a page that is everybody's; undefined at every other address. */
export const languageOfPublicPage = (path: string): string | undefined => PUBLIC.exec(path)?.[1];

/**
 * Keeps an answer from search engines, unless it is a page of everybody's at its bare address in a market that wants to be found: a list that somebody
 * has filtered is the list again, and what is private is denied by not being named.
 */
export function keepFromSearch(
  { url }: IncomingMessage,
  response: ServerResponse,
  { path, isFoundHere }: { readonly path: string; readonly isFoundHere: boolean },
): void {
  if (isFile(path) || (isFoundHere && url === path && languageOfPublicPage(path) !== undefined)) return;
  response.setHeader("X-Robots-Tag", "noindex");
}
