"use client";

"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/blocks";
import type { Entry } from "./entry-store";
import { OutboxNote, WaitingItems } from "./outbox-status";
import { fieldOutbox, NO_WAY, postSender, type ReportBody, type Reporter } from "./field-outbox";
import { useOutbox } from "./outbox";
import { useEffect, useState } from "react";
import { type ReportedHere, reportedHere } from "@/domain/field/phone-outbox";
import type { FieldLateReason } from "@/domain/orders/late-reasons";
import type { DeclaredIn } from "@/domain/orders/document-numbers";
import type { EvidenceField } from "@/domain/services/evidence";
import { keepPage } from "./keep-page";
import { FieldReportForm } from "./field-report-form";

type WaitingListProps = {
  readonly entries: readonly Entry<ReportBody>[];
  readonly stepName: (code: string) => string;
  /** Opens one that was refused in the form, to be corrected; without it nothing can be corrected here. */
  readonly onCorrect?: ((entry: Entry<ReportBody>) => void) | undefined;
  /** Gives up one that was refused; without it nothing can be given up here. */
  readonly onDiscard?: (entry: Entry<ReportBody>) => void;
  /** Why nothing can go from this page, by the code that it would be refused with. */
  readonly stopped?: string;
};

/** What is not with the market yet, one by one; what was refused says why, and can be given up. */
export function WaitingList({ entries, stepName, onCorrect, onDiscard, stopped }: WaitingListProps) {
  const t = useTranslations("field.waiting");
  const refusals = useTranslations("field.refusal");
  const locale = useLocale();
  const reason = (code: string | null) => (code !== null && refusals.has(code) ? refusals(code) : refusals("other"));
  const said = ({ refusal, photos }: Entry) => {
    if (stopped !== undefined) return reason(stopped);
    return refusal ? reason(refusal.code) : t("waits", { photos: photos.length });
  };
  if (entries.length === 0) return null;
  return (
    <Panel title={t("title")} aside={new Intl.NumberFormat(locale).format(entries.length)} isFlush>
      <WaitingItems
        discard={t("discard")}
        correct={t("correct")}
        items={entries.map((entry) => ({
          id: entry.id,
          name: stepName(entry.body.code),
          at: Date.parse(entry.body.occurredAt),
          says: said(entry),
          onCorrect: entry.refusal && onCorrect ? () => onCorrect(entry) : null,
          onDiscard: entry.refusal && onDiscard ? () => onDiscard(entry) : null,
        }))}
      />
    </Panel>
  );
}

type StrandedReportsProps = {
  readonly reporter: Reporter;
  readonly why: "expired" | "revoked";
  readonly steps: readonly { readonly code: string; readonly name: string }[];
};

/**
 * What waits on this phone where its link takes nothing any more. It is shown, so that its holder asks for a new link and not for a new phone;
 * nothing is sent or given up here, and the next link of the same order and role sends it.
 */
export function StrandedReports({ reporter, why, steps }: StrandedReportsProps) {
  const { shown, sendNow } = useOutbox(() => fieldOutbox(reporter, NO_WAY));
  const nameOf = (code: string) => steps.find((step) => step.code === code)?.name ?? code;
  return (
    <>
      <OutboxNote shown={{ ...shown, state: "over" }} onSend={sendNow} />
      <WaitingList entries={shown.waiting ?? []} stepName={nameOf} stopped={`link_${why}`} />
    </>
  );
}

type Step = {
  readonly code: string;
  readonly name: string;
  readonly isDone: boolean;
  /** Whether a report stands beside the step and does not tell it. */
  readonly isBeside: boolean;
};

type FieldReporterProps = {
  readonly reporter: Reporter;
  readonly token: string;
  /** Where the pages of links are, in this language: what may be kept on the phone. */
  readonly scope: string;
  readonly steps: readonly Step[];
  readonly fields: readonly EvidenceField[];
  readonly declaredIn: readonly DeclaredIn[];
  /** Why a step of the order can be late. */
  readonly lateReasons: readonly FieldLateReason[];
  /** Whether the order is over: nothing more is asked for, and what was told before still goes. */
  readonly isOver: boolean;
};

/** The working part of a field link's page. It is kept on the phone, and what is reported waits there for a connection. */
export function FieldReporter({
  reporter,
  token,
  scope,
  steps,
  fields,
  declaredIn,
  lateReasons,
  isOver,
}: FieldReporterProps) {
  const t = useTranslations("field.report");
  const router = useRouter();
  const address = `/api/field/${token}`;
  const outbox = useOutbox(() =>
    fieldOutbox(reporter, postSender({ entries: `${address}/reports`, photos: `${address}/photos` })),
  );
  useEffect(() => {
    // Where the phone cannot keep the page, it works as long as it stays open.
    void keepPage(scope).catch(() => undefined);
  }, [scope]);
  const { waiting } = outbox.shown;
  const { sentCount } = outbox.shown;
  useEffect(() => {
    // What the market has taken can be struck at once.
    if (sentCount > 0) router.refresh();
  }, [sentCount, router]);
  const [chosen, setChosen] = useState<Entry<ReportBody> | null>(null);
  // One that left the phone meanwhile is corrected no more.
  const corrected = waiting?.find(({ id }) => id === chosen?.id) ?? null;
  const correctedId = corrected?.id;
  useEffect(() => {
    if (correctedId !== undefined) document.getElementById("report")?.scrollIntoView();
  }, [correctedId]);
  // What was told here stays told when it has left the phone: the page itself may be days old.
  const [reported, setReported] = useState<ReportedHere>(new Map());
  useEffect(() => {
    if (waiting && waiting.length > 0) setReported((before) => reportedHere(before, waiting));
  }, [waiting]);
  const toldHere = new Set(reported.values());
  const isTold = ({ code, isDone }: Step) => isDone || toldHere.has(code);
  const detailOf = (step: Step) => {
    if (step.isBeside && !step.isDone) return t("beside");
    return isTold(step) ? t("told") : undefined;
  };
  const nameOf = (code: string) => steps.find((step) => step.code === code)?.name ?? code;
  return (
    <>
      <OutboxNote shown={outbox.shown} onSend={outbox.sendNow} />
      <WaitingList
        entries={waiting ?? []}
        stepName={nameOf}
        onCorrect={isOver ? undefined : setChosen}
        onDiscard={(entry) => void outbox.discard(entry)}
      />
      {!isOver && (
        <Panel title={t(corrected ? "correct" : "title")} id="report">
          <FieldReportForm
            key={corrected?.id}
            corrected={corrected?.body ?? null}
            steps={steps.map((step) => ({
              value: step.code,
              title: step.name,
              detail: detailOf(step),
            }))}
            nextCode={steps.find((step) => !isTold(step))?.code}
            fields={fields}
            declaredIn={declaredIn}
            lateReasons={lateReasons}
            keep={(body, photos) => (corrected ? outbox.correct(corrected, body) : outbox.add(body, photos))}
          />
        </Panel>
      )}
    </>
  );
}
