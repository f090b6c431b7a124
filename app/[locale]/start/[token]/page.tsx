import { getLocale, getTranslations } from "next-intl/server";
import { NoteDraft } from "@/components/deals/kept-draft";
import { PageHead } from "@/components/ui/page-head";
import { env } from "@/server/platform/process/env";
import { PostingPage } from "../../(market)/deals/posting-page";
import { saveVisitorDraftAction } from "../actions";
import { BY_LINK_ALONE, type LinkParams, openVisitorPage } from "./visitor-page";

type PageProps = LinkParams & { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = BY_LINK_ALONE;

/** The posting form of whoever holds the link, with an account or without one. */
export default async function StartPage({ params, searchParams }: PageProps) {
  const { token, draft, viewer } = await openVisitorPage({ params });
  const [t, locale] = await Promise.all([getTranslations("deals.first"), getLocale()]);
  const { v, ways, providers, check, saved, codes, below } = await searchParams;
  const path = `/${locale}/start/${token}`;
  return (
    <PostingPage
      viewer={viewer}
      draftId={token}
      version={draft.version}
      values={draft.fields}
      suggested={draft.suggested}
      action={saveVisitorDraftAction}
      isBehindLink
      head={<PageHead title={t("title")} sub={t("sub")} />}
      after={
        <p className="break-words text-sm text-ink-2">
          <NoteDraft path={path} />
          {t("link", { link: `${env().baseUrl}${path}` })}
        </p>
      }
      drawing={`${draft.id} ${String(v)}`}
      shows={{ ways: ways === "1", providers: providers === "1", issues: check === "1", saved: saved === "1" }}
      codesOf={
        /^\d{1,2}$/.test(String(codes))
          ? { line: Number(codes), heading: /^\d{4}$/.test(String(below)) ? String(below) : null }
          : null
      }
    />
  );
}
