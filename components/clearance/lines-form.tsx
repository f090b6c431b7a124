"use client";

import { useTranslations } from "next-intl";
import { useMilestoneFiles } from "@/components/files/milestone-files";
import { FieldGrid } from "@/components/ui/form/action-form";
import {
  AmountInput,
  DateTimeInput,
  Field,
  type Option,
  Select,
  TextArea,
  TextInput,
} from "@/components/ui/form/inputs";
import type { FormFrame } from "./transition-form";
import { type ComponentProps, type ReactNode, useActionState } from "react";
import { FormProblems, SendBar } from "@/components/ui/form/form-actions";
import { Note, Panel } from "@/components/ui/blocks";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { type FormState, valueOf } from "@/domain/shared/form-state";

const clearanceFieldId = (name: string): string => `clearance-${name}`;

type AssessmentEndProps = Pick<FormFrame, "nowLocal" | "zoneName" | "files"> & {
  readonly currency: string;
  readonly typed: Typed;
};

/** The fee of the declaration, when it was assessed, and what shows it. */
function AssessmentEnd({ nowLocal, zoneName, files, currency, typed: { kept, errors } }: AssessmentEndProps) {
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
      <FieldGrid formId="clearance" fields={useMilestoneFiles(files)} state={{ values: {}, fieldErrors: errors }} />
    </>
  );
}

/** What the buyer should know beside the lines, and the ticks for more than the deal's cargo and for an odd unit once they are asked for. */
function DraftEnd({ remarks, typed }: { readonly remarks: string; readonly typed: Typed }) {
  const t = useTranslations("clearance.form");
  return (
    <>
      <Field id={clearanceFieldId("remarks")} label={t("remarks")} help={t("remarksHelp")} error={typed.errors.remarks}>
        {(wired) => (
          <TextArea {...wired} name="remarks" maxLength={1_000} defaultValue={typed.kept("remarks", remarks)} />
        )}
      </Field>
      <FieldGrid
        formId="clearance"
        fields={[
          {
            ...{ kind: "tick", name: "isConfirmed", isOnDemand: true },
            ...{ label: t("confirmAbove"), detail: t("confirmAboveDetail") },
          },
          {
            ...{ kind: "tick", name: "isUnitConfirmed", isOnDemand: true },
            ...{ label: t("confirmUnit"), detail: t("confirmUnitDetail") },
          },
        ]}
        state={{
          values: { isConfirmed: typed.kept("isConfirmed"), isUnitConfirmed: typed.kept("isUnitConfirmed") },
          fieldErrors: typed.errors,
        }}
      />
    </>
  );
}

/** A line of the cargo with what its fields begin with. */
type TypedLine = {
  readonly line: number;
  readonly name: string;
  /** What the deal says of the goods; null where it is not asked for. */
  readonly goods: ReactNode;
  readonly initial: Readonly<Record<string, string>>;
};

const NAME_MAX = 200;

const LINE_PARTS = {
  draft: ["name", "hsCode", "value", "packages", "gross", "net", "quantity", "unit"],
  revise: ["name", "hsCode", "value", "packages", "gross", "net", "quantity", "unit"],
  assess: ["duty", "excise", "vat"],
} as const;

const lineFieldName = (at: number, part: string): string => `lines[${at}].${part}`;

type LineRowProps = {
  readonly kind: keyof typeof LINE_PARTS;
  readonly at: number;
  readonly of: TypedLine;
  readonly unit: string | null;
  readonly values: FormFrame["values"];
  readonly typed: Typed;
};

type LinePart = (typeof LINE_PARTS)[keyof typeof LINE_PARTS][number];
const NEEDED: readonly LinePart[] = ["hsCode", "value", "duty", "vat"];
const FIGURES: readonly LinePart[] = ["packages", "gross", "net", "quantity"];

type PartInputProps = ComponentProps<typeof TextInput> & { readonly part: LinePart; readonly currency: string | null };

