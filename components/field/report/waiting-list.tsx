"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { Entry } from "../outbox/entry";
import type { ReportBody } from "./report-body";

type WaitingListProps = {
  readonly entries: readonly Entry<ReportBody>[];
  readonly stepName: (code: string) => string;
  readonly onDiscard: (entry: Entry<ReportBody>) => void;
};

/** The zone of this phone, which is also that of the times its holder types. */
const phoneZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is not with the market yet, one by one; what was refused says why, and can be given up. */
export function WaitingList({ entries, stepName, onDiscard }: WaitingListProps) {
  const t = useTranslations("field.waiting");
  const refusals = useTranslations("field.refusal");
  const locale = useLocale();
  const reason = (code: string | null) => (code !== null && refusals.has(code) ? refusals(code) : refusals("other"));
  if (entries.length === 0) return null;
  return (
    <Panel title={t("title")} aside={new Intl.NumberFormat(locale).format(entries.length)} isFlush>
      <ol className="field-waiting">
        {entries.map((entry) => (
          <li key={entry.id}>
            <b>{stepName(entry.body.code)}</b>{" "}
            <TimeText at={Date.parse(entry.body.occurredAt)} zone={phoneZone()} hasZone={false} />
            <span className="block text-ink-2">
              {entry.refusal ? reason(entry.refusal.code) : t("waits", { photos: entry.photos.length })}
            </span>
            {entry.refusal && (
              <Button type="button" size="small" onClick={() => onDiscard(entry)}>
                {t("discard")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
