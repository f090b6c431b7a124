import { getLocale, getTranslations } from "next-intl/server";
import type { ShellProps } from "@/components/shell/shell";
import { LANGUAGES } from "./languages";
import { PLACES, type View } from "./navigation";

/** The frame as far as it depends on nobody: its places, its links and the way in. It reads no session and no database. */
export async function bareFrame(view: View): Promise<Omit<ShellProps, "children">> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  const place = (path: string) => `/${locale}${path}`;
  return {
    homeHref: place(""),
    nav: PLACES[view].map(({ key, path, icon }) => ({ href: place(path), label: t(`nav.${key}`), icon })),
    find: { action: place("/requests"), label: t("find") },
    languages: LANGUAGES,
    signInHref: place("/sign-in"),
    footer: {
      links: [
        { href: place("/requests"), label: t("nav.openRequests") },
        { href: place("/hubs"), label: t("nav.hubs") },
        { href: place("/providers"), label: t("nav.providers") },
        { href: place("/corridors"), label: t("nav.corridors") },
        { href: place("/tariff"), label: t("tariff") },
        { href: place("/developers"), label: t("api") },
      ],
      children: t("about"),
    },
  };
}
