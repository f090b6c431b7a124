import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ChoosePaper } from "@/components/documents/choose-paper";
import { DocumentForm } from "@/components/documents/form/document-form";
import { WithdrawForm } from "@/components/documents/form/withdraw-form";
import { type DocumentKind, shapeOf } from "@/domain/services/document-kind";
import type { DocumentsView } from "@/domain/documents/document-view";
import { fieldNames } from "@/domain/documents/form/read-document-form";
import { newDocumentForm, writeDocumentForm } from "@/domain/documents/form/write-document-form";
import { dayOf } from "@/domain/shared/local-date";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { enterAction, reviseAction, withdrawAction } from "./actions";

/** What the address asks for: one form at a time. */
export type AskedStep = { readonly enter: string; readonly revise: string; readonly withdraw: string };

type PaperStepProps = { readonly view: DocumentsView; readonly asked: AskedStep };

/** The one form that the viewer asked for and may send; else the choice of a paper to enter. */
export async function PaperStep({ view, asked }: PaperStepProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("documents")]);
  const here = `/${locale}/deals/${view.deal.id}/documents`;
  const idempotencyKey = newId();
  const own = view.readiness.rows
    .flatMap(({ documents }) => documents)
    .find(({ id }) => view.ownIds.includes(id) && (id === asked.revise || id === asked.withdraw));
  const common = (kind: DocumentKind) => ({
    names: fieldNames(kind),
    isIncotermOptional: shapeOf(kind) === "declaration",
    backHref: here,
  });
  if (own && asked.withdraw === own.id)
    return (
      <ClientWords rooms={["documents.withdraw"]}>
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
