"use client";

import { useTranslations } from "next-intl";
import { DateInput, TextArea, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import type { FormAction } from "@/domain/shared/form-state";
import { REASON_MAX } from "@/domain/requests/reasons";
import { FormShell } from "./form-shell";
import type { ReactNode } from "react";

type CheckFormProps = {
  readonly action: FormAction;
  readonly organisationId: string;
  readonly registerMax: number;
};

/** What an administrator puts on record after looking an organisation up: in which register, until when it counts, and what was seen. */
export function CheckForm({ action, organisationId, registerMax }: CheckFormProps) {
  const t = useTranslations("accounts.check");
  return (
    <FormShell action={action} name="check" hidden={{ organisationId }} send={t("send")}>
      {(kept) => (
        <div className="form-grid">
          <Field
            id={kept.id("register")}
            label={t("register")}
            help={t("registerHelp")}
            error={kept.error("register")}
            isRequired
            className="span-8"
          >
            {(wiring) => (
              <TextInput {...wiring} name="register" maxLength={registerMax} defaultValue={kept.value("register")} />
            )}
          </Field>
          <Field
            id={kept.id("expiresOn")}
            label={t("expiresOn")}
            error={kept.error("expiresOn")}
            isRequired
            className="span-4"
          >
            {(wiring) => <DateInput {...wiring} name="expiresOn" defaultValue={kept.value("expiresOn")} />}
          </Field>
          <Field
            id={kept.id("reason")}
            label={t("reason")}
            help={t("reasonHelp")}
            error={kept.error("reason")}
            isRequired
            className="span-12"
          >
            {(wiring) => (
              <TextArea {...wiring} name="reason" rows={2} maxLength={REASON_MAX} defaultValue={kept.value("reason")} />
            )}
          </Field>
        </div>
      )}
    </FormShell>
  );
}

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
