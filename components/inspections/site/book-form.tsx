"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { LATE_FIELDS, LateFields } from "@/components/services/late/late-fields";
import { SendBar } from "@/components/ui/actions/send-bar";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextInput } from "@/components/ui/form/text-input";
import { lateReasonsOf } from "@/domain/orders/late/reasons";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type BookFormProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly day: string;
  readonly inspector: string;
  readonly isAgain: boolean;
};

const fieldId = (name: string) => `book-${name}`;

/** Who comes and when; with it the hash of the draw's seed is told. */
export function BookForm({ action, hidden, day, inspector, isAgain }: BookFormProps) {
  const t = useTranslations("inspections.book");
  const [state, submit, isSending] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string, first: string) => (state ? valueOf(state.values, name) : first);
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={fieldId} shows={["plannedDay", "inspectorName", ...LATE_FIELDS]} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="form-grid">
        <Field id={fieldId("plannedDay")} label={t("day")} error={errors.plannedDay} isRequired>
          {(wired) => <DateInput {...wired} name="plannedDay" defaultValue={kept("plannedDay", day)} />}
        </Field>
        <Field
          id={fieldId("inspectorName")}
          label={t("inspector")}
          help={t("inspectorHelp")}
          error={errors.inspectorName}
          isRequired
        >
          {(wired) => (
            <TextInput {...wired} name="inspectorName" maxLength={80} defaultValue={kept("inspectorName", inspector)} />
          )}
        </Field>
      </div>
      <LateFields
        reasons={lateReasonsOf("inspection")}
        idOf={fieldId}
        kept={(name) => kept(name, "")}
        errors={errors}
      />
      <SendBar send={t(isAgain ? "sendAgain" : "send")} icon="calendar" isSending={isSending} />
    </form>
  );
}
