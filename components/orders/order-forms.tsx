"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import { WordsField } from "@/components/ui/form/words-field";
import { Panel } from "@/components/ui/panel";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { NumberFields } from "@/components/field/number-fields";
import { MilestoneFiles } from "@/components/files/milestone-files";
import { LATE_FIELDS, LateFields } from "@/components/services/late-fields";
import { DateTimeInput, TextArea } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { PAPERS_REASON_MAX } from "@/domain/documents/missing-papers";
import type { LateReason } from "@/domain/orders/late-reasons";
import { EARLY_REASON_MAX } from "@/domain/services/earliest";
import { EVIDENCE_FIELDS, type EvidenceField } from "@/domain/services/evidence";

type ConfirmFormProps = {
  readonly kind: "accept" | "cancel" | "changes";
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  /** With the amount in it: what is bound by the press. */
  readonly consequence: string;
  readonly buttonWords: string;
  readonly backHref: string;
};

const confirmFieldId = (name: string) => `confirm-${name}`;

/** The second of two steps: says what follows, then sends. */
export function ConfirmForm({
  kind,
  action,
  orderId,
  idempotencyKey,
  consequence,
  buttonWords,
  backHref,
}: ConfirmFormProps) {
  const t = useTranslations(`orders.${kind}`);
  const back = useTranslations("orders.confirm");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t("title")} id={kind}>
      <form key={state?.key} action={submit} className="form-stack" noValidate data-binds>
        <FormProblems state={state} fieldId={confirmFieldId} shows={["reason", "words"]} />
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{consequence}</p>
        {kind === "cancel" && (
          <WordsField
            name="reason"
            id={confirmFieldId("reason")}
            label={back("reason")}
            help={back("reasonHelp")}
            maxLength={500}
            state={state}
          />
        )}
        {kind === "changes" && (
          <WordsField
            name="words"
            id={confirmFieldId("words")}
            label={back("words")}
            help={back("wordsHelp")}
            maxLength={1_000}
            state={state}
          />
        )}
        <div className="flow">
          <Button variant={kind === "cancel" ? "danger" : "primary"} disabled={isSending}>
            {buttonWords}
          </Button>
          <ButtonLink href={backHref} variant="quiet">
            {back("back")}
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}

type ReportFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  /** Only what may be reported now. */
  readonly codes: readonly Option[];
  /** Whether the next step is among them; else none is chosen before the reader does. */
  readonly isNextHere: boolean;
  /** Why a step of this order can be late. */
  readonly lateReasons: readonly LateReason[];
  /** The numbers and weights that go with this order's steps. */
  readonly evidence: readonly EvidenceField[];
  /** Those that may be put to the step. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** The wall clock of the reader, and the zone it is meant in. */
  readonly nowLocal: string;
  readonly zone: string;
  readonly zoneName: string;
};

const SHOWN = [
  ...["code", "occurredAt", "earlyReason", "papersReason", "note", "fileIds"],
  ...[...LATE_FIELDS, ...EVIDENCE_FIELDS],
];

const REASONS = [
  ["earlyReason", EARLY_REASON_MAX],
  ["papersReason", PAPERS_REASON_MAX],
] as const;

const reportFieldId = (name: string) => `report-${name}`;

export function ReportForm({
  action,
  orderId,
  idempotencyKey,
  codes,
  isNextHere,
  lateReasons,
  evidence,
  files,
  nowLocal,
  zone,
  zoneName,
}: ReportFormProps) {
  const t = useTranslations("orders.report");
  const [state, submit, isSending] = useActionState(action, null);
  const kept = (name: string, first = "") => (state ? valueOf(state.values, name) : first);
  const errors = state?.fieldErrors ?? {};
  return (
    <Panel title={t("title")} id="report">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={reportFieldId} shows={SHOWN} />
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="zone" value={zone} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <div className="form-grid">
          <Field id={reportFieldId("code")} label={t("code")} help={t("codeHelp")} error={errors.code} isRequired>
            {(wired) => (
              <Select
                {...wired}
                name="code"
                options={codes}
                placeholder={isNextHere ? undefined : t("choose")}
                defaultValue={kept("code", isNextHere ? codes[0]?.value : "")}
              />
            )}
          </Field>
          <Field id={reportFieldId("occurredAt")} label={t("occurredAt")} error={errors.occurredAt} isRequired>
            {(wired) => (
              <DateTimeInput {...wired} name="occurredAt" zone={zoneName} defaultValue={kept("occurredAt", nowLocal)} />
            )}
          </Field>
        </div>
        {/* Asked for only where the time is sooner than it can be, or required papers are missing. */}
        {REASONS.map(
          ([name, max]) =>
            (errors[name] || kept(name)) && (
              <Field
                key={name}
                id={reportFieldId(name)}
                label={t(name)}
                help={t(`${name}Help`)}
                error={errors[name]}
                isRequired
              >
                {(wired) => <TextArea {...wired} name={name} maxLength={max} defaultValue={kept(name)} />}
              </Field>
            ),
        )}
        <LateFields reasons={lateReasons} idOf={reportFieldId} kept={kept} errors={errors} />
        {evidence.length > 0 && (
          <NumberFields
            fields={evidence}
            nameOf={(field) => field}
            idOf={reportFieldId}
            kept={kept}
            errorOf={(field) => errors[field]}
          />
        )}
        <Field id={reportFieldId("note")} label={t("note")} help={t("noteHelp")} error={errors.note}>
          {(wired) => <TextArea {...wired} name="note" maxLength={500} defaultValue={kept("note")} />}
        </Field>
        <MilestoneFiles
          id={reportFieldId("fileIds")}
          files={files}
          chosen={state ? [state.values.fileIds ?? []].flat() : files.map(({ id }) => id)}
          error={errors.fileIds}
        />
        <div>
          <Button variant="primary" icon="send" disabled={isSending}>
            {t("send")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
