import type { ReadonlyRequestCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { getLocale, getTranslations } from "next-intl/server";
import type { ShellProps } from "@/components/shell/shell";
import { mayReadMailbox } from "@/server/queries/mailbox";
import { unreadCount } from "@/server/queries/notices";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession, type Session } from "@/server/platform/identity/session";
import { accountOf } from "./account-of";
import { LANGUAGES } from "./languages";
import { PLACES, viewOf } from "./navigation";

async function alertsOf(session: Session | null, locale: string) {
  const { userId, organisationId } = session?.actor ?? {};
  if (!userId || !organisationId) return undefined;
  return { href: `/${locale}/inbox`, count: await unreadCount(platform().database.read, userId, organisationId) };
}

/**
 * What the frame of every page shows to whoever looks. It shows and hides; what may be done is decided where it is done. The layout
 * waits for it together with all else: a component of its own would be waited for once more.
 */
export async function frameOf(jar: ReadonlyRequestCookies): Promise<Omit<ShellProps, "children">> {
  const [locale, t, session] = await Promise.all([getLocale(), getTranslations("shell"), currentSession()]);
  const view = viewOf(session, jar.get("view")?.value);
  const place = (path: string) => `/${locale}${path}`;
  const hasMailbox = mayReadMailbox(session?.actor ?? anonymous(), env());
  const mailboxHref = hasMailbox ? place("/mailbox") : undefined;
  return {
    homeHref: place(""),
    nav: PLACES[view].map(({ key, path, icon }) => ({ href: place(path), label: t(`nav.${key}`), icon })),
    find: { action: place("/requests"), label: t("find") },
    languages: LANGUAGES,
    alerts: await alertsOf(session, locale),
    account: session ? await accountOf(session, { view, jar, locale }) : undefined,
    signInHref: place("/sign-in"),
    demo: env().KOUAN_ENV === "demo" ? { mailboxHref } : undefined,
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
