import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, Note } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { platform } from "@/server/platform/platform";
import { currentSession } from "@/server/platform/identity/session";
import { invitationOf } from "@/server/accounts/queries";
import { EntryFrame, withNext } from "../../entry-frame";
import { joinAction } from "../../actions";

type PageProps = { readonly params: Promise<{ token: string }> };

export const metadata: Metadata = { referrer: "same-origin" };

export default async function JoinPage({ params }: PageProps) {
  const { token } = await params;
  const { database, clock } = platform();
  const [t, role, locale] = [
    await getTranslations("accounts.join"),
    await getTranslations("accounts.role"),
    await getLocale(),
  ];
  const invitation = await invitationOf(database.read, token, clock());
  if (!invitation) {
    return (
      <EntryFrame path="/sign-in" title={t("gone")} lead={t("goneDetail")}>
        {null}
      </EntryFrame>
    );
  }
  const session = await currentSession();
  const { organisation, inviter, email } = invitation;
  const path = `/join/${token}`;
  const next = withNext(path);
  return (
    <EntryFrame
      path={path}
      title={t("title", { organisation })}
      lead={t("lead", { inviter, email, organisation, role: role(invitation.role) })}
    >
      {session?.email === email && (
        <OneButtonForm action={joinAction} fields={{ token }} variant="primary" isWide>
          {t("send", { organisation })}
        </OneButtonForm>
      )}
      {session && session.email !== email && (
        <Note tone="warn">{t("other", { email: session.email, invited: email })}</Note>
      )}
      {!session && (
        <div className="form-stack">
          <Note>{t("useAddress", { email })}</Note>
          <div className="flow">
            <ButtonLink variant="primary" href={`/${locale}/sign-in${next}`}>
              {t("signIn")}
            </ButtonLink>
            <ButtonLink href={`/${locale}/sign-up${next}`}>{t("signUp")}</ButtonLink>
          </div>
        </div>
      )}
    </EntryFrame>
  );
}
