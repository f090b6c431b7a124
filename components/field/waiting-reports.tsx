"use client";

import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Entry } from "./entry-store";
import { OutboxNote, WaitingItems } from "./outbox-status";
import { NO_WAY, type ReportBody, type Reporter, fieldOutbox } from "./field-outbox";
import { useOutbox } from "./outbox";

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
