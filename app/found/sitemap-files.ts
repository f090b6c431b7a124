import { Readable } from "node:stream";
import { LOCALES } from "@/domain/shared/locale";
import type { FoundAddress } from "@/server/about/found-addresses";
import { escaped } from "@/components/ui/written/markup";

const HEADERS = { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" };
const DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const OF_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

export type SitemapFile = { readonly locale: string; readonly section: string; readonly after: string };

const addressOf = ({ locale, section, after }: SitemapFile): string =>
  `/${locale}/sitemap.xml?${new URLSearchParams({ of: section, ...(after !== "" && { after }) }).toString()}`;

/** The list of all files, in the form of sitemaps.org. */
export function sitemapIndex(base: string, files: readonly SitemapFile[]): Response {
  const lines = files.map((file) => `<sitemap><loc>${escaped(base + addressOf(file))}</loc></sitemap>\n`);
  return new Response(`${DECLARED}<sitemapindex ${SITEMAPS}>\n${lines.join("")}</sitemapindex>\n`, {
    headers: HEADERS,
  });
}

/** An address with those of the same page in each language, and the one that leads to the reader's. */
function entryOf(base: string, locale: string, { path, changedAt }: FoundAddress): string {
  const link = (language: string, address: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(base + address)}"/>`;
  return [
    `<url><loc>${escaped(`${base}/${locale}${path}`)}</loc>`,
    changedAt === null ? "" : `<lastmod>${new Date(changedAt).toISOString().slice(0, 10)}</lastmod>`,
    ...LOCALES.map((language) => link(language, `/${language}${path}`)),
    link("x-default", path || "/"),
    "</url>\n",
  ].join("");
}

async function* written(base: string, locale: string, addresses: AsyncIterable<FoundAddress>): AsyncGenerator<string> {
  yield `${DECLARED}<urlset ${SITEMAPS} ${OF_LINKS}>\n`;
  for await (const address of addresses) yield entryOf(base, locale, address);
  yield "</urlset>\n";
}

/** One file in one language, sent as its rows are read. */
export function sitemap(base: string, locale: string, addresses: AsyncIterable<FoundAddress>): Response {
  const lines = Readable.from(written(base, locale, addresses), { objectMode: false });
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, { headers: HEADERS });
}
