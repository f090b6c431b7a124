"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { Checkbox, DateTimeInput, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import type { Mode } from "@/domain/hubs/place";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { Button } from "@/components/ui/button";

const STATE_FIELDS = [
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
      <FormProblems state={state} fieldId={(name) => `state-${name}`} shows={STATE_FIELDS} />
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

const CLOSURE_FIELDS = ["mode", "zone", "from", "to", "reason", "source"];

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
      <FormProblems state={state} fieldId={(name) => `closure-${name}`} shows={CLOSURE_FIELDS} />
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

type WithdrawFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly hubId: string;
  readonly closureId: string;
  /** Which closure it is: what it is for, and when it begins. */
  readonly of: { readonly reason: string; readonly from: string };
};

/** Takes one closure back: opened first, then sent with the reason. */
export function WithdrawForm({ action, idempotencyKey, hubId, closureId, of }: WithdrawFormProps) {
  const t = useTranslations("hub-board.admin");
  const [state, send, isSending] = useActionState(action, null);
  const id = `withdraw-${closureId}`;
  return (
    <details open={state !== null}>
      <summary className="w-fit cursor-pointer py-1 text-sm text-link">{t("withdrawOf", of)}</summary>
      <form action={send} key={state?.key} className="stack" noValidate>
        <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
        <input type="hidden" name="hubId" value={hubId} />
        <input type="hidden" name="closureId" value={closureId} />
        <FormProblems state={state} fieldId={(name) => `${id}-${name}`} shows={["reason"]} />
        <Field id={`${id}-reason`} label={t("withdrawReason")} error={state?.fieldErrors.reason} isRequired>
          {(wiring) => (
            <TextInput {...wiring} name="reason" maxLength={300} defaultValue={valueOf(state?.values, "reason")} />
          )}
        </Field>
        <div>
          <Button disabled={isSending}>{t("withdraw")}</Button>
        </div>
      </form>
    </details>
  );
}
