"use client";

import { useActionState } from "react";
import { KeptDraft } from "@/components/deals/kept-draft";
import { Button } from "@/components/ui/blocks";
import { FieldError, TextArea, TextInput } from "@/components/ui/form/inputs";
import { OwnTimeZone } from "@/components/ui/time/own-time-zone";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

const PARTS = ["from", "to", "goods", "weight"] as const;

type Words = Readonly<Record<"label" | "example" | "send" | "parts" | "kept" | (typeof PARTS)[number], string>>;

type FirstLineProps = {
  readonly action: FormAction;
  readonly lettersMax: number;
  /** What is asked for already, where a page of a service has led here. */
  readonly begun?: string;
  readonly words: Words;
};

/** The one question of the front page: what goes from where to where, as a sentence, a pasted list, or in four fields. */
export function FirstLine({ action, lettersMax, begun = "", words }: FirstLineProps) {
  const [state, submit, isSending] = useActionState(action, null);
  const problem = Object.values(state?.fieldErrors ?? {})[0] ?? state?.formErrors[0];
  const typed = (name: string) => valueOf(state?.values, name);
  return (
    <form key={state?.key} id="first" action={submit} className="first-line" noValidate>
      <label className="field-label" htmlFor="first-text">
        {words.label}
      </label>
      <TextArea
        id="first-text"
        name="text"
        rows={3}
        maxLength={lettersMax}
        placeholder={words.example}
        defaultValue={state ? typed("text") : begun}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "first-text-error" : undefined}
      />
      <div role="alert">
        <FieldError id="first-text-error">{problem}</FieldError>
      </div>
      <details open={PARTS.some((part) => typed(part) !== "")}>
        <summary>{words.parts}</summary>
        <div className="first-parts">
          {PARTS.map((part) => (
            <label key={part}>
              <span className="field-label">{words[part]}</span>
              <TextInput name={part} maxLength={200} isNumber={part === "weight"} defaultValue={typed(part)} />
            </label>
          ))}
        </div>
      </details>
      <OwnTimeZone />
      <Button variant="primary" size="tall" icon="plus" disabled={isSending}>
        {words.send}
      </Button>
      <KeptDraft words={words.kept} />
    </form>
  );
}
