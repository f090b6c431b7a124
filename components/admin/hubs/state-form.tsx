"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/actions/send-bar";
import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { Mode } from "@/domain/hubs/place";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

const SHOWN = [
  ...["mode", "backlog", "throughputPerDay", "arrivalsPerDay", "capacityPerDay"],
  ...["opensAt", "shutsAt", "asOf", "source"],
];

type StateFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly hubId: string;
  readonly modes: readonly Mode[];
  /** The hub's zone, IANA and as it is said: "GMT+8". */
  readonly zone: string;
  readonly zoneName: string;
};

/** Enters what was counted at a hub for one mode. */
export function StateForm({ action, idempotencyKey, hubId, modes, zone, zoneName }: StateFormProps) {
  const t = useTranslations("hub-board.admin");
  const words = useTranslations("hubs.mode");
  const [state, send, isSending] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string) => valueOf(state?.values, name);
  const figure = (name: "backlog" | "throughputPerDay" | "arrivalsPerDay" | "capacityPerDay") => ({
    ...{ id: `state-${name}`, error: errors[name], className: "span-6" },
    children: (wiring: object) => (
      <TextInput {...wiring} name={name} isNumber inputMode="numeric" defaultValue={kept(name)} autoComplete="off" />
    ),
  });
  return (
    <form action={send} key={state?.key} className="stack" noValidate>
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <input type="hidden" name="hubId" value={hubId} />
      <input type="hidden" name="zone" value={zone} />
      <FormProblems state={state} fieldId={(name) => `state-${name}`} shows={SHOWN} />
      <div className="form-grid">
        <Field id="state-mode" label={t("mode")} error={errors.mode} isRequired>
          {(wiring) => (
            <Select
              {...wiring}
              name="mode"
              options={modes.map((mode) => ({ value: mode, label: words(mode) }))}
              defaultValue={kept("mode") || modes[0]}
            />
          )}
        </Field>
        <Field id="state-asOf" label={t("asOf")} help={t("asOfHelp")} error={errors.asOf}>
          {(wiring) => <DateTimeInput {...wiring} name="asOf" zone={zoneName} defaultValue={kept("asOf")} />}
        </Field>
        <Field {...figure("backlog")} label={t("backlog")} isRequired />
        <Field {...figure("throughputPerDay")} label={t("throughput")} help={t("throughputHelp")} isRequired />
        <Field {...figure("arrivalsPerDay")} label={t("arrivals")} help={t("arrivalsHelp")} />
        <Field {...figure("capacityPerDay")} label={t("capacity")} help={t("capacityHelp")} />
        {(["opensAt", "shutsAt"] as const).map((name) => (
          <Field
            key={name}
            id={`state-${name}`}
            label={t(name)}
            help={t("hoursHelp", { zone: zoneName })}
            error={errors[name]}
            className="span-3"
          >
            {(wiring) => <input {...wiring} type="time" className="input" name={name} defaultValue={kept(name)} />}
          </Field>
        ))}
        <Field id="state-source" label={t("source")} help={t("sourceHelp")} error={errors.source} isRequired>
          {(wiring) => <TextInput {...wiring} name="source" maxLength={200} defaultValue={kept("source")} />}
        </Field>
        <div className="span-12">
          <Checkbox name="isConfirmed" label={t("confirm")} defaultChecked={kept("isConfirmed") === "on"} />
        </div>
      </div>
      <SendBar send={t("enter")} isSending={isSending} />
    </form>
  );
}
