import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AskResetForm, NewPasswordForm } from "@/components/accounts/reset-password-forms";
import { Anchor } from "@/components/ui/blocks";
import { EntryFrame, type Query, tokenOf } from "../entry-frame";
import { askResetAction, resetPasswordAction } from "../actions";

type PageProps = { readonly searchParams: Query };

export const metadata: Metadata = { referrer: "same-origin" };

export default async function ResetPasswordPage({ searchParams }: PageProps) {
  const token = await tokenOf(searchParams);
  const [t, locale] = [await getTranslations("accounts.reset"), await getLocale()];
  return (
    <EntryFrame
      path={`/reset-password${token ? `?token=${token}` : ""}`}
      title={t(token ? "newTitle" : "title")}
      lead={t(token ? "newLead" : "lead")}
    >
      {token ? (
        <NewPasswordForm action={resetPasswordAction} token={token} />
      ) : (
        <AskResetForm action={askResetAction} />
      )}
      <p className="mt-4 text-ink-2">
        {token && (
          <>
            <Anchor href={`/${locale}/reset-password`}>{t("again")}</Anchor> ·{" "}
          </>
        )}
        <Anchor href={`/${locale}/sign-in`}>{t("back")}</Anchor>
      </p>
    </EntryFrame>
  );
}