/** What one part of a line is written in. */
function PartInput({ part, currency, ...control }: PartInputProps) {
  const t = useTranslations("clearance.form");
  if (part === "unit")
    return (
      <Select
        {...(control as object)}
        placeholder={t("choose")}
        options={DUTY_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
      />
    );
  if (FIGURES.includes(part)) return <TextInput {...control} isNumber maxLength={20} autoComplete="off" />;
  if (part === "hsCode" || part === "name")
    return <TextInput {...control} maxLength={part === "name" ? NAME_MAX : 14} autoComplete="off" />;
  return <AmountInput {...control} unit={currency} />;
}

/** The fields of one line. */
function LineRow({ kind, at, of: { line, name, goods, initial }, unit, values, typed }: LineRowProps) {
  const t = useTranslations("clearance.form");
  return (
    <fieldset className="row-of-list">
      <legend>{name}</legend>
      {goods}
      <input type="hidden" name={lineFieldName(at, "line")} value={line} />
      <div className="form-grid">
        {LINE_PARTS[kind].map((part) => {
          const field = lineFieldName(at, part);
          const control = { name: field, defaultValue: typed.kept(field, initial[part] ?? "") };
          return (
            <Field
              key={part}
              id={clearanceFieldId(field)}
              label={t(`part.${part}`, { ...values, line })}
              error={typed.errors[field]}
              isRequired={NEEDED.includes(part)}
              help={part === "name" ? t("nameHelp") : undefined}
              className={kind === "assess" ? "span-4" : part === "name" ? "span-12" : ""}
            >
              {(wired) => <PartInput {...wired} {...control} part={part} currency={unit} />}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

type LinesFormProps = FormFrame & {
  readonly kind: keyof typeof LINE_PARTS;
  readonly lines: readonly TypedLine[];
  readonly currency: string;
  /** Of a transit: the country and the currency are chosen. */
  readonly choices: TransitChoices | null;
  readonly remarks: string;
  /** Why the buyer has sent the draft back that is changed; null where it has not. */
  readonly sentBack: string | null;
};

/** What a field is drawn with: what was typed, else what it begins with, and what is wrong with it. */
type Typed = {
  readonly kept: (name: string, first?: string) => string;
  readonly errors: FormState["fieldErrors"];
};

type Labelled = Pick<LinesFormProps, "kind" | "lines" | "values"> & { readonly hasChoices: boolean };

/** The words above each field by its name, those of a line with its number, in the order in which the fields stand. */
export function useLineLabels({ kind, lines, values, hasChoices }: Labelled): ReadonlyMap<string, string> {
  const t = useTranslations("clearance.form");
  const [files] = useMilestoneFiles([]);
  const own = (names: readonly ("country" | "currency" | "fee" | "occurredAt" | "remarks")[]) =>
    names.map((name) => [name, t(name)] as const);
  return new Map([
    ...own(hasChoices ? ["country", "currency"] : []),
    ...lines.flatMap(({ line }, at) =>
      LINE_PARTS[kind].map(
        (part) => [lineFieldName(at, part), t("inLine", { line, field: t(`part.${part}`, values) })] as const,
      ),
    ),
    ...own(kind === "assess" ? ["fee", "occurredAt"] : ["remarks"]),
    ...(kind === "assess" ? [["fileIds", files?.label ?? ""] as const] : []),
  ]);
}

/** What is declared, or what the customs have assessed, line by line; the sums follow from it. */
export function LinesForm({ kind, lines, currency, choices, remarks, sentBack, ...frame }: LinesFormProps) {
  const { action, hidden, values, backHref } = frame;
  const t = useTranslations("clearance.form");
  const [state, submit, isSending] = useActionState(action, null);
  const typed: Typed = {
    kept: (name, first = "") => (state ? valueOf(state.values, name) : first),
    errors: state?.fieldErrors ?? {},
  };
  const isAssessment = kind === "assess";
  const labels = useLineLabels({ kind, lines, values, hasChoices: choices !== null });
  return (
    <Panel title={t(`${kind}.title`, values)} id="clearance-form">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems
          state={state}
          fieldId={clearanceFieldId}
          shows={[...labels.keys(), "isConfirmed", "isUnitConfirmed"]}
          labels={labels}
        />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {sentBack && <Note tone="warn">{t("sentBack", { words: sentBack })}</Note>}
        <p>{t(`${kind}.consequence`, values)}</p>
        {choices ? (
          <TransitChoice choices={choices} currency={currency} typed={typed} />
        ) : (
          <input type="hidden" name="currency" value={currency} />
        )}
        {lines.map((line, at) => (
          <LineRow
            key={line.line}
            kind={kind}
            at={at}
            of={line}
            unit={choices ? null : currency}
            values={values}
            typed={typed}
          />
        ))}
        {isAssessment ? (
          <AssessmentEnd {...frame} currency={currency} typed={typed} />
        ) : (
          <DraftEnd remarks={remarks} typed={typed} />
        )}
        <SendBar send={t(`${kind}.send`)} isSending={isSending} back={{ href: backHref, words: t("back") }} />
      </form>
    </Panel>
  );
}

type TransitChoices = {
  readonly countries: readonly Option[];
  readonly currencies: readonly string[];
  readonly country: string;
};

type TransitChoiceProps = { readonly choices: TransitChoices; readonly currency: string; readonly typed: Typed };

/** Through which country goods pass, and the currency that its customs reckon in. */
function TransitChoice({ choices, currency, typed }: TransitChoiceProps) {
  const t = useTranslations("clearance.form");
  return (
    <div className="form-grid">
      <Field id={clearanceFieldId("country")} label={t("country")} error={typed.errors.country} isRequired>
        {(wired) => (
          <Select
            {...wired}
            name="country"
            placeholder={t("choose")}
            options={choices.countries}
            defaultValue={typed.kept("country", choices.country)}
          />
        )}
      </Field>
      <Field id={clearanceFieldId("currency")} label={t("currency")} error={typed.errors.currency} isRequired>
        {(wired) => (
          <Select
            {...wired}
            name="currency"
            options={choices.currencies.map((one) => ({ value: one, label: one }))}
            defaultValue={typed.kept("currency", currency)}
          />
        )}
      </Field>
    </div>
  );
}
