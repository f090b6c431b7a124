import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney } from "@/components/ui/figures";
import { ActionForm } from "@/components/ui/form/action-form";
import { RowKeys } from "@/components/ui/form/row-keys";
import { formatTime } from "@/components/ui/time/format-time";
import type { FormAction } from "@/domain/shared/form-state";
import type { BidRow } from "@/views/bids";

type WithdrawBidsProps = {
  readonly action: FormAction;
  readonly bids: readonly BidRow[];
  readonly zone: string;
  /** The key of the call. */
  readonly callKey: string;
  /** What is said where none is left. */
  readonly nothingLeft: ReactNode;
};

/** Bids that can still be taken back, of which those that are chosen are withdrawn: for what, what each comes to, and until when that may be. */
export function WithdrawBids({ action, bids, zone, callKey, nothingLeft }: WithdrawBidsProps) {
  const t = useTranslations("lists.withdraw");
  const locale = useLocale();
  const detail = ({ title, total, closesAt }: BidRow) => {
    const time = formatTime(closesAt, { locale, zone, shape: "full" });
    return [title, formatMoney(total, locale, { display: "code" }), t("closes", { time })].join(" · ");
  };
  return (
    <RowKeys>
      <ActionForm
        id="bids"
        action={action}
        hidden={{ idempotencyKey: callKey }}
        isBinding
        {...(bids.length === 0 && { nothingLeft })}
        fields={[
          {
            ...{ kind: "checks", name: "bidIds", label: t("which"), chosen: [] },
            options: bids.map((bid) => ({ value: bid.id, label: bid.reference, detail: detail(bid) })),
          },
        ]}
        send={t("withdraw")}
        variant="danger"
      />
    </RowKeys>
  );
}
