import { useTranslations } from "next-intl";
import { CARRIER_TYPES, TRACKING_METHODS } from "@/domain/services/logistics/choices";
import { EQUIPMENT } from "@/domain/services/logistics/equipment";
import { AnswerField } from "../fields/answer-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";

export function LogisticsTermsFields(props: FieldsProps) {
  const form = useFieldsForm("logistics", "terms", props);
  const words = useTranslations("services");
  const option = useTranslations("service-logistics.option");
  return (
    <>
      <SelectField
        form={form}
        name="carrierType"
        options={optionsOf(CARRIER_TYPES, (value) => option(`carrierType.${value}`))}
      />
      <SelectField
        form={form}
        name="equipment"
        options={optionsOf(EQUIPMENT, (value) => words(`equipment.${value}`))}
      />
      <NumberField form={form} name="borderWaitHours" />
      <AnswerField form={form} name="hasTransshipment" />
      <NumberField form={form} name="freeTimeBorderHours" />
      <NumberField form={form} name="freeTimeDestinationHours" />
      <SelectField
        form={form}
        name="tracking"
        options={optionsOf(TRACKING_METHODS, (value) => option(`tracking.${value}`))}
      />
      <TextField form={form} name="departures" maxLength={120} />
    </>
  );
}
