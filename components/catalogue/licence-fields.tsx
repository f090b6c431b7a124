import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { LICENCES_MAX, type LicenceLine } from "@/domain/catalogue/licence-lines";

type LicenceFieldsProps = {
  readonly lines: readonly LicenceLine[];
  readonly errors: Readonly<Record<string, string>>;
  readonly fieldId: (name: string) => string;
};

/** A line a licence; buttons of the form itself add and take away lines, so it works without a script. */
export function LicenceFields({ lines, errors, fieldId }: LicenceFieldsProps) {
  const t = useTranslations("catalogue.form");
  return (
    <div className="form-stack span-12">
      {lines.map((line, index) => {
        const name = (part: string) => `licences[${index}].${part}`;
        return (
          // Lines have no name of their own; the form is drawn anew when one comes or goes.
          <fieldset key={name("")} className="form-grid">
            <legend className="sr-only">{t("licence", { number: index + 1 })}</legend>
            <Field
              id={fieldId(name("name"))}
              className="span-4"
              label={t("licenceName")}
              error={errors[name("name")]}
              isRequired
            >
              {({ required: _, ...wired }) => (
                <TextInput {...wired} name={name("name")} maxLength={120} defaultValue={line.name} />
              )}
            </Field>
            <Field
              id={fieldId(name("number"))}
              className="span-3"
              label={t("licenceNumber")}
              error={errors[name("number")]}
              isRequired
            >
              {({ required: _, ...wired }) => (
                <TextInput {...wired} name={name("number")} maxLength={60} defaultValue={line.number} />
              )}
            </Field>
            <Field
              id={fieldId(name("validUntil"))}
              className="span-3"
              label={t("validUntil")}
              error={errors[name("validUntil")]}
            >
              {(wired) => <DateInput {...wired} name={name("validUntil")} defaultValue={line.validUntil} />}
            </Field>
            <div className="self-end desk:col-span-2">
              <Button
                variant="quiet"
                size="small"
                icon="x"
                name="intent"
                value={`remove-licence:${index}`}
                formNoValidate
              >
                {t("removeLicence", { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {lines.length < LICENCES_MAX && (
        <div>
          <Button size="small" icon="plus" name="intent" value="add-licence" formNoValidate>
            {t("addLicence")}
          </Button>
        </div>
      )}
    </div>
  );
}
