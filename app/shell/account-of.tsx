import type { ReadonlyRequestCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { getTranslations } from "next-intl/server";
import type { Account } from "@/components/shell/account-menu";
import { ChoiceForm } from "@/components/shell/switches/choice-form";
import { KeysSwitch } from "@/components/shell/switches/keys-switch";
import { THEMES, ThemeSwitch } from "@/components/shell/switches/theme-switch";
import type { Session } from "@/server/platform/session";
import { keysAction, themeAction, viewAction } from "./actions";
import type { View } from "./navigation";

type Around = { readonly view: View; readonly jar: ReadonlyRequestCookies; readonly locale: string };

export const themeOf = (jar: ReadonlyRequestCookies) =>
  THEMES.find((theme) => theme === jar.get("theme")?.value) ?? "system";

/** What the account menu offers a signed-in person. */
export async function accountOf(session: Session, { view, jar, locale }: Around): Promise<Account> {
  const t = await getTranslations("shell");
  const { organisation } = session;
  return {
    name: session.userName,
    organisation: organisation?.nameLatin ?? t("menu.noOrganisation"),
    links: [],
    settings: (
      <>
        {session.hasListing && (
          <ChoiceForm
            action={viewAction}
            name="view"
            label={t("menu.view")}
            current={view}
            choices={(["buyer", "provider"] as const).map((value) => ({ value, label: t(`menu.${value}`) }))}
          />
        )}
        <ThemeSwitch action={themeAction} current={themeOf(jar)} />
        <KeysSwitch action={keysAction} current={jar.get("keys")?.value === "off" ? "off" : "on"} />
      </>
    ),
    signOut: null,
  };
}
