"use client";

import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import type { Entry } from "../outbox/entry";
import { WaitingItems } from "../outbox/waiting-items";
import type { ReportBody } from "../report/report-body";

type WaitingListProps = {
  readonly entries: readonly Entry<ReportBody>[];
  readonly stepName: (code: string) => string;
  /** Gives up one that was refused; without it nothing can be given up here. */
  readonly onDiscard?: (entry: Entry<ReportBody>) => void;
  /** Why nothing can go from this page, by the code that it would be refused with. */
  readonly stopped?: string;
};

/** What is not with the market yet, one by one; what was refused says why, and can be given up. */
export function WaitingList({ entries, stepName, onDiscard, stopped }: WaitingListProps) {
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
        items={entries.map((entry) => ({
          id: entry.id,
          name: stepName(entry.body.code),
          at: Date.parse(entry.body.occurredAt),
          says: said(entry),
          onDiscard: entry.refusal && onDiscard ? () => onDiscard(entry) : null,
        }))}
      />
    </Panel>
  );
}
