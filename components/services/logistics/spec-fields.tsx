import { useTranslations } from "next-intl";
import { CONTAINER_OWNERS, HANDLERS } from "@/domain/services/logistics/choices";
import { EQUIPMENT, HAULS } from "@/domain/services/logistics/equipment";
import { AnswerField } from "../fields/answer-field";
import { CheckField } from "../fields/choice/check-field";
import { DateField } from "../fields/date-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { MoreFields } from "../fields/more-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";

const MORE = [
  "haul",
  "loadingBy",
  "unloadingBy",
  "containerOwner",
  "temperatureMin",
  "temperatureMax",
  "isTransshipmentAllowed",
  "freeTimeHours",
  "needsTailLift",
  "remarks",
];

export function LogisticsSpecFields(props: FieldsProps) {
  const form = useFieldsForm("logistics", "spec", props);
  const words = useTranslations("services");
  const option = useTranslations("service-logistics.option");
  const handlers = optionsOf(HANDLERS, (value) => option(`handler.${value}`));
  return (
    <>
      <SelectField
        form={form}
        name="equipment"
        isRequired
        options={optionsOf(EQUIPMENT, (value) => words(`equipment.${value}`))}
      />
      <NumberField form={form} name="equipmentCount" />
      <DateField form={form} name="pickupFrom" isRequired />
      <DateField form={form} name="pickupTo" isRequired />
      <TextField form={form} name="pickupAddress" maxLength={300} className="span-12" />
      <MoreFields form={form} names={MORE}>
        <SelectField form={form} name="haul" options={optionsOf(HAULS, (value) => words(`mode.${value}`))} />
        <SelectField
          form={form}
          name="containerOwner"
          options={optionsOf(CONTAINER_OWNERS, (value) => option(`containerOwner.${value}`))}
        />
        <SelectField form={form} name="loadingBy" options={handlers} />
        <SelectField form={form} name="unloadingBy" options={handlers} />
        <NumberField form={form} name="temperatureMin" />
        <NumberField form={form} name="temperatureMax" />
        <AnswerField form={form} name="isTransshipmentAllowed" />
        <NumberField form={form} name="freeTimeHours" />
        <CheckField form={form} name="needsTailLift" className="span-12" />
        <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
      </MoreFields>
    </>
  );
}
