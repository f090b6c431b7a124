"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/panel";
import { LINES } from "@/domain/documents/document-line-rows";
import { isWithin } from "@/domain/services/form-values";
import { type FormAction, type FormValues, valueOf } from "@/domain/shared/form-state";
import { DocumentField, DocumentLines, documentFieldId } from "./document-fields";

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
