import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/inputs";
import { ORDER_EFFECTS, OUTCOMES } from "@/domain/disputes/dispute";
import type { DisputedSum } from "@/domain/orders/dispute-ruling";
import { type FormState, valueOf } from "@/domain/shared/form-state";

type EndingFieldsProps = {
  readonly state: FormState | null;
  readonly fieldId: (name: string) => string;
  readonly about: DisputedSum;
  /** A decision has to say how it ends; an entry may. */
  readonly isRequired: boolean;
};

/** How a dispute would end: who is right, what share of the sum in dispute the provider gets, what becomes of the order. */
export function EndingFields({ state, fieldId, about, isRequired }: EndingFieldsProps) {
  const t = useTranslations("disputes");
  const placeholder = isRequired ? {} : { placeholder: t("form.noOffer") };
  return (
    <div className="form-grid">
      <Field
        id={fieldId("outcome")}
        label={t("form.outcome")}
        error={state?.fieldErrors.outcome}
        isRequired={isRequired}
        className="span-4"
      >
        {(wired) => (
          <Select
            {...wired}
            {...placeholder}
            name="outcome"
            options={OUTCOMES.map((value) => ({ value, label: t(`ending.outcome.${value}`) }))}
            defaultValue={valueOf(state?.values, "outcome")}
          />
        )}
      </Field>
      <Field
        id={fieldId("sharePercent")}
        label={t(`form.share.${about}`)}
        help={t(`form.shareHelp.${about}`)}
        error={state?.fieldErrors.sharePercent}
        className="span-4"
      >
        {(wired) => (
          <TextInput
            {...wired}
            name="sharePercent"
            inputMode="decimal"
            defaultValue={valueOf(state?.values, "sharePercent")}
          />
        )}
      </Field>
      <Field
        id={fieldId("effect")}
        label={t("form.effect")}
        error={state?.fieldErrors.effect}
        isRequired={isRequired}
        className="span-4"
      >
        {(wired) => (
          <Select
            {...wired}
            name="effect"
            options={ORDER_EFFECTS.map((value) => ({ value, label: t(`ending.effect.${value}`) }))}
            defaultValue={valueOf(state?.values, "effect")}
          />
        )}
      </Field>
    </div>
  );
}
