import type { ReadonlyRequestCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "../client-words";
import { partyName } from "@/components/ui/words";
import type { Account } from "@/components/shell/top-bar";
import { MenuForm } from "@/components/accounts/menu-form";
import { ChoiceForm } from "@/components/shell/choice-form";
import { KeysSwitch, THEMES, ThemeSwitch } from "@/components/shell/preference-switches";
import { SIDES } from "@/domain/accounts/first-steps";
import { mayEver } from "@/domain/access/policy";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession, type Session } from "@/server/platform/identity/session";
import { membershipsOf } from "@/server/accounts/queries";
import { signOutAction, switchOrganisationAction } from "../[locale]/(account)/actions";
import { keysAction, themeAction, viewAction } from "./actions";
import { bareFrame, KEPT, type Place, PLACES, type View, viewOf } from "./navigation";
import type { ShellProps } from "@/components/shell/shell";
import { mayReadMailbox, unreadCount } from "@/server/notices/queries";
import { workCount } from "@/server/orders/queries/work";
import { env } from "@/server/platform/process/env";

type Around = { readonly view: View; readonly jar: ReadonlyRequestCookies; readonly locale: string };

export const themeOf = (jar: ReadonlyRequestCookies) =>
  THEMES.find((theme) => theme === jar.get("theme")?.value) ?? "system";

/** Other organisations of the person, each a button that goes over to it. */
async function OtherOrganisations({ session }: { readonly session: Session }) {
  const all = await membershipsOf(platform().database.read, session.actor);
  return all
    .filter((one) => one.organisationId !== session.actor.organisationId && !one.isSuspended)
    .map(({ organisationId, name }) => (
      <MenuForm key={organisationId} action={switchOrganisationAction} icon="users" fields={{ organisationId }}>
        {name}
      </MenuForm>
    ));
}

/** What the account menu offers a signed-in person. */
export async function accountOf(session: Session, { view, jar, locale }: Around): Promise<Account> {
  const [t, nav] = await Promise.all([getTranslations("shell"), getTranslations("shell.nav")]);
  const { organisation } = session;
  const place = (path: string) => `/${locale}${path}`;
  const links: Account["links"] = [
    { href: place("/account"), label: t("menu.account"), icon: "user" },
    ...(organisation
      ? ([
          { href: place("/organisation/profile"), label: t("menu.organisation"), icon: "landmark" },
          { href: place("/organisation/members"), label: t("menu.members"), icon: "users" },
        ] as const)
      : ([{ href: place("/organisation/new"), label: t("menu.newOrganisation"), icon: "plus" }] as const)),
    ...(mayEver(session.actor, "draft.change")
      ? ([{ href: place("/organisation/address-book"), label: t("menu.addressBook"), icon: "book-open" }] as const)
      : []),
    ...(mayEver(session.actor, "api_keys.read")
      ? ([{ href: place("/organisation/api-keys"), label: t("menu.keys"), icon: "key-round" }] as const)
      : []),
    ...(view === "administrator"
      ? KEPT.map(({ key, path, icon }) => ({ href: place(path), label: nav(key), icon }))
      : []),
    { href: place("/help"), label: t("menu.help"), icon: "circle-help" },
  ];
  return {
    name: session.userName,
    organisation: organisation ? partyName(organisation, locale) : t("menu.noOrganisation"),
    links,
    settings: (
      <>
        {(view === "buyer" || view === "provider") && (
          <ChoiceForm
            action={viewAction}
            name="view"
            label={t("menu.view")}
            current={view}
            choices={SIDES.map((value) => ({ value, label: t(`menu.${value}`) }))}
          />
        )}
        <ThemeSwitch action={themeAction} current={themeOf(jar)} />
        <KeysSwitch action={keysAction} current={jar.get("keys")?.value === "off" ? "off" : "on"} />
      </>
    ),
    signOut: (
      <ClientWords ofButtons>
        <OtherOrganisations session={session} />
        <MenuForm action={signOutAction} icon="log-out">
          {t("menu.signOut")}
        </MenuForm>
      </ClientWords>
    ),
  };
}

async function alertsOf(session: Session | null, locale: string) {
  const { userId, organisationId } = session?.actor ?? {};
  if (!userId || !organisationId) return undefined;
  return { href: `/${locale}/inbox`, count: await unreadCount(platform().database.read, userId, organisationId) };
}

/** Beside a place of the bar how much waits there for the reader; undefined where nothing is counted. */
async function countAt({ key }: Place, session: Session | null): Promise<number | undefined> {
  return key === "work" && session ? await workCount(platform(), session.actor) : undefined;
}

/**
 * What the frame of every page shows to whoever looks. It shows and hides; what may be done is decided where it is done. The layout
 * waits for it together with all else: a component of its own would be waited for once more.
 */
export async function frameOf(jar: ReadonlyRequestCookies): Promise<Omit<ShellProps, "children">> {
  const [locale, session] = await Promise.all([getLocale(), currentSession()]);
  const view = viewOf(session, jar.get("view")?.value);
  const bare = await bareFrame(view);
  const hasMailbox = mayReadMailbox(session?.actor ?? anonymous(), env());
  const mailboxHref = hasMailbox ? `/${locale}/mailbox` : undefined;
  const counts = await Promise.all(PLACES[view].map((place) => countAt(place, session)));
  return {
    ...bare,
    nav: bare.nav.map((item, at) => (counts[at] ? { ...item, count: counts[at] } : item)),
    // What is not there is not sent: an undefined is a word on each page.
    ...(session && {
      alerts: await alertsOf(session, locale),
      account: await accountOf(session, { view, jar, locale }),
    }),
    ...(env().KOUAN_ENV === "demo" && { demo: { mailboxHref } }),
  };
}
