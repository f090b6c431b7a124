"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import type { FormAction } from "@/domain/shared/form-state";
import { REASON_MAX } from "@/domain/requests/reasons";
import { FormShell } from "../form-shell";

type ReasonFormProps = {
  readonly action: FormAction;
  readonly name: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: ReactNode;
  readonly send: ReactNode;
};

/** Shuts somebody out, never without a reason. */
export function ReasonForm({ action, name, hidden, label, send }: ReasonFormProps) {
  return (
    <FormShell action={action} name={name} hidden={hidden} send={send} look={{ variant: "danger" }}>
      {(kept) => (
        <Field id={kept.id("reason")} label={label} error={kept.error("reason")} isRequired>
          {(wiring) => (
            <TextArea {...wiring} name="reason" maxLength={REASON_MAX} rows={2} defaultValue={kept.value("reason")} />
          )}
        </Field>
      )}
    </FormShell>
  );
}
