import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/shell/demo-banner";
import { Shell } from "@/components/shell/shell";
import { LanguageSwitch } from "@/components/shell/switches/language-switch";
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

/** The frame of every page, filled for whoever looks. It shows and hides; what may be done is decided where it is done. */
export async function AppShell({ children }: { readonly children: ReactNode }) {
  const [locale, t, session, jar] = await Promise.all([
    getLocale(),
    getTranslations("shell"),
    currentSession(),
    cookies(),
  ]);
  const view = viewOf(session, jar.get("view")?.value);
  const place = (path: string) => `/${locale}${path}`;
  const hasMailbox = mayReadMailbox(session?.actor ?? anonymous(), env());
  const mailboxHref = hasMailbox ? place("/mailbox") : undefined;
  return (
    <Shell
      homeHref={place("")}
      nav={PLACES[view].map(({ key, path, icon }) => ({ href: place(path), label: t(`nav.${key}`), icon }))}
      find={{ action: place("/requests"), label: t("find") }}
      language={<LanguageSwitch languages={LANGUAGES} current={locale} />}
      alerts={await alertsOf(session, locale)}
      account={session ? await accountOf(session, { view, jar, locale }) : undefined}
      signInHref={place("/sign-in")}
      banner={env().KOUAN_ENV === "demo" ? <DemoBanner mailboxHref={mailboxHref} /> : undefined}
      footer={{
        links: [
          { href: place("/requests"), label: t("nav.openRequests") },
          { href: place("/hubs"), label: t("nav.hubs") },
          { href: place("/providers"), label: t("nav.providers") },
          { href: place("/developers"), label: t("api") },
        ],
        children: t("about"),
      }}
    >
      {children}
    </Shell>
  );
}
