import { useTranslations } from "next-intl";
import { EQUIPMENT } from "@/domain/services/logistics/equipment";
import { DateField } from "../fields/date-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { MoreFields } from "../fields/more-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";
import { MORE, MoreSpecFields } from "./more-spec-fields";

export function LogisticsSpecFields(props: FieldsProps) {
  const form = useFieldsForm("logistics", "spec", props);
  const words = useTranslations("services");
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
      <DateField form={form} name="deliveryFrom" />
      <DateField form={form} name="deliveryTo" />
      <TextField form={form} name="deliveryAddress" maxLength={300} className="span-12" />
      <MoreFields form={form} names={MORE}>
        <MoreSpecFields form={form} hubs={props.hubs ?? []} />
      </MoreFields>
    </>
  );
}
