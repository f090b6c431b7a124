import { useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { TimeText } from "@/components/ui/time/time-text";
import { DataTable } from "@/components/ui/table/data-table";
import type { ShownLock } from "@/domain/remittance/payment-view";
import type { HubWithClock } from "@/domain/shared/named";

type LockTableProps = { readonly locks: readonly ShownLock[]; readonly zone: string; readonly hub: HubWithClock };

const stateOf = ({ isLive, needsConfirmation, confirmedAt }: ShownLock): "ended" | "waits" | "holds" => {
  if (!isLive) return "ended";
  return needsConfirmation && confirmedAt === null ? "waits" : "holds";
};

/** Every rate that was locked, until when, and whether it holds. */
export function LockTable({ locks, zone, hub }: LockTableProps) {
  const t = useTranslations("remittance.lock");
  return (
    <DataTable
      caption={t("caption")}
      rows={locks}
      rowKey={({ id }) => id}
      height="tall"
      columns={[
        {
          key: "rate",
          head: t("rate"),
          cell: ({ base, quote, rate }) => t("pair", { base, quote, rate }),
          detail: ({ reference }) => reference,
        },
        { key: "from", head: t("from"), cell: ({ lockedAt }) => <TimeText at={lockedAt} zone={zone} hasSeconds /> },
        {
          key: "until",
          head: t("until"),
          cell: ({ expiresAt }) => <DeadlineText at={expiresAt} zone={zone} hub={hub} />,
        },
        {
          key: "state",
          head: t("state"),
          cell: (lock) => (
            <>
              {t(stateOf(lock))}
              {lock.confirmedAt !== null && (
                <small>
                  {t("taken")} <TimeText at={lock.confirmedAt} zone={zone} />
                </small>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
