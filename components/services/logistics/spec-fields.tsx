import { logisticsRequired, logisticsSpecForm } from "@/domain/services/logistics/form";
import { logisticsFields } from "@/domain/services/logistics/spec";
import { type FieldsProps, useSpecForm } from "../fields-form";
import { ListedFields } from "../listed-fields";

const RULES = { fields: logisticsSpecForm, required: logisticsRequired };

export function LogisticsSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("logistics", props, RULES);
  return (
    <>
      <span ref={place} hidden />
      <ListedFields form={form} list={logisticsFields} selects={{ otherHubIds: { options: props.hubs ?? [] } }} />
    </>
  );
}
