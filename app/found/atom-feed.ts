import { createHash } from "node:crypto";
import { escaped } from "@/components/ui/written/markup";
import type { Instant } from "@/domain/shared/time";

export type AtomEntry = {
  /** Its address without that of the market, and what makes it another entry than others of that address. */
  readonly path: string;
  readonly fragment?: string;
  readonly title: string;
  readonly summary?: string;
  readonly category?: string;
  readonly publishedAt: Instant;
  readonly updatedAt: Instant;
};

export type AtomFeed = {
  readonly locale: string;
  /** Of the feed itself, and of the page that says the same. */
  readonly path: string;
  readonly page: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly entries: readonly AtomEntry[];
  /** Where it has no entry, since when it has none. */
  readonly emptySince: Instant;
};

/** What XML 1.0 cannot hold, whatever it is escaped as; half a letter of two among it. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const said = (text: string): string => escaped(text.replace(NOT_IN_XML, ""));
const element = (name: string, text: string): string => `<${name}>${said(text)}</${name}>`;
const time = (name: string, at: Instant): string => element(name, new Date(at).toISOString());
const link = (rel: string, href: string, type: string): string =>
  `<link rel="${rel}" type="${type}" href="${said(href)}"/>`;

function entryOf(
  base: string,
  { path, fragment, title, summary, category, publishedAt, updatedAt }: AtomEntry,
): string {
  const address = `${base}${path}${fragment ? `#${fragment}` : ""}`;
  return [
    "<entry>",
    element("id", address),
    element("title", title),
    time("published", publishedAt),
    time("updated", updatedAt),
    link("alternate", address, "text/html"),
    category ? `<category term="${said(category)}"/>` : "",
    summary ? element("summary", summary) : "",
    "</entry>\n",
  ].join("");
}

/** When anything in it last became other than it was. */
export const updatedOf = ({ entries, emptySince }: AtomFeed): Instant =>
  entries.reduce<Instant>(
    (last, { updatedAt }) => (updatedAt > last ? updatedAt : last),
    entries.length > 0 ? (0 as Instant) : emptySince,
  );

/** The feed in the form of RFC 4287. */
export function writeFeed(base: string, feed: AtomFeed): string {
  const { locale, path, page, title, subtitle, author, entries } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${said(locale)}">\n`,
    element("id", base + path),
    element("title", title),
    element("subtitle", subtitle),
    time("updated", updatedOf(feed)),
    `<author>${element("name", author)}</author>`,
    link("self", base + path, "application/atom+xml"),
    link("alternate", base + page, "text/html"),
    "\n",
    ...entries.map((entry) => entryOf(base, entry)),
    "</feed>\n",
  ].join("");
}

/** How long readers and what stands between may keep a feed. */
const KEPT_SECONDS = 300;

/** Whether the asker has it as it is: by its tag where they name one, else by the time of its last change. */
function isKnown(asked: Headers, { tag, changed }: { readonly tag: string; readonly changed: Instant }): boolean {
  const tags = asked.get("if-none-match");
  if (tags !== null)
    return tags.trim() === "*" || tags.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  return Number.isFinite(since) && Math.floor(changed / 1_000) * 1_000 <= since;
}

/** The answer with the feed, or that nothing has changed. */
export function feedAnswer(asked: Headers, base: string, feed: AtomFeed): Response {
  const [xml, changed] = [writeFeed(base, feed), updatedOf(feed)];
  const tag = `"${createHash("sha256").update(xml).digest("base64url").slice(0, 22)}"`;
  const headers = {
    etag: tag,
    "last-modified": new Date(changed).toUTCString(),
    "cache-control": `public, max-age=${KEPT_SECONDS}`,
  };
  if (isKnown(asked, { tag, changed })) return new Response(null, { status: 304, headers });
  return new Response(xml, { headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8" } });
}
