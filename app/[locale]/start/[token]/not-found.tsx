import { getLocale, getTranslations } from "next-intl/server";
import { ForgetDraft } from "@/components/deals/kept-draft";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";

/** Stands where a link opens nothing: what it led to has become a deal, or its time is over. */
export default async function DraftGone() {
  const [t, locale] = await Promise.all([getTranslations("deals.first"), getLocale()]);
  return (
    <PageWrap>
      <ForgetDraft />
      <PageHead title={t("goneTitle")} />
      <EmptyState reason={t("gone")}>
        <ButtonLink href={`/${locale}`}>{t("again")}</ButtonLink>
      </EmptyState>
    </PageWrap>
  );
}
