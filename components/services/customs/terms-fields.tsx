import { useTranslations } from "next-intl";
import { BROKER_ROLES, DUTY_PAYERS, FINE_BEARERS } from "@/domain/services/customs/choices";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";
import { OpinionFields } from "./line-fields";

export function CustomsTermsFields(props: FieldsProps) {
  const form = useFieldsForm("customs", "terms", props);
  const option = useTranslations("service-customs.option");
  return (
    <>
      <TextField form={form} name="licenceNumber" maxLength={60} />
      <TextField form={form} name="clearancePost" maxLength={120} />
      <NumberField form={form} name="hoursToFile" />
      <NumberField form={form} name="hoursToRelease" />
      <NumberField form={form} name="hoursToReleaseP90" />
      <SelectField
        form={form}
        name="declarantRole"
        options={optionsOf(BROKER_ROLES, (value) => option(`declarantRole.${value}`))}
      />
      <SelectField
        form={form}
        name="dutyPaidBy"
        options={optionsOf(DUTY_PAYERS, (value) => option(`dutyPaidBy.${value}`))}
      />
      <SelectField
        form={form}
        name="finesBorneBy"
        options={optionsOf(FINE_BEARERS, (value) => option(`finesBorneBy.${value}`))}
      />
      <OpinionFields form={form} />
    </>
  );
}
