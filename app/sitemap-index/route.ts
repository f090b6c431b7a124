import { sitemapIndex } from "@/app/found/sitemap-files";
import { LOCALES } from "@/domain/shared/locale";
import { SECTIONS, startsOf } from "@/server/about/found-addresses";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";

// Asked for anew each time: the build knows no market.
export const dynamic = "force-dynamic";

/** All sitemaps of the market, one a language and part; none where it does not want to be found. */
export async function GET(): Promise<Response> {
  const { baseUrl, isFoundHere } = env();
  if (!isFoundHere) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const { database, clock } = platform();
  const now = clock();
  const parts = await Promise.all(
    SECTIONS.map(async (section) => {
      const starts = await startsOf(database.read, section, now);
      return starts.map((after) => ({ section, after }));
    }),
  );
  return sitemapIndex(
    baseUrl,
    LOCALES.flatMap((locale) => parts.flat().map((part) => ({ locale, ...part }))),
  );
}
