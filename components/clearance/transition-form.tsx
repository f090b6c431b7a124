"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { MilestoneFiles } from "@/components/files/milestone-files";
import { LATE_FIELDS, LateFields } from "@/components/services/late-fields";
import { SendBar } from "@/components/ui/form/form-actions";
import { DateTimeInput, TextArea, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { Panel } from "@/components/ui/panel";
import { ANSWERERS } from "@/domain/clearance/declaration-task";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { type FormAction, valueOf, valuesOf } from "@/domain/shared/form-state";
import { TRANSITION_FIELDS, type TransitionKind } from "./transition-kind";

export type FormFrame = {
  readonly action: FormAction;
  /** What is acted on. */
  readonly hidden: Readonly<Record<string, string>>;
  /** What the words are filled with: number, side and country of the declaration. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The wall clock of the reader, and the zone that it is meant in. */
  readonly nowLocal: string;
  readonly zoneName: string;
  /** One's own that belong to no step yet. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly backHref: string;
};

export const clearanceFieldId = (name: string): string => `clearance-${name}`;

/** The second of two steps of a deed on a declaration: says what follows, takes what is to be told, then does it. */
export function TransitionForm({ kind, ...frame }: FormFrame & { readonly kind: TransitionKind }) {
  const { action, hidden, values, nowLocal, zoneName, files, backHref } = frame;
  const t = useTranslations("clearance.form");
  const [state, submit, isSending] = useActionState(action, null);
  const { text, hasTime, hasFiles } = TRANSITION_FIELDS[kind];
  const kept = (name: string, first = "") => (state ? valueOf(state.values, name) : first);
  const errors = state?.fieldErrors ?? {};
  const mayBeLate = kind === "file" || kind === "release";
  const isQuestion = kind === "question";
  const shows = [
    ...(text ? [text.name] : []),
    ...(hasTime ? ["occurredAt"] : []),
    ...(hasFiles && files.length > 0 ? ["fileIds"] : []),
    ...(mayBeLate ? LATE_FIELDS : []),
    ...(isQuestion ? ["answersBy", "answerBy"] : []),
  ];
  return (
    <Panel title={t(`${kind}.title`, values)} id="clearance-form">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={clearanceFieldId} shows={shows} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`${kind}.consequence`, values)}</p>
        {text && (
          <Field
            id={clearanceFieldId(text.name)}
            label={t(`${kind}.text`)}
            help={t(`${kind}.help`, values)}
            error={errors[text.name]}
            isRequired={text.isRequired}
          >
            {(wired) =>
              text.isLong ? (
                <TextArea {...wired} name={text.name} maxLength={1_000} defaultValue={kept(text.name)} />
              ) : (
                <TextInput
                  {...wired}
                  name={text.name}
                  maxLength={80}
                  autoComplete="off"
                  defaultValue={kept(text.name)}
                />
              )
            }
          </Field>
        )}
        <div className="form-grid">
          {isQuestion && (
            <Field id={clearanceFieldId("answersBy")} label={t("answersBy")} error={errors.answersBy} isRequired>
              {(wired) => (
                <Select
                  {...wired}
                  name="answersBy"
                  options={ANSWERERS.map((one) => ({ value: one, label: t(`answerer.${one}`) }))}
                  defaultValue={kept("answersBy", "buyer")}
                />
              )}
            </Field>
          )}
          {isQuestion && (
            <Field id={clearanceFieldId("answerBy")} label={t("answerBy")} error={errors.answerBy}>
              {(wired) => <DateTimeInput {...wired} name="answerBy" zone={zoneName} defaultValue={kept("answerBy")} />}
            </Field>
          )}
          {hasTime && (
            <Field id={clearanceFieldId("occurredAt")} label={t("occurredAt")} error={errors.occurredAt} isRequired>
              {(wired) => (
                <DateTimeInput
                  {...wired}
                  name="occurredAt"
                  zone={zoneName}
                  defaultValue={kept("occurredAt", nowLocal)}
                />
              )}
            </Field>
          )}
        </div>
        {mayBeLate && (
          <LateFields reasons={lateReasonsOf("customs")} idOf={clearanceFieldId} kept={kept} errors={errors} />
        )}
        {hasFiles && (
          <MilestoneFiles
            id={clearanceFieldId("fileIds")}
            files={files}
            chosen={state ? valuesOf(state.values, "fileIds") : []}
            error={errors.fileIds}
          />
        )}
        <SendBar
          send={t(`${kind}.send`)}
          variant={kind === "refuse" || kind === "send_back" ? "danger" : "primary"}
          isSending={isSending}
          back={{ href: backHref, words: t("back") }}
        />
      </form>
    </Panel>
  );
}
