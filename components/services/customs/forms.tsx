import { useTranslations } from "next-intl";
import { BROKER_ROLES, DUTY_PAYERS, FINE_BEARERS } from "@/domain/services/customs/choices";
import { SelectField, optionsOf } from "../choice-fields";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { NumberField, TextField } from "../text-fields";
import { CustomsSpecFields, OpinionFields } from "./spec-fields";
import type { ServiceForms } from "../screens";

const BROKER = ["licenceNumber", "clearancePost", "hoursToReleaseP90", "declarantRole", "finesBorneBy"];

function CustomsTermsFields(props: FieldsProps) {
  const form = useFieldsForm("customs", "terms", props);
  const option = useTranslations("service-customs.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  return (
    <>
      <NumberField form={form} name="hoursToFile" className="span-4 pair" />
      <NumberField form={form} name="hoursToRelease" className="span-4 pair" />
      <SelectField form={form} name="dutyPaidBy" options={optionsFor("dutyPaidBy", DUTY_PAYERS)} className="span-4" />
      <FoldedFields form={form} fold="broker" names={BROKER}>
        <TextField form={form} name="licenceNumber" maxLength={60} />
        <TextField form={form} name="clearancePost" maxLength={120} />
        <NumberField form={form} name="hoursToReleaseP90" className="span-4" />
        <SelectField
          form={form}
          name="declarantRole"
          options={optionsFor("declarantRole", BROKER_ROLES)}
          className="span-4"
        />
        <SelectField
          form={form}
          name="finesBorneBy"
          options={optionsFor("finesBorneBy", FINE_BEARERS)}
          className="span-4"
        />
      </FoldedFields>
      <OpinionFields form={form} />
    </>
  );
}

export const customsForms: ServiceForms = {
  SpecFields: CustomsSpecFields,
  TermsFields: CustomsTermsFields,
};
