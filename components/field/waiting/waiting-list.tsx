"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { Entry } from "../outbox/entry";
import type { ReportBody } from "../report/report-body";

type WaitingListProps = {
  readonly entries: readonly Entry<ReportBody>[];
  readonly stepName: (code: string) => string;
  /** Gives up one that was refused; without it nothing can be given up here. */
  readonly onDiscard?: (entry: Entry<ReportBody>) => void;
  /** Why nothing can go from this page, by the code that it would be refused with. */
  readonly stopped?: string;
};

/** The zone of this phone, which is also that of the times its holder types. */
const phoneZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

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
      <ol className="field-waiting">
        {entries.map((entry) => (
          <li key={entry.id}>
            <b>{stepName(entry.body.code)}</b>{" "}
            <TimeText at={Date.parse(entry.body.occurredAt)} zone={phoneZone()} hasZone={false} />
            <span className="block text-ink-2">{said(entry)}</span>
            {entry.refusal && onDiscard && (
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
