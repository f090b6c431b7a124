import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { RoundView } from "@/domain/inspections/inspection-view";
import { minutesOfVisit } from "@/domain/inspections/visit-times";
import type { Instant } from "@/domain/shared/instant";
import { RoundStateChip } from "./round-state-chip";
import { VerdictChip } from "./verdict-chip";

type VisitsTableProps = { readonly rounds: readonly RoundView[]; readonly zone: string };

/** Each visit with its own times, its verdict where it was reported, and how far it is where it was not. */
export function VisitsTable({ rounds, zone }: VisitsTableProps) {
  const t = useTranslations("inspections");
  const time = (at: Instant | null) => (at === null ? t("page.notYet") : <TimeText at={at} zone={zone} />);
  return (
    <DataTable
      caption={t("panel.visits")}
      columns={[
        {
          key: "visit",
          head: t("panel.visit"),
          cell: ({ number }) => t("page.round", { number }),
          detail: ({ inspectorName }) => inspectorName ?? undefined,
        },
        { key: "arrived", head: t("page.arrived"), cell: ({ checkedInAt }) => time(checkedInAt) },
        { key: "left", head: t("page.left"), cell: ({ checkedOutAt }) => time(checkedOutAt) },
        { key: "minutes", head: t("page.minutes"), isNumber: true, cell: (round) => minutesOfVisit(round) ?? "" },
        {
          key: "verdict",
          head: t("panel.verdict"),
          cell: ({ issuedAt, judgement, state }) =>
            issuedAt !== null && judgement ? (
              <VerdictChip verdict={judgement.kind} />
            ) : (
              <RoundStateChip state={state} />
            ),
        },
      ]}
      rows={rounds}
      rowKey={({ id }) => id}
      height="regular"
    />
  );
}
