import { hasLocale } from "next-intl";
import { z } from "zod";
import { sitemap } from "@/app/found/sitemap-files";
import { routing } from "@/app/routing";
import { addressesOf, SECTIONS } from "@/server/about/found-addresses";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";

type Context = { readonly params: Promise<{ readonly locale: string }> };

const asked = z.object({
  of: z.enum(SECTIONS),
  after: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .default(""),
});

/** One part of the market's addresses in one language; none where it does not want to be found. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const { baseUrl, isFoundHere } = env();
  const part = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!isFoundHere || !hasLocale(routing.locales, locale) || !part.success)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const { database, clock } = platform();
  const { of: section, after } = part.data;
  return sitemap(baseUrl, locale, addressesOf(database.read, { section, after, now: clock() }));
}
