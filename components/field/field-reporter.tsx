"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Panel } from "@/components/ui/panel";
import { type ReportedHere, reportedHere } from "@/domain/field/phone-outbox";
import type { FieldLateReason } from "@/domain/orders/late-reasons";
import type { DeclaredIn } from "@/domain/orders/document-numbers";
import type { EvidenceField } from "@/domain/services/evidence";
import type { Entry } from "./entry-store";
import { keepPage } from "./keep-page";
import { OutboxNote } from "./outbox-status";
import { type ReportBody, type Reporter, fieldOutbox, postSender } from "./field-outbox";
import { useOutbox } from "./outbox";
import { WaitingList } from "./waiting-reports";
import { FieldReportForm } from "./field-report-form";

type FieldReporterProps = {
  readonly reporter: Reporter;
  readonly token: string;
  /** Where the pages of links are, in this language: what may be kept on the phone. */
  readonly scope: string;
  readonly steps: readonly { readonly code: string; readonly name: string; readonly isDone: boolean }[];
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
  const address = `/api/field/${token}`;
  const outbox = useOutbox(() =>
    fieldOutbox(reporter, postSender({ entries: `${address}/reports`, photos: `${address}/photos` })),
  );
  useEffect(() => {
    // Where the phone cannot keep the page, it works as long as it stays open.
    void keepPage(scope).catch(() => undefined);
  }, [scope]);
  const { waiting } = outbox.shown;
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
  const isTold = ({ code, isDone }: { code: string; isDone: boolean }) => isDone || toldHere.has(code);
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
              detail: isTold(step) ? t("told") : undefined,
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
