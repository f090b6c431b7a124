import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useServiceName } from "@/components/services/service-name";
import { ActionForm } from "@/components/ui/form/action-form";
import { RowKeys } from "@/components/ui/form/row-keys";
import { formatTime } from "@/components/ui/time/format-time";
import type { FormAction } from "@/domain/shared/form-state";
import type { PassedRow } from "@/views/bids";

type PassFormProps = {
  readonly act: "pass" | "takeUp";
  readonly action: FormAction;
  readonly rows: readonly PassedRow[];
  readonly zone: string;
  /** The key of the call. */
  readonly callKey: string;
  /** What is said where none is left. */
  readonly nothingLeft: ReactNode;
};

/** Requests, of which those that are chosen are said not to be for us, or are taken back. */
export function PassForm({ act, action, rows, zone, callKey, nothingLeft }: PassFormProps) {
  const t = useTranslations("lists.pass");
  const locale = useLocale();
  const service = useServiceName();
  const detail = (row: PassedRow) =>
    [
      service(row.service),
      row.title,
      t("closes", { time: formatTime(row.closesAt, { locale, zone, shape: "full" }) }),
    ].join(" · ");
  const form = (
    <ActionForm
      id={act}
      action={action}
      hidden={{ idempotencyKey: callKey }}
      {...(rows.length === 0 && { nothingLeft })}
      fields={[
        {
          ...{ kind: "checks", name: "requestIds", label: t(`${act}.which`), chosen: [] },
          options: rows.map((row) => ({ value: row.id, label: row.reference, detail: detail(row) })),
        },
      ]}
      send={t(`${act}.send`)}
      variant={act === "pass" ? "primary" : undefined}
    />
  );
  return act === "pass" ? <RowKeys>{form}</RowKeys> : form;
}
