import { hasLocale } from "next-intl";
import { routing } from "@/app/routing";
import { translator } from "@/server/platform/translate";

type Context = { readonly params: Promise<{ readonly locale: string }> };

const ICONS = [
  { src: "/icon-small.png", sizes: "192x192", type: "image/png" },
  { src: "/icon-large.png", sizes: "512x512", type: "image/png" },
  { src: "/icon-masked.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  { src: "/mark.svg", sizes: "any", type: "image/svg+xml" },
];

/** What a phone or a browser needs to keep the market beside its apps, in the language of the address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale))
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const t = translator(locale);
  const manifest = {
    ...{ name: t("common.product"), short_name: t("common.product"), description: t("common.tagline") },
    // One app for all languages: whoever changes the language keeps it.
    ...{ id: "/", lang: locale, dir: "ltr", start_url: `/${locale}`, scope: "/", display: "standalone" },
    ...{ background_color: "#F2F5F0", theme_color: "#143D31", icons: ICONS },
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=86400" },
  });
}
