"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/actions/send-bar";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { Mode } from "@/domain/hubs/place";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

const SHOWN = ["mode", "zone", "from", "to", "reason", "source"];

type ClosureFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly hubId: string;
  readonly modes: readonly Mode[];
  /** The clocks on either side, the hub's own first, as they are said. */
  readonly zones: readonly { readonly value: string; readonly label: string }[];
};

/** Announces that a hub lets nobody through for a time. */
export function ClosureForm({ action, idempotencyKey, hubId, modes, zones }: ClosureFormProps) {
  const t = useTranslations("hub-board.admin");
  const words = useTranslations("hubs.mode");
  const [state, send, isSending] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string) => valueOf(state?.values, name);
  return (
    <form action={send} key={state?.key} className="stack" noValidate>
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <input type="hidden" name="hubId" value={hubId} />
      <FormProblems state={state} fieldId={(name) => `closure-${name}`} shows={SHOWN} />
      <div className="form-grid">
        <Field id="closure-mode" label={t("mode")} error={errors.mode} isRequired>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="mode"
              placeholder={t("allModes")}
              options={modes.map((mode) => ({ value: mode, label: words(mode) }))}
              defaultValue={kept("mode")}
            />
          )}
        </Field>
        <Field id="closure-zone" label={t("zone")} error={errors.zone} isRequired>
          {(wiring) => (
            <Select {...wiring} name="zone" options={zones} defaultValue={kept("zone") || zones[0]?.value} />
          )}
        </Field>
        {(["from", "to"] as const).map((name) => (
          <Field key={name} id={`closure-${name}`} label={t(name)} error={errors[name]} isRequired>
            {(wiring) => (
              <input {...wiring} type="datetime-local" className="input" name={name} defaultValue={kept(name)} />
            )}
          </Field>
        ))}
        <Field id="closure-reason" label={t("reason")} help={t("reasonHelp")} error={errors.reason} isRequired>
          {(wiring) => <TextInput {...wiring} name="reason" maxLength={300} defaultValue={kept("reason")} />}
        </Field>
        <Field id="closure-source" label={t("source")} help={t("sourceHelp")} error={errors.source} isRequired>
          {(wiring) => <TextInput {...wiring} name="source" maxLength={200} defaultValue={kept("source")} />}
        </Field>
      </div>
      <SendBar send={t("announce")} isSending={isSending} />
    </form>
  );
}
