"use client";

import { useTranslations } from "next-intl";
import { MilestoneFiles } from "@/components/files/milestone-files";
import { AmountInput } from "@/components/ui/form/amount-input";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Field } from "@/components/ui/form/field";
import { clearanceFieldId, type FormFrame } from "../deed-form";
import type { Typed } from "../lines-form";

type AssessmentEndProps = Pick<FormFrame, "nowLocal" | "zoneName" | "files"> & {
  readonly currency: string;
  readonly typed: Typed;
};

/** The fee of the declaration, when it was assessed, and what shows it. */
export function AssessmentEnd({ nowLocal, zoneName, files, currency, typed: { kept, errors } }: AssessmentEndProps) {
  const t = useTranslations("clearance.form");
  return (
    <>
      <div className="form-grid">
        <Field id={clearanceFieldId("fee")} label={t("fee")} error={errors.fee} isRequired>
          {(wired) => <AmountInput {...wired} unit={currency} name="fee" defaultValue={kept("fee")} />}
        </Field>
        <Field id={clearanceFieldId("occurredAt")} label={t("occurredAt")} error={errors.occurredAt} isRequired>
          {(wired) => (
            <DateTimeInput {...wired} name="occurredAt" zone={zoneName} defaultValue={kept("occurredAt", nowLocal)} />
          )}
        </Field>
      </div>
      <MilestoneFiles id={clearanceFieldId("fileIds")} files={files} chosen={[]} error={errors.fileIds} />
    </>
  );
}
