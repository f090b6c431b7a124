"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/actions/send-bar";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/page/panel";
import { type FormState, valueOf } from "@/domain/shared/form-state";
import { clearanceFieldId, type FormFrame } from "./deed-form";
import { AssessmentEnd } from "./fields/assessment-end";
import { DraftEnd } from "./fields/draft-end";
import { LINE_PARTS, LineRow, lineFieldName, type TypedLine } from "./fields/line-row";
import { TransitChoice, type TransitChoices } from "./fields/transit-choice";

type LinesFormProps = FormFrame & {
  readonly kind: keyof typeof LINE_PARTS;
  readonly lines: readonly TypedLine[];
  readonly currency: string;
  /** Of a transit: the country and the currency are chosen. */
  readonly choices: TransitChoices | null;
  readonly remarks: string;
};

/** What a field is drawn with: what was typed, else what it begins with, and what is wrong with it. */
export type Typed = {
  readonly kept: (name: string, first?: string) => string;
  readonly errors: FormState["fieldErrors"];
};

/** What is declared, or what the customs have assessed, line by line; the sums follow from it. */
export function LinesForm({ kind, lines, currency, choices, remarks, ...frame }: LinesFormProps) {
  const { action, hidden, values, backHref } = frame;
  const t = useTranslations("clearance.form");
  const [state, submit, isSending] = useActionState(action, null);
  const typed: Typed = {
    kept: (name, first = "") => (state ? valueOf(state.values, name) : first),
    errors: state?.fieldErrors ?? {},
  };
  const isAssessment = kind === "assess";
  const shown = [
    ...lines.flatMap((_, at) => LINE_PARTS[kind].map((part) => lineFieldName(at, part))),
    ...(isAssessment ? ["fee", "occurredAt", "fileIds"] : ["remarks", "country", "currency"]),
  ];
  return (
    <Panel title={t(`${kind}.title`, values)} id="clearance-form">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={clearanceFieldId} shows={shown} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`${kind}.consequence`, values)}</p>
        {choices ? (
          <TransitChoice choices={choices} currency={currency} typed={typed} />
        ) : (
          <input type="hidden" name="currency" value={currency} />
        )}
        {lines.map((line, at) => (
          <LineRow key={line.line} kind={kind} at={at} of={line} unit={choices ? null : currency} typed={typed} />
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
