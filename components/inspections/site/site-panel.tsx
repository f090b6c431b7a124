"use client";

import { useDefectNames } from "@/components/inspections/defect-name";
import { useLocale, useTranslations } from "next-intl";
import { OutboxNote } from "@/components/field/outbox/outbox-note";
import { Panel } from "@/components/ui/page/panel";
import { PHOTO_SUBJECTS, type PhotoSubject } from "@/domain/services/inspection/choices";
import type { FormAction } from "@/domain/shared/form-state";
import { FindingsForm, type FindingsFormProps } from "./findings-form";
import { PhotoForm } from "./photo-form";
import { NotTaken } from "./outbox/not-taken";
import { useSiteOutbox } from "./outbox/use-site-outbox";

type SitePanelProps = Omit<FindingsFormProps, "outbox"> & {
  readonly orderId: string;
  readonly roundId: string;
  readonly save: FormAction;
  readonly language: string;
  /** What the type of the visit has to show. */
  readonly photosDue: readonly PhotoSubject[];
  readonly photoKey: string;
  readonly outcome: string | null;
};

/** All that an inspector does with the goods, on one page that goes on without a connection. */
export function SitePanel(props: SitePanelProps) {
  const { orderId, roundId, save, language, photosDue, photoKey, outcome, ...findings } = props;
  const t = useTranslations("inspections");
  const locale = useLocale();
  const outbox = useSiteOutbox({ orderId, roundId, actions: { results: save } });
  const refused = outbox.shown.waiting?.filter(({ refusal }) => refusal !== null).length ?? 0;
  const subject = useTranslations("service-inspection.option.photo");
  const { defectName } = useDefectNames();
  const kinds = [...new Set(findings.results?.defects.map(({ code }) => code))];
  const subjects = [
    ...[...new Set([...photosDue, ...PHOTO_SUBJECTS])].map((value) => ({ value, label: subject(value) })),
    ...kinds.map((value) => ({ value, label: defectName(value) })),
  ];
  return (
    <>
      <OutboxNote shown={outbox.shown} onSend={outbox.sendNow} />
      {refused > 0 && (
        <Panel title={t("notTaken.title")} aside={new Intl.NumberFormat(locale).format(refused)} isFlush>
          <NotTaken entries={outbox.shown.waiting} onDiscard={(entry) => void outbox.discard(entry)} />
        </Panel>
      )}
      <Panel title={t("site.title")} id="site">
        <FindingsForm {...findings} outbox={outbox} />
      </Panel>
      <Panel title={t("photos.add")} id="files">
        <PhotoForm
          orderId={orderId}
          roundId={roundId}
          language={language}
          subjects={subjects}
          idempotencyKey={photoKey}
          outcome={outcome}
          outbox={outbox}
        />
      </Panel>
    </>
  );
}
