"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SPEC_FIELDS } from "@/components/services/spec-fields";
import { useKindFieldLabel } from "@/components/services/kind-field-label";
import { ActionBar, FormProblems } from "@/components/ui/form/form-actions";
import { Button, ButtonLink } from "@/components/ui/blocks";
import {
  Checkbox,
  DateTimeInput,
  Field,
  FieldError,
  FormSection,
  type Option,
  Select,
} from "@/components/ui/form/inputs";
import { SPEC_PREFIX } from "@/domain/requests/posting-issue";
import type { Direction } from "@/domain/hubs/corridor";
import type { Service } from "@/domain/shared/vocabulary";
import { type FormState, type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";

type Provider = { readonly id: string; readonly label: string; readonly detail: string };

type AgainFormProps = {
  readonly action: (state: FormState | null, data: FormData) => Promise<FormState | null>;
  readonly request: {
    readonly id: string;
    readonly service: Service;
    readonly direction: Direction | null;
    readonly version: number;
  };
  readonly initial: FormValues;
  readonly zoneName: string;
  readonly hubs: readonly Option[];
  readonly visibilities: readonly Option[];
  readonly providers: readonly Provider[];
  /** Whether the buyer came here to name providers. */
  readonly isInviting: boolean;
  readonly idempotencyKey: string;
  readonly backHref: string;
};

type Typed = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

const OWN_LABELS: ReadonlyMap<string, string> = new Map([
  ["closesAt", "requests.amend.time.closesAt"],
  ["decideBy", "requests.amend.time.decideBy"],
  ["visibility", "requests.again.visibility"],
  ["invited", "requests.again.invited"],
]);

/** A field's name is its id; what the form does not show cannot be mended in it. */
const fieldIdOf = (name: string): string | null => (name.startsWith(SPEC_PREFIX) || OWN_LABELS.has(name) ? name : null);

function TimeFields({ zoneName, values, errors }: Typed & Pick<AgainFormProps, "zoneName">) {
  const t = useTranslations("requests.amend");
  return ["closesAt", "decideBy"].map((name) => (
    <Field key={name} id={name} label={t(`time.${name}`)} help={t(`timeHelp.${name}`)} error={errors[name]} isRequired>
      {(wiring) => <DateTimeInput {...wiring} name={name} zone={zoneName} defaultValue={valueOf(values, name)} />}
    </Field>
  ));
}

function WhoFields({
  providers,
  visibilities,
  values,
  errors,
}: Typed & Pick<AgainFormProps, "providers" | "visibilities">) {
  const t = useTranslations("requests.again");
  const invited = valuesOf(values, "invited");
  return (
    <>
      <Field id="visibility" label={t("visibility")} error={errors.visibility} isRequired className="pair">
        {(wiring) => (
          <Select {...wiring} name="visibility" options={visibilities} defaultValue={valueOf(values, "visibility")} />
        )}
      </Field>
      <fieldset className="span-12">
        <legend className="field-label">{t("invited")}</legend>
        <p className="field-help">{t(providers.length > 0 ? "invitedHelp" : "invitedNone")}</p>
        <div
          id="invited"
          className="grid max-h-80 gap-x-4 overflow-y-auto desk:grid-cols-2"
          tabIndex={-1}
          aria-describedby={errors.invited ? "invited-error" : undefined}
        >
          {providers.map(({ id, label, detail }) => (
            <Checkbox
              key={id}
              name="invited"
              value={id}
              label={label}
              detail={detail}
              defaultChecked={invited.includes(id)}
            />
          ))}
        </div>
        <FieldError id="invited-error">{errors.invited}</FieldError>
      </fieldset>
    </>
  );
}

/** The request that is asked again, filled in as the old one was. Works without a script. */
export function AgainForm({ action, request, initial, idempotencyKey, backHref, ...around }: AgainFormProps) {
  const t = useTranslations();
  const [state, submit, isSending] = useActionState(action, null);
  const ofKind = useKindFieldLabel();
  const SpecFields = SPEC_FIELDS[request.service];
  const labelOf = (name: string) => {
    const own = OWN_LABELS.get(name);
    if (own !== undefined) return t(own);
    if (!name.startsWith(SPEC_PREFIX)) return null;
    return ofKind({ service: request.service, group: "spec", name: name.slice(SPEC_PREFIX.length) });
  };
  const typed = { values: state?.values ?? initial, errors: state?.fieldErrors ?? {} };
  const times = (
    <FormSection key="times" number={around.isInviting ? 2 : 1} title={t("requests.again.section.times")}>
      <TimeFields {...typed} zoneName={around.zoneName} />
    </FormSection>
  );
  const who = (
    <FormSection key="who" number={around.isInviting ? 1 : 2} title={t("requests.again.section.who")}>
      <WhoFields {...typed} providers={around.providers} visibilities={around.visibilities} />
    </FormSection>
  );
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={fieldIdOf} labelOf={labelOf} />
      {/* Enter in a field sends; it takes away no row. */}
      <button type="submit" name="intent" value="send" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="seen" value={request.version} />
      <input type="hidden" name="zone" value={valueOf(typed.values, "zone")} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {around.isInviting ? [who, times] : [times, who]}
      <FormSection number={3} title={t("requests.again.section.spec")}>
        <SpecFields
          prefix={SPEC_PREFIX}
          {...typed}
          zone={around.zoneName}
          hubs={around.hubs}
          directionOf={() => request.direction ?? undefined}
        />
      </FormSection>
      <ActionBar
        label={t("requests.again.section.spec")}
        sum={t("requests.again.ready")}
        consequence={t("requests.again.consequence")}
      >
        <ButtonLink href={backHref} variant="quiet">
          {t("requests.again.back")}
        </ButtonLink>
        <Button variant="primary" name="intent" value="send" disabled={isSending}>
          {t("requests.again.send")}
        </Button>
      </ActionBar>
    </form>
  );
}
