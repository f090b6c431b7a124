"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/page/panel";
import { type FormAction, type FormValues, valueOf } from "@/domain/shared/form-state";
import { DocumentField, documentFieldId } from "./document-field";
import { DocumentLines } from "./document-lines";

const OPTIONAL = ["supervisionMode", "netWeightGrams", "validUntil", "hsCodes"];
const MONEY = ["total", "value"];
const LINE = /^fields\.lines(\[\d+\]\.\w+)?$/;

/** Whether an error of `name` is one of the field `field`: a code of a list, or the amount of a sum. */
const isWithin = (name: string, field: string): boolean =>
  name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`);

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

/** A paper as it is typed in, whatever its kind; sends plain fields and keeps everything that was typed. */
export function DocumentForm(props: DocumentFormProps) {
  const { action, title, hidden, names, isIncotermOptional, backHref } = props;
  const t = useTranslations("documents.form");
  const [state, submit, isSending] = useActionState(action, null);
  const values = state?.values ?? props.values;
  const errors = state?.fieldErrors ?? {};
  const head = names.head.flatMap((part) => (MONEY.includes(part) ? [part, "currency"] : [part]));
  const shown = ["number", "date", ...head.map((part) => `fields.${part}`)];
  const idOf = (name: string): string | null => {
    const field = shown.find((one) => isWithin(name, one));
    if (field) return documentFieldId(field);
    if (!LINE.test(name)) return null;
    return documentFieldId(name === "fields.lines" ? `fields.lines[0].${names.line[0]}` : name);
  };
  const isOptional = (part: string) => OPTIONAL.includes(part) || (part === "incoterm" && isIncotermOptional);
  const fieldFor = (name: string, part: string) => ({
    ...{ name, part, value: valueOf(values, name), error: errorWithin(errors, name) },
  });
  return (
    <Panel title={title} id="enter">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={idOf} />
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
        </div>
        {names.line.length > 0 && <DocumentLines parts={names.line} values={values} errors={errors} />}
        <div className="flow">
          <Button variant="primary" icon="save" disabled={isSending}>
            {t("send")}
          </Button>
          <ButtonLink href={backHref} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}
