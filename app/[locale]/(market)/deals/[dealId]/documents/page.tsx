import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { FindingList } from "@/components/documents/finding-list";
import { LeftOutTable } from "@/components/documents/left-out-table";
import { ReadinessChip } from "@/components/documents/paper-state-chip";
import { ReadinessTable } from "@/components/documents/readiness-table";
import { VersionTable } from "@/components/documents/version-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { Panel } from "@/components/ui/page/panel";
import { formatDay } from "@/components/ui/time/format-time";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { documentsView } from "@/server/documents/queries/documents";
import { PaperStep } from "./paper-step";

type PageProps = {
  readonly params: Promise<{ dealId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const word = z.string().max(64).catch("");
const address = z.object({ enter: word, revise: word, withdraw: word });

/** The papers of a deal: what is missing, what contradicts, what was entered, and the form of one. */
export default async function DocumentsPage({ params, searchParams }: PageProps) {
  const { dealId } = await params;
  const { actor, timeZone } = await requireMember(`/deals/${dealId}/documents`);
  const view = await documentsView(platform().database.read, actor, dealId);
  if (!view) notFound();
  const [locale, t, deals] = await Promise.all([
    getLocale(),
    getTranslations("documents"),
    getTranslations("deals.list"),
  ]);
  const { deal, readiness, findings, leftOut } = view;
  const isBuyer = view.parties.includes("buyer");
  return (
    <PageWrap>
      <PageHead
        title={t("readiness.page", { reference: deal.reference })}
        crumb={
          isBuyer
            ? [
                { label: deals("title"), href: `/${locale}/deals` },
                { label: deal.reference, href: `/${locale}/deals/${deal.id}` },
                { label: t("readiness.title") },
              ]
            : [{ label: deal.reference }, { label: t("readiness.title") }]
        }
        sub={t("readiness.sub", { day: formatDay(view.borderDay, locale, true) })}
        chip={<ReadinessChip readiness={readiness} />}
      />
      <div className="stack">
        <PaperStep view={view} asked={address.parse(await searchParams)} />
        <Panel title={t("readiness.title")} isFlush>
          {readiness.rows.length > 0 ? <ReadinessTable view={view} /> : <EmptyState reason={t("readiness.none")} />}
        </Panel>
        <Panel title={t("findings.title")}>
          {findings.length > 0 ? <FindingList findings={findings} /> : <p>{t("findings.none")}</p>}
        </Panel>
        <Panel title={t("entered.title")} isFlush={view.versions.length > 0}>
          {view.versions.length > 0 ? <VersionTable view={view} zone={timeZone} /> : <p>{t("entered.none")}</p>}
        </Panel>
        <Panel title={t("left.title")} isFlush>
          <LeftOutTable leftOut={leftOut} needed={readiness.rows.map(({ kind }) => kind)} />
        </Panel>
      </div>
    </PageWrap>
  );
}
