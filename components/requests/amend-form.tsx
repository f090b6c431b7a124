"use client";

import { useTranslations } from "next-intl";
import { KeptFields } from "@/components/ui/form/kept-fields";
import { ActionBar, FormProblems } from "@/components/ui/form/form-actions";
import { Button, ButtonLink, Panel } from "@/components/ui/blocks";
import type { AmendCheck, AmendFormState } from "@/domain/requests/amend-form";
import { SPEC_PREFIX } from "@/domain/requests/posting-issue";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { ChangeList } from "./amendment-changes";
import { useActionState } from "react";
import { SPEC_FIELDS } from "@/components/services/spec-fields";
import { useKindFieldLabel } from "@/components/services/kind-field-label";
import { DateTimeInput, Field, FormSection, type Option, TextArea } from "@/components/ui/form/inputs";
import { REASON_MAX } from "@/domain/requests/reasons";
import type { Direction } from "@/domain/hubs/corridor";
import type { Service } from "@/domain/shared/vocabulary";

type AmendCheckViewProps = {
  readonly check: AmendCheck;
  readonly values: FormValues;
  readonly isDraft: boolean;
  readonly isSending: boolean;
};

const OWN = new Set(["requestId", "service", "isDraft", "seen", "zone", "intent"]);

/** The second step: what was and what will be, what it means for bids and times, and the button that does it. */
export function AmendCheckView({ check, values, isDraft, isSending }: AmendCheckViewProps) {
  const t = useTranslations("requests.amend");
  return (
    <>
      <KeptFields values={values} except={OWN} />
      <Panel title={t("checkTitle")} isFlush>
        <ChangeList changes={check.changes} />
        <ul className="change-consequences">
          {check.consequences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Panel>
      <ActionBar
        label={t("secondStep")}
        sum={t("changes", { count: check.changes.length })}
        consequence={isDraft ? undefined : t("sendConsequence")}
      >
        <Button name="intent" value="edit" variant="quiet">
          {t("edit")}
        </Button>
        <Button variant="primary" name="intent" value="send" disabled={isSending}>
          {t(isDraft ? "sendDraft" : "send")}
        </Button>
      </ActionBar>
    </>
  );
}

type AmendFormProps = {
  readonly action: (state: AmendFormState | null, data: FormData) => Promise<AmendFormState | null>;
  readonly request: {
    readonly id: string;
    readonly service: Service;
    readonly direction: Direction | null;
    readonly amendment: number;
    readonly version: number;
    readonly isDraft: boolean;
    readonly hasBids: boolean;
  };
  readonly initial: FormValues;
  readonly zoneName: string;
  readonly hubs: readonly Option[];
  readonly idempotencyKey: string;
  readonly backHref: string;
};

type FieldsProps = Pick<AmendFormProps, "request" | "zoneName" | "hubs"> & {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

const OWN_LABELS: ReadonlyMap<string, string> = new Map([
  ["closesAt", "time.closesAt"],
  ["decideBy", "time.decideBy"],
  ["reason", "field.reason"],
]);

/** A field's name is its id; what the form does not show cannot be mended in it. */
const fieldIdOf = (name: string): string | null => (name.startsWith(SPEC_PREFIX) || OWN_LABELS.has(name) ? name : null);

function TimeFields({ zoneName, values, errors }: FieldsProps) {
  const t = useTranslations("requests.amend");
  return ["closesAt", "decideBy"].map((name) => (
    <Field
      key={name}
      id={name}
      label={t(`time.${name}`)}
      help={t(`timeHelp.${name}`)}
      error={errors[name]}
      isRequired
      className="pair"
    >
      {(wiring) => <DateTimeInput {...wiring} name={name} zone={zoneName} defaultValue={valueOf(values, name)} />}
    </Field>
  ));
}

function AmendFields(props: FieldsProps) {
  const t = useTranslations("requests.amend");
  const { request, values, errors, zoneName, hubs } = props;
  const SpecFields = SPEC_FIELDS[request.service];
  return (
    <>
      <FormSection number={1} title={t("section.spec")} lead={request.isDraft ? undefined : t("lead.spec")}>
        <SpecFields
          prefix={SPEC_PREFIX}
          values={values}
          errors={errors}
          zone={zoneName}
          hubs={hubs}
          directionOf={() => request.direction ?? undefined}
        />
      </FormSection>
      <FormSection number={2} title={t("section.times")} lead={t(request.isDraft ? "lead.timesDraft" : "lead.times")}>
        <TimeFields {...props} />
      </FormSection>
      {!request.isDraft && (
        <FormSection number={3} title={t("section.reason")}>
          <Field
            id="reason"
            label={t("field.reason")}
            help={t("field.reasonHelp")}
            error={errors.reason}
            isRequired={request.hasBids}
            className="span-12"
          >
            {(wiring) => (
              <TextArea {...wiring} name="reason" maxLength={REASON_MAX} defaultValue={valueOf(values, "reason")} />
            )}
          </Field>
        </FormSection>
      )}
    </>
  );
}

/** Two steps: what is asked for is changed and checked, then sent with the difference in view. Works without a script. */
export function AmendForm({ action, request, initial, idempotencyKey, backHref, ...around }: AmendFormProps) {
  const t = useTranslations("requests.amend");
  const [state, submit, isSending] = useActionState(action, null);
  const ofKind = useKindFieldLabel();
  const labelOf = (name: string) => {
    if (name.startsWith(SPEC_PREFIX))
      return ofKind({ service: request.service, group: "spec", name: name.slice(SPEC_PREFIX.length) });
    return OWN_LABELS.has(name) ? t(OWN_LABELS.get(name) ?? "") : null;
  };
  const values = state?.values ?? initial;
  const check = state?.check;
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={fieldIdOf} labelOf={labelOf} />
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="service" value={request.service} />
      <input type="hidden" name="isDraft" value={request.isDraft ? "on" : ""} />
      <input
        type="hidden"
        name="seen"
        value={valueOf(state?.values, "seen") || (request.isDraft ? request.version : request.amendment)}
      />
      <input type="hidden" name="zone" value={valueOf(values, "zone")} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {check ? (
        <AmendCheckView check={check} values={values} isDraft={request.isDraft} isSending={isSending} />
      ) : (
        <>
          {/* Enter in a field checks; it takes away no row. */}
          <button type="submit" name="intent" value="check" className="sr-only" tabIndex={-1} aria-hidden="true" />
          <AmendFields {...around} request={request} values={values} errors={state?.fieldErrors ?? {}} />
          <ActionBar label={t("twoSteps")} sum={t("checkFirst")} consequence={t("checkConsequence")}>
            <ButtonLink href={backHref} variant="quiet">
              {t("back")}
            </ButtonLink>
            <Button variant="primary" name="intent" value="check" iconAfter="arrow-right" disabled={isSending}>
              {t("check")}
            </Button>
          </ActionBar>
        </>
      )}
    </form>
  );
}
