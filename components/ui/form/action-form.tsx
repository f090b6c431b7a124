"use client";

import { type ReactNode, useActionState } from "react";
import { isWithin } from "@/domain/services/form-field";
import { type FormAction, type FormState, valueOf, valuesOf } from "@/domain/shared/form-state";
import type { ButtonLook } from "../blocks";
import type { IconName } from "../icons/icon";
import { NowInput } from "../time/now-input";
import { type ActionField, actionFieldId, type AskedField, fieldsWithin } from "./action-field";
import {
  AmountInput,
  Checkbox,
  DateInput,
  DateTimeInput,
  Field,
  FieldError,
  Select,
  TextArea,
  TextInput,
  type Wiring,
} from "./inputs";
import { Fold } from "./fold";
import { FormProblems, SendBar, type SendButton } from "./form-actions";
import { ConfirmStep } from "./confirm-step";
import { RadioCards } from "./radio-cards";

/** From so many fields on the bar that sends stays in sight. */
const LONG = 5;

export type ActionFormProps = ButtonLook & {
  /** What the ids of its fields begin with. */
  readonly id: string;
  /** The fragment by which an address leads to it. */
  readonly anchor?: string;
  readonly action: FormAction;
  /** What is acted on, and the key of the call. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What follows when it is sent. */
  readonly lead?: ReactNode;
  readonly fields?: readonly ActionField[];
  /** What the button says, or several that each send a choice. */
  readonly send: string | readonly SendButton[];
  readonly icon?: IconName;
  readonly back?: { readonly href: string; readonly words: string };
  /** What stands in place of the form until it is pressed. */
  readonly opener?: string;
  /** Whether it binds somebody: such a form is not drawn anew while it is read. */
  readonly isBinding?: boolean;
  /** What stands in place of fields and button where nothing is left to choose: what became of the last call is still said. */
  readonly nothingLeft?: ReactNode;
};

/**
 * A form that calls one action: what follows, what it asks for, and the button that says what it does. It keeps what was
 * typed, shows what to mend, and works without a script. A call that went well is followed by another one under a new key.
 */
export function ActionForm({
  id,
  anchor,
  action,
  hidden = {},
  lead,
  fields = [],
  opener,
  isBinding,
  nothingLeft,
  ...bar
}: ActionFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  const asked = fieldsWithin(fields);
  const fieldOf = (name: string) => asked.find((field) => isWithin(name, field.name));
  const idOf = (name: string) => {
    const field = fieldOf(name);
    return field ? actionFieldId(id, field.name) : null;
  };
  const sent = state?.notice && hidden.idempotencyKey ? { ...hidden, idempotencyKey: state.key } : hidden;
  const problems = (
    <FormProblems
      state={state}
      fieldId={idOf}
      // Of one field alone nobody asks which is meant.
      labels={asked.length > 1 ? new Map(asked.map(({ name, label }) => [name, label])) : undefined}
    />
  );
  if (nothingLeft !== undefined && !state?.toConfirm)
    return (
      <div id={anchor} className="form-stack">
        {problems}
        {nothingLeft}
      </div>
    );
  const form = (
    <form
      key={state?.key}
      id={anchor}
      action={submit}
      className="form-stack"
      noValidate
      data-binds={isBinding || undefined}
    >
      {problems}
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state?.toConfirm ? (
        <ConfirmStep
          {...{ toConfirm: state.toConfirm, values: state.values, isSending }}
          own={Object.keys(sent)}
          variant={bar.variant}
        />
      ) : (
        <>
          {typeof lead === "string" ? <p>{lead}</p> : lead}
          {fields.length > 0 && <FieldGrid formId={id} fields={fields} state={state} />}
          <SendBar {...bar} isSending={isSending} isPlain={asked.length < LONG} />
        </>
      )}
    </form>
  );
  if (opener === undefined) return form;
  return (
    <details open={state !== null}>
      <summary className="btn btn-quiet cursor-pointer list-none whitespace-normal wrap-anywhere text-start">
        {opener}
      </summary>
      {form}
    </details>
  );
}

/** What was typed into a form and what is to be mended, as its fields show it; null before it was sent. */
type Shown = Pick<FormState, "values" | "fieldErrors"> | null;

type GridProps = { readonly formId: string; readonly fields: readonly ActionField[]; readonly state: Shown };

/** Fields side by side, for a form that does more than call its action. */
export function FieldGrid({ formId, fields, state }: GridProps) {
  return (
    <div className="form-grid">
      {fields.map((field) =>
        field.kind === "group" ? (
          <Group key={field.name} formId={formId} field={field} state={state} />
        ) : (
          <Asked key={field.name} id={actionFieldId(formId, field.name)} field={field} state={state} />
        ),
      )}
    </div>
  );
}

type GroupProps = {
  readonly formId: string;
  readonly field: Extract<ActionField, { kind: "group" }>;
  readonly state: Shown;
};

