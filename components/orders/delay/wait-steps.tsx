import { useTranslations } from "next-intl";
import { TimeText } from "@/components/ui/time/time-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { DelayPiece } from "@/domain/orders/delay/delay-clock";
import type { ShownWait } from "@/domain/orders/delay/delay-view";
import { lengthMs } from "@/domain/orders/delay/spans";
import { useHours } from "./delay-bar";

/** Every step of a wait, as the bar draws it: from when until when, what it counts as, why, and who pays. */
export function WaitSteps({ wait, zone }: { readonly wait: ShownWait; readonly zone: string }) {
  const t = useTranslations("delay");
  const hours = useHours();
  const columns: Column<DelayPiece>[] = [
    { key: "from", head: t("steps.from"), cell: ({ from }) => <TimeText at={from} zone={zone} hasZone={false} /> },
    { key: "to", head: t("steps.to"), cell: ({ to }) => <TimeText at={to} zone={zone} hasZone={false} /> },
    { key: "hours", head: t("steps.hours"), isNumber: true, cell: (piece) => hours(lengthMs(piece)) },
    { key: "what", head: t("steps.what"), cell: ({ as }) => t(`steps.${as}`) },
    {
      key: "reason",
      head: t("steps.reason"),
      cell: ({ reason, isObjected }) => (
        <>
          {reason === null ? t("steps.noReason") : t(`reason.${reason}`)}
          {isObjected && ` (${t("steps.objected")})`}
        </>
      ),
    },
    {
      key: "payer",
      head: t("steps.payer"),
      cell: ({ as, payer }) => (as === "charged" ? t(`payer.${payer}`) : null),
    },
  ];
  return (
    <DataTable
      caption={t("steps.caption")}
      columns={columns}
      rows={wait.reckoning.pieces}
      rowKey={({ from }) => `${from}`}
      height="dense"
    />
  );
}
