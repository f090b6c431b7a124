import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FIELD_PARTS } from "@/app/client-parts";
import { ClientWords } from "@/app/client-words";
import { FieldHead, LinkOver } from "@/components/field/link-page";
import type { Reporter } from "@/components/field/field-outbox";
import { FieldReporter, StrandedReports } from "@/components/field/field-reporter";
import { SentReports } from "@/components/field/sent-reports";
import { milestoneName } from "@/components/services/service-name";
import { formatTime } from "@/components/ui/time/format-time";
import { PageWrap } from "@/components/shell/page-wrap";
import { GuideSteps } from "@/components/orders/slot-rules";
import { Note, Panel } from "@/components/ui/blocks";
import { sayStatus } from "@/server/platform/process/answer-status";
import { type Opened, openLink } from "@/server/platform/identity/field-gate";
import { platform } from "@/server/platform/platform";
import { dispatcherOf, fieldView, stepsOfLink } from "@/server/field/queries";
import { fieldLateReasonsOf } from "@/domain/orders/late-reasons";
import { slotGuide } from "@/server/orders/slots/slot-reference";
import { placeName } from "@/domain/shared/place-names";

type PageProps = { readonly params: Promise<{ token: string }> };

// The address is the permission: it is told to no other page, and found by no search engine.
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false, follow: false } };

type Gone = Extract<Opened, { readonly kind: "expired" | "revoked" }>;

/** Whose reports wait on the phone: it is the same person by the link that replaces this one. */
const reporterOf = ({ id, orderId, organisationId, role }: Gone["link"]): Reporter => ({
  linkId: id,
  orderId,
  organisationId,
  role,
});

/** In place of the page of a link that is over: why, whom to ask, and what of one's reports is still on the phone. */
async function GonePage({ kind, link }: Gone) {
  const [words, steps] = await Promise.all([getTranslations(), stepsOfLink(platform().database.read, link)]);
  return (
    <PageWrap>
      <div className="field-page">
        <LinkOver why={kind} dispatcher={dispatcherOf(link)} />
        {steps && (
          <ClientWords rooms={FIELD_PARTS}>
            <StrandedReports
              reporter={reporterOf(link)}
              why={kind}
              steps={steps.codes.map((code) => ({ code, name: milestoneName(words, steps, code) }))}
            />
          </ClientWords>
        )}
      </div>
    </PageWrap>
  );
}

/** What a field link shows: the same to whoever has it, signed in or not. */
export default async function FieldPage({ params }: PageProps) {
  const { token } = await params;
  const opened = await openLink(token);
  if (opened.kind === "forged") notFound();
  if (opened.kind !== "stands") {
    sayStatus(410);
    return <GonePage {...opened} />;
  }
  const view = await fieldView(platform().database.read, opened.link, opened.actor);
  if (!view) notFound();
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("field.page"), getTranslations()]);
  const systems = [...new Set(view.slots.map(({ system }) => system))];
  return (
    <PageWrap>
      <div className="field-page">
        <FieldHead view={view} placeNameOf={(place) => placeName(place, locale)} />
        <noscript>
          <Note tone="warn">{t("noScript")}</Note>
        </noscript>
        {view.isOver && <Note>{t("isOver")}</Note>}
        <ClientWords rooms={FIELD_PARTS}>
          <FieldReporter
            reporter={reporterOf(opened.link)}
            token={token}
            scope={`/${locale}/f/`}
            steps={view.steps.map(({ code, occurredAt, isBeside }) => ({
              code,
              isBeside,
              name: milestoneName(words, view, code),
              isDone: occurredAt !== null,
            }))}
            fields={view.fields}
            declaredIn={view.declaredIn}
            lateReasons={fieldLateReasonsOf(view.service, view.mode)}
            isOver={view.isOver}
          />
          <SentReports
            address={`/api/field/${token}/strikes`}
            reports={view.reports.map(({ id, code, occurredAt }) => ({
              value: id,
              label: `${milestoneName(words, view, code)} · ${formatTime(occurredAt, { zone: view.hub.zone, locale })}`,
            }))}
          />
        </ClientWords>
        {systems.map((system) => (
          <Panel key={system} title={t("guide")}>
            <GuideSteps guide={slotGuide(system, locale)} />
          </Panel>
        ))}
      </div>
    </PageWrap>
  );
}
