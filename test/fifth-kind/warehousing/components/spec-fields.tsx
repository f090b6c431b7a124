import { formOf, requiredBy } from "@/domain/services/member-list";
import { warehousingFields } from "@/domain/services/warehousing/spec";
import { type FieldsProps, useSpecForm } from "../fields-form";
import { ListedFields } from "../listed-fields";

const RULES = { fields: formOf(warehousingFields), required: requiredBy(warehousingFields) };

export function WarehousingSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("warehousing", props, RULES);
  return (
    <>
      <span ref={place} hidden />
      <ListedFields form={form} list={warehousingFields} />
    </>
  );
}
