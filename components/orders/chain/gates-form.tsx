"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type Option, Select } from "@/components/ui/form/select";
import { Panel } from "@/components/ui/panel";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

/** A gate that the form offers: one that stands, or one that would stand by itself. */
export type OfferedGate = {
  readonly key: string;
  readonly need: string;
  readonly holds: string;
  readonly isOn: boolean;
};

type GatesFormProps = {
  readonly action: FormAction;
  readonly dealId: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly gates: readonly OfferedGate[];
  readonly needs: readonly Option[];
  readonly steps: readonly Option[];
  readonly backHref: string;
};

const fieldId = (name: string) => `gates-${name}`;

/** Which gates the deal has: a tick each, and one more by two choices. */
export function GatesForm({ action, dealId, version, idempotencyKey, gates, needs, steps, backHref }: GatesFormProps) {
  const t = useTranslations("chain.edit");
  const [state, submit, isSending] = useActionState(action, null);
  const typed = state?.values.gate;
  const isOn = (gate: OfferedGate) => (state ? [typed].flat().includes(gate.key) : gate.isOn);
  return (
    <Panel title={t("title")}>
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={fieldId} shows={["need", "holds"]} />
        <input type="hidden" name="dealId" value={dealId} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <fieldset className="form-stack">
          <legend className="field-label">{t("which")}</legend>
          {gates.map((gate) => (
            <Checkbox
              key={gate.key}
              name="gate"
              value={gate.key}
              label={<b>{gate.need}</b>}
              detail={t("holds", { step: gate.holds })}
              defaultChecked={isOn(gate)}
            />
          ))}
        </fieldset>
        <fieldset className="form-grid">
          <legend className="field-label">{t("oneMore")}</legend>
          <Field id={fieldId("need")} label={t("need")} error={state?.fieldErrors.need} className="span-6">
            {(wired) => (
              <Select
                {...wired}
                name="need"
                options={needs}
                placeholder={t("none")}
                defaultValue={valueOf(state?.values, "need")}
              />
            )}
          </Field>
          <Field id={fieldId("holds")} label={t("before")} error={state?.fieldErrors.holds} className="span-6">
            {(wired) => (
              <Select
                {...wired}
                name="holds"
                options={steps}
                placeholder={t("none")}
                defaultValue={valueOf(state?.values, "holds")}
              />
            )}
          </Field>
        </fieldset>
        <p className="field-help">{t("help")}</p>
        <div className="flow">
          <Button variant="primary" disabled={isSending}>
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
