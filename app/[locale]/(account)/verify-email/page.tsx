import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Anchor, Note } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { EntryFrame, type Query, nextOf, tokenOf } from "../entry-frame";
import { titleBehindLink } from "@/server/deals/visitors/queries";
import { platform } from "@/server/platform/platform";
import { confirmAndPublishAction, verifyEmailAction } from "../actions";

type PageProps = { readonly searchParams: Query };

export const metadata: Metadata = { referrer: "same-origin" };

/** The link only leads here: mail programs open links by themselves, and opening a page changes nothing. */
export default async function VerifyEmailPage({ searchParams }: PageProps) {
  const [token, next] = [await tokenOf(searchParams), await nextOf(searchParams)];
  const [t, locale] = [await getTranslations("accounts.verify"), await getLocale()];
  const { database, clock } = platform();
  const title = token === null ? null : await titleBehindLink(database.read, token, clock());
  return (
    <EntryFrame
      path={`/verify-email${token ? `?token=${token}${next && `&next=${encodeURIComponent(next)}`}` : ""}`}
      title={t(title === null ? "title" : "publishTitle")}
      lead={title === null ? t("lead") : t("publishLead", { title })}
    >
      {token && title !== null && (
        <OneButtonForm action={confirmAndPublishAction} fields={{ token }} variant="primary" isWide>
          {t("publishSend")}
        </OneButtonForm>
      )}
      {token && title === null && (
        <OneButtonForm action={verifyEmailAction} fields={{ token, next }} variant="primary" isWide>
          {t("send")}
        </OneButtonForm>
      )}
      {!token && <Note tone="warn">{t("missing")}</Note>}
      <p className="mt-4 text-ink-2">
        <Anchor href={`/${locale}/account`}>{t("on")}</Anchor>
      </p>
    </EntryFrame>
  );
}
