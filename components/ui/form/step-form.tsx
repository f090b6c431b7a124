"use client";

import { useActionState } from "react";
import { type FormAction, type FormState, valueOf, valuesOf } from "@/domain/shared/form-state";
import { SendBar } from "./form-actions";
import type { ButtonLook } from "../button";
import { Checkbox, DateTimeInput, TextArea, TextInput } from "./inputs";
import { Field, FieldError, type Wiring } from "./field";
import { FormProblems } from "./form-problems";
import { Select } from "./select";
import { NowInput } from "../time/now-input";
import { type StepField, stepFieldId } from "./step-field";

export type StepFormProps = {
  readonly id: string;
  readonly action: FormAction;
  /** What is acted on. */
  readonly hidden: Readonly<Record<string, string>>;
  /** What follows when it is sent. */
  readonly lead?: string;
  readonly fields: readonly StepField[];
  readonly send: string;
  readonly variant?: ButtonLook["variant"];
  readonly back?: { readonly href: string; readonly words: string };
};

/** A step that somebody takes of a thing: what follows, what it asks for, and the button that says what it does. Works without a script. */
export function StepForm({ id, action, hidden, lead, fields, send, variant, back }: StepFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  const isAsked = ({ name }: StepField) =>
    state !== null && (state.fieldErrors[name] !== undefined || valueOf(state.values, name) !== "");
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  return (
    <form key={state?.key} id={id} action={submit} className="form-stack" noValidate>
      <FormProblems
        state={state}
        fieldId={(name) => stepFieldId(id, name)}
        shows={fields.map(({ name }) => name)}
        labelOf={(name) => labels.get(name) ?? null}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {lead && <p>{lead}</p>}
      <div className="form-grid">
        {fields
          .filter((field) => !field.isOnDemand || isAsked(field))
          .map((field) => (
            <StepPart key={field.name} formId={id} field={field} state={state} />
          ))}
      </div>
      <SendBar send={send} variant={variant} isSending={isSending} back={back} />
    </form>
  );
}

type PartProps = { readonly formId: string; readonly field: StepField; readonly state: FormState | null };

function StepPart({ formId, field, state }: PartProps) {
  const id = stepFieldId(formId, field.name);
  const error = state?.fieldErrors[field.name];
  if (field.kind === "checks") return <Checks id={id} field={field} state={state} error={error} />;
  const kept = state ? valueOf(state.values, field.name) : (field.initial ?? "");
  const { name, label, help, isRequired, span } = field;
  return (
    <Field id={id} label={label} help={help} error={error} isRequired={isRequired ?? false} className={span}>
      {(wired) => {
        const common = { ...wired, name, defaultValue: kept };
        switch (field.kind) {
          case "area":
            return <TextArea {...common} maxLength={field.maxLength} />;
          case "select":
            return <Select {...common} options={field.options} placeholder={field.placeholder} />;
          case "time":
            return <TimePart {...wired} field={field} typed={state && kept} />;
          case "text":
            return <TextInput {...common} maxLength={field.maxLength} />;
        }
      }}
    </Field>
  );
}

type TimePartProps = Wiring & { readonly field: Extract<StepField, { kind: "time" }>; readonly typed: string | null };

function TimePart({ field: { name, initial = "", zoneName, clock }, typed, ...wired }: TimePartProps) {
  const common = { ...wired, name, zone: zoneName };
  if (clock === undefined) return <DateTimeInput {...common} defaultValue={typed ?? initial} />;
  return <NowInput {...common} clock={clock} initial={initial} typed={typed} />;
}

type ChecksProps = {
  readonly id: string;
  readonly field: Extract<StepField, { kind: "checks" }>;
  readonly state: FormState | null;
  readonly error: string | undefined;
};

function Checks({ id, field, state, error }: ChecksProps) {
  const chosen = state ? valuesOf(state.values, field.name) : field.chosen;
  return (
    <fieldset
      id={id}
      className={`field ${field.span ?? ""}`.trimEnd()}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">{field.label}</legend>
      {field.options.map(({ value, label }) => (
        <Checkbox key={value} name={field.name} value={value} label={label} defaultChecked={chosen.includes(value)} />
      ))}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
