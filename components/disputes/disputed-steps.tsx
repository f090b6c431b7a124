import { useTranslations } from "next-intl";
import { EvidenceView, isPicture, PhotoStrip } from "@/components/field/evidence-view";
import { LateReason } from "@/components/orders/milestone-list";
import { platesAt } from "@/domain/orders/slots/plates";
import { useMilestoneName } from "@/components/services/service-name";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { DisputedOrder, DisputedStep } from "@/views/disputes";

type StepsProps = { readonly order: DisputedOrder; readonly zone: string };

/** What was said with a step, why it was late, and what was shown of it. */
function StepSaid({ step, order, zone }: StepsProps & { readonly step: DisputedStep }) {
  const { note, late, evidence, code } = step;
  const own = order.files.filter(({ milestoneCode }) => milestoneCode === code);
  const view = { files: own, dealGrams: order.grossWeightGrams, slotPlates: platesAt(order.slotPlates, code), zone };
  const named = new Set(evidence?.photos?.map(({ fileId }) => fileId));
  const loose = own.filter((file) => isPicture(file) && !named.has(file.id));
  return (
    <>
      {note !== "" && <span className="block break-anywhere">{note}</span>}
      {late && <LateReason {...late} />}
      {evidence && <EvidenceView {...view} evidence={evidence} />}
      {loose.length > 0 && <PhotoStrip files={loose} photos={[]} zone={zone} />}
    </>
  );
}

/** The steps of a disputed order: when each was due and done, and what was said and shown of it. */
export function DisputedSteps({ order, zone }: StepsProps) {
  const t = useTranslations("disputes.disputed");
  const milestone = useMilestoneName(order.mode);
  const name = ({ code }: DisputedStep) => milestone(order.service, code);
  const time = (at: number) => <TimeText at={at} zone={zone} hasYear />;
  const done = ({ occurredAt }: DisputedStep) => (occurredAt === null ? t("notYet") : time(occurredAt));
  const due = ({ dueAt }: DisputedStep) => (dueAt === null ? t("noDue") : time(dueAt));
  const late = ({ occurredAt, dueAt }: DisputedStep) =>
    occurredAt !== null && dueAt !== null && occurredAt > dueAt ? <b>{t("late")}</b> : null;
  return (
    <DataTable
      caption={t("steps")}
      rows={order.steps}
      rowKey={({ code }) => code}
      columns={[
        { key: "step", head: t("step"), cell: name },
        { key: "due", card: "route", isNamedOnCard: true, head: t("due"), cell: due },
        { key: "time", card: "title", head: t("time"), cell: done, detail: late },
        {
          key: "note",
          card: "facts",
          head: t("note"),
          cell: (step) => <StepSaid step={step} order={order} zone={zone} />,
        },
      ]}
    />
  );
}
