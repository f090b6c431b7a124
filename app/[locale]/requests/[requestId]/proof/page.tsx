import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ProofPageView } from "@/components/requests/proof-view";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { MARKET_ZONE } from "@/domain/shared/time";
import { pageReader } from "@/server/platform/page-reader";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { proofOf } from "@/server/bidding/queries/proof";

const search = z.object({ receipt: z.string().trim().max(64).catch("") });

type PageProps = {
  readonly params: Promise<{ requestId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Readable by whoever may see the request, without an account where it is open to all. */
export default async function ProofPage({ params, searchParams }: PageProps) {
  const [{ requestId }, session, locale, t] = await Promise.all([
    params,
    currentSession(),
    getLocale(),
    getTranslations("requests.proof"),
  ]);
  const { receipt } = search.parse(await searchParams);
  const viewer = session?.actor ?? anonymous();
  const proof = await proofOf(pageReader(), viewer, { id: requestId, receipt: receipt || null });
  if (!proof) notFound();
  const request = `/${locale}/requests/${proof.requestId}`;
  const here = `${request}/proof`;
  return (
    <PageWrap>
      <PageHead
        title={t("title", { reference: proof.reference })}
        sub={proof.title}
        crumb={[
          { label: t("requests"), href: `/${locale}/requests` },
          { label: proof.reference, href: request },
        ]}
        actions={
          proof.list && (
            <ButtonLink
              icon="file-text"
              download
              href={session ? `${here}/download` : `/api/v1/requests/${proof.requestId}/proof`}
            >
              {t("download")}
            </ButtonLink>
          )
        }
      />
      <ProofPageView proof={proof} zone={session?.timeZone ?? MARKET_ZONE} here={here} receipt={receipt} />
    </PageWrap>
  );
}