function Group({ formId, field: { label, fields, isFolded, help }, state }: GroupProps) {
  const grid = <FieldGrid formId={formId} fields={fields} state={state} />;
  if (!isFolded)
    return (
      <fieldset className="span-12">
        <legend className="field-label">{label}</legend>
        {grid}
        {help && <p className="field-help">{help}</p>}
      </fieldset>
    );
  const inside = fieldsWithin(fields);
  return (
    <Fold
      title={label}
      inside={inside.map((field) => field.label)}
      names={inside.map(({ name }) => name)}
      values={state?.values}
      errors={state?.fieldErrors}
    >
      {grid}
    </Fold>
  );
}

type AskedProps = { readonly id: string; readonly field: AskedField; readonly state: Shown };

/** The first problem of a field, or of a member of the list that is typed into it. */
const errorWithin = (state: Shown, name: string): string | undefined =>
  Object.entries(state?.fieldErrors ?? {}).find(([key]) => isWithin(key, name))?.[1];

function Asked({ id, field, state }: AskedProps) {
  const error = errorWithin(state, field.name);
  const { name, label, help, isRequired, span } = field;
  if (field.isOnDemand && !error && valueOf(state?.values, name) === "") return null;
  const kept = state && name in state.values ? valueOf(state.values, name) : (field.initial ?? "");
  switch (field.kind) {
    case "checks":
      return (
        <Checks id={id} field={field} chosen={state ? valuesOf(state.values, name) : field.chosen} error={error} />
      );
    case "tick":
      return (
        <TickBox id={id} field={field} isTicked={(state ? valueOf(state.values, name) : kept) !== ""} error={error} />
      );
    case "radios":
      return (
        <RadioCards
          {...{ id, name, error, isRequired }}
          legend={label}
          cards={field.cards}
          defaultValue={kept}
          className={span ?? "span-12"}
        />
      );
    default:
      return (
        <Field
          {...{ id, label, help, error }}
          isRequired={isRequired ?? false}
          className={span ?? (field.kind === "area" ? "span-12" : "")}
        >
          {(wired) => <Control wired={wired} field={field} kept={kept} isTyped={state !== null} />}
        </Field>
      );
  }
}

type ControlProps = {
  readonly wired: Wiring;
  readonly field: Exclude<AskedField, { kind: "checks" | "tick" | "radios" }>;
  readonly kept: string;
  readonly isTyped: boolean;
};

function Control({ wired, field, kept, isTyped }: ControlProps) {
  const common = { ...wired, name: field.name, defaultValue: kept };
  switch (field.kind) {
    case "text":
      return (
        <>
          <TextInput
            {...common}
            {...field.input}
            maxLength={field.maxLength}
            isNumber={field.isNumber}
            defaultValue={field.input?.type === "password" ? undefined : kept}
            list={field.offers && `${wired.id}-offers`}
          />
          {field.offers && (
            <datalist id={`${wired.id}-offers`}>
              {field.offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      );
    case "area":
      return <TextArea {...common} maxLength={field.maxLength} />;
    case "amount":
      return <AmountInput {...common} unit={field.unit} />;
    case "select":
      return <Select {...common} options={field.options} placeholder={field.placeholder} />;
    case "day":
      return <DateInput {...common} min={field.min} max={field.max} />;
    case "clock":
      return <input {...common} type="time" className="input" />;
    case "wall":
      return <input {...common} type="datetime-local" className="input" />;
    case "time": {
      const { name, zoneName, clock, initial = "" } = field;
      if (clock === undefined) return <DateTimeInput {...common} zone={zoneName} />;
      return <NowInput {...wired} {...{ name, clock, initial }} zone={zoneName} typed={isTyped ? kept : null} />;
    }
  }
}

type ChecksProps = {
  readonly id: string;
  readonly field: Extract<AskedField, { kind: "checks" }>;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

function Checks({ id, field: { name, label, help, span, options, isInColumns }, chosen, error }: ChecksProps) {
  const described = [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} className={`field ${span ?? "span-12"}`} aria-describedby={described || undefined}>
      <legend className="field-label">{label}</legend>
      <div className={isInColumns ? "check-columns" : undefined}>
        {options.map(({ value, ...said }) => (
          <Checkbox key={value} name={name} value={value} defaultChecked={chosen.includes(value)} {...said} />
        ))}
      </div>
      {help && (
        <p className="field-help" id={`${id}-description`}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

type TickBoxProps = {
  readonly id: string;
  readonly field: Extract<AskedField, { kind: "tick" }>;
  readonly isTicked: boolean;
  readonly error: string | undefined;
};

function TickBox({ id, field: { name, label, detail, span = "span-12" }, isTicked, error }: TickBoxProps) {
  return (
    <div className={`field ${span}`}>
      <Checkbox
        {...{ id, name, label, detail }}
        defaultChecked={isTicked}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
