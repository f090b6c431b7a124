import { useTranslations } from "next-intl";
import { logisticsRequired } from "@/domain/services/logistics/required";
import { logisticsSpecForm } from "@/domain/services/logistics/spec-form";
import { EQUIPMENT } from "@/domain/services/logistics/equipment";
import { DateField } from "../fields/date-field";
import { type FieldsProps, useSpecForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";
import { MoreSpecFields } from "./more-spec-fields";

const DELIVERY = ["deliveryFrom", "deliveryTo", "deliveryAddress"];

const RULES = { fields: logisticsSpecForm, required: logisticsRequired };

export function LogisticsSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("logistics", props, RULES);
  const words = useTranslations("services");
  return (
    <>
      <span ref={place} hidden />
      <SelectField
        form={form}
        name="equipment"
        options={optionsOf(EQUIPMENT, (value) => words(`equipment.${value}`))}
      />
      <NumberField form={form} name="equipmentCount" />
      <DateField form={form} name="pickupFrom" className="pair" />
      <DateField form={form} name="pickupTo" className="pair" />
      <TextField form={form} name="pickupAddress" maxLength={300} className="span-12" />
      <FoldedFields form={form} fold="delivery" names={DELIVERY}>
        <DateField form={form} name="deliveryFrom" className="pair" />
        <DateField form={form} name="deliveryTo" className="pair" />
        <TextField form={form} name="deliveryAddress" maxLength={300} className="span-12" />
      </FoldedFields>
      <MoreSpecFields form={form} hubs={props.hubs ?? []} />
    </>
  );
}
