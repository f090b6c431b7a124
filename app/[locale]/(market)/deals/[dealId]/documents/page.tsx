import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ChoosePaper, LeftOutTable, VersionTable } from "@/components/documents/document-tables";
import { DocumentForm } from "@/components/documents/document-form";
import { WithdrawForm } from "@/components/documents/withdraw-form";
import { type DocumentKind, shapeOf } from "@/domain/services/document-kind";
import type { DealDocumentsPage } from "@/views/documents";
import { currentOf } from "@/domain/documents/deal-document";
import { fieldNames, newDocumentForm, writeDocumentForm } from "@/domain/documents/document-form";
import { dayOf } from "@/domain/shared/time";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { enterAction, reviseAction, withdrawAction } from "./actions";
import { notFound } from "next/navigation";
import { z } from "zod";
import { FindingList, ReadinessChip, ReadinessTable } from "@/components/documents/readiness";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { formatDay } from "@/components/ui/time/format-time";
import { requireMember } from "@/server/platform/identity/page-gate";
import { documentsView } from "@/server/documents/queries";

/** What the address asks for: one form at a time. */
export type AskedStep = { readonly enter: string; readonly revise: string; readonly withdraw: string };

type PaperStepProps = { readonly view: DealDocumentsPage; readonly asked: AskedStep };

/** The one form that the viewer asked for and may send; else the choice of a paper to enter. */
async function PaperStep({ view, asked }: PaperStepProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("documents")]);
  const here = `/${locale}/deals/${view.deal.id}/documents`;
  const idempotencyKey = newId();
  const own = currentOf(view.versions).find(
    ({ id }) => view.ownIds.includes(id) && (id === asked.revise || id === asked.withdraw),
  );
  const common = (kind: DocumentKind) => ({
    names: fieldNames(kind),
    isIncotermOptional: shapeOf(kind) === "declaration",
    backHref: here,
  });
  if (own && asked.withdraw === own.id)
    return (
      <ClientWords>
        <WithdrawForm
          action={withdrawAction}
          title={t("withdraw.title", { kind: t(`kind.${own.kind}`), number: own.number })}
          hidden={{ documentId: own.id, version: String(own.version), idempotencyKey }}
          backHref={here}
        />
      </ClientWords>
    );
  if (own)
    return (
      <ClientWords rooms={["documents.form", "services.form"]}>
        <DocumentForm
          {...common(own.kind)}
          action={reviseAction}
          title={t("form.reviseTitle", { kind: t(`kind.${own.kind}`) })}
          hidden={{ kind: own.kind, documentId: own.id, version: String(own.version), idempotencyKey }}
          values={writeDocumentForm(own)}
        />
      </ClientWords>
    );
  const kind = view.enterable.find((one) => one === asked.enter);
  if (kind)
    return (
      <ClientWords rooms={["documents.form", "services.form"]}>
        <DocumentForm
          {...common(kind)}
          action={enterAction}
          title={t("form.title", { kind: t(`kind.${kind}`) })}
          hidden={{ kind, dealId: view.deal.id, idempotencyKey }}
          values={newDocumentForm(kind, view.deal, dayOf(platform().clock()))}
        />
      </ClientWords>
    );
  return view.enterable.length > 0 ? <ChoosePaper action={here} kinds={view.enterable} /> : null;
}

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
  const view = await documentsView(pageReader(), actor, dealId);
  if (!view) notFound();
  const [locale, t, deals] = await Promise.all([
    getLocale(),
    getTranslations("documents"),
    getTranslations("deals.list"),
  ]);
  const { deal, readiness, documents, findings, leftOut } = view;
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
        sub={t("readiness.sub", { day: formatDay(readiness.borderDay, locale, true) })}
        chip={<ReadinessChip readiness={readiness} />}
      />
      <div className="stack">
        <PaperStep view={view} asked={address.parse(await searchParams)} />
        <Panel title={t("readiness.title")} isFlush>
          {documents.length > 0 ? <ReadinessTable view={view} /> : <EmptyState reason={t("readiness.none")} />}
        </Panel>
        <Panel title={t("findings.title")}>
          {findings.length > 0 ? <FindingList findings={findings} /> : <p>{t("findings.none")}</p>}
        </Panel>
        <Panel title={t("entered.title")} isFlush={view.versions.length > 0}>
          {view.versions.length > 0 ? <VersionTable view={view} zone={timeZone} /> : <p>{t("entered.none")}</p>}
        </Panel>
        <Panel title={t("left.title")} isFlush>
          <LeftOutTable leftOut={leftOut} needed={documents.map(({ kind }) => kind)} />
        </Panel>
      </div>
    </PageWrap>
  );
}
