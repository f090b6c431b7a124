"use client";

import { useTranslations } from "next-intl";
import { AmountInput, DateInput, Field, Select, TextInput } from "@/components/ui/form/inputs";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { SUPERVISION_MODES } from "@/domain/services/customs/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { RowList } from "@/components/services/rows-field";
import { DOCUMENT_LINES_MAX, lineName, lineRows, LINES } from "@/domain/documents/document-line-rows";
import { type FormAction, type FormValues, valueOf } from "@/domain/shared/form-state";
import { useActionState } from "react";
import { FormProblems, SendBar } from "@/components/ui/form/form-actions";
import { Panel } from "@/components/ui/blocks";
import { isWithin } from "@/domain/services/form-field";

const FIGURES = ["packages", "grossWeightGrams", "netWeightGrams", "total", "value", "amount"];
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  incoterm: INCOTERMS,
  supervisionMode: SUPERVISION_MODES,
  currency: CURRENCIES,
};
const TEXT_MAX = 400;

type DocumentFieldProps = {
  /** The whole name as it is sent: `fields.lines[0].hsCode`. */
  readonly name: string;
  /** The last word of it, by which it is labelled. */
  readonly part: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly isRequired: boolean;
  readonly className?: string;
};

export const documentFieldId = (name: string): string => `paper-${name}`;

/** One field of a paper, drawn as its part asks. */
export function DocumentField({ name, part, value, error, isRequired, className }: DocumentFieldProps) {
  const t = useTranslations("documents.form");
  const control = { name, defaultValue: value };
  const choices = CHOICES[part];
  return (
    <Field
      id={documentFieldId(name)}
      label={t(`field.${part}`)}
      help={t.has(`help.${part}`) && !name.includes("[") ? t(`help.${part}`) : undefined}
      error={error}
      isRequired={isRequired}
      className={className}
    >
      {(wired) =>
        choices ? (
          <Select
            {...wired}
            {...control}
            placeholder=""
            options={choices.map((choice) => ({ value: choice, label: choice }))}
          />
        ) : part === "validUntil" || part === "date" ? (
          <DateInput {...wired} {...control} />
        ) : FIGURES.includes(part) ? (
          <AmountInput {...wired} {...control} />
        ) : (
          <TextInput {...wired} {...control} maxLength={TEXT_MAX} autoComplete="off" />
        )
      }
    </Field>
  );
}

/** On a phone short ones stand two abreast. */
const SHORT = ["hsCode", "amount", "packages", "grossWeightGrams"];

type DocumentLinesProps = {
  /** The parts of a line, in their order. */
  readonly parts: readonly string[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

const widthOf = (part: string, parts: readonly string[]): string => {
  const width = parts.length > 3 ? "span-3" : "span-4";
  return SHORT.includes(part) && parts.filter((one) => SHORT.includes(one)).length > 1 ? `${width} pair` : width;
};

/** The lines of an invoice, packing list or declaration. */
export function DocumentLines({ parts, values, errors }: DocumentLinesProps) {
  const t = useTranslations("documents.form");
  return (
    <RowList
      id={LINES}
      legend={t("lines")}
      help={t("linesHelp")}
      error={errors[LINES]}
      rows={lineRows(values, errors)}
      rowsMax={DOCUMENT_LINES_MAX}
    >
      {(position) =>
        parts.map((part) => {
          const name = lineName(position, part);
          return (
            <DocumentField
              key={part}
              name={name}
              part={part}
              value={valueOf(values, name)}
              error={errors[name]}
              isRequired={false}
              className={widthOf(part, parts)}
            />
          );
        })
      }
    </RowList>
  );
}

const OPTIONAL = ["supervisionMode", "netWeightGrams", "validUntil", "hsCodes"];
const MONEY = ["total", "value"];
const LINE = /^fields\.lines\[\d+\]\.\w+$/;

const errorWithin = (errors: Readonly<Record<string, string>>, field: string): string | undefined =>
  Object.entries(errors).find(([name]) => isWithin(name, field))?.[1];

type DocumentFormProps = {
  readonly action: FormAction;
  readonly title: string;
  /** Which deal, which kind, which document in which version. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly names: { readonly head: readonly string[]; readonly line: readonly string[] };
  /** Whether the Incoterm may be left out, as on declarations. */
  readonly isIncotermOptional: boolean;
  readonly values: FormValues;
  readonly backHref: string;
};

/** Where a problem leads to: a line's at its own field, those of a code or of a sum at the one field that holds them. */
const idOf =
  (shown: readonly string[]) =>
  (name: string): string | null => {
    const field = shown.find((one) => isWithin(name, one));
    if (field) return documentFieldId(field);
    if (name === LINES) return name;
    return LINE.test(name) ? documentFieldId(name) : null;
  };

/** A paper as it is typed in, whatever its kind; sends plain fields and keeps everything that was typed. */
export function DocumentForm(props: DocumentFormProps) {
  const { action, title, hidden, names, isIncotermOptional, backHref } = props;
  const t = useTranslations("documents.form");
  const [state, submit, isSending] = useActionState(action, null);
  const values = state?.values ?? props.values;
  const errors = state?.fieldErrors ?? {};
  const head = names.head.flatMap((part) => (MONEY.includes(part) ? [part, "currency"] : [part]));
  const shown = ["number", "date", ...head.map((part) => `fields.${part}`)];
  const isOptional = (part: string) => OPTIONAL.includes(part) || (part === "incoterm" && isIncotermOptional);
  const fieldFor = (name: string, part: string) => ({
    ...{ name, part, value: valueOf(values, name), error: errorWithin(errors, name) },
  });
  return (
    <Panel title={title} id="enter">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        {/* Enter in a field saves; it never takes away a line. */}
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <FormProblems state={state} fieldId={idOf(shown)} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t("lead")}</p>
        <div className="form-grid">
          <DocumentField {...fieldFor("number", "number")} isRequired />
          <DocumentField {...fieldFor("date", "date")} isRequired />
          {head.map((part) => (
            <DocumentField key={part} {...fieldFor(`fields.${part}`, part)} isRequired={!isOptional(part)} />
          ))}
          {names.line.length > 0 && <DocumentLines parts={names.line} values={values} errors={errors} />}
        </div>
        <SendBar send={t("send")} icon="save" isSending={isSending} back={{ href: backHref, words: t("back") }} />
      </form>
    </Panel>
  );
}
