import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/select";
import {
  CONTAINER_OWNERS,
  HANDLERS,
  HANDOVERS,
  INSURANCE_CLAUSES,
  SHIPPER_DOCUMENTS,
  TRANSIT_GUARANTORS,
  TRANSIT_REGIMES,
} from "@/domain/services/logistics/choices";
import { HAULS } from "@/domain/services/logistics/equipment";
import { AnswerField } from "../fields/answer-field";
import { CheckField } from "../fields/choice/check-field";
import { CheckListField } from "../fields/choice/check-list-field";
import { SelectField } from "../fields/choice/select-field";
import type { FieldsForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

/** The fields within "more details". */
export const MORE = [
  "haul",
  "containerOwner",
  "pickupAt",
  "deliverAt",
  "loadingBy",
  "unloadingBy",
  "temperatureMin",
  "temperatureMax",
  "isTransshipmentAllowed",
  "needsTailLift",
  "needsDeliveryAppointment",
  "otherHubIds",
  "freeTimeHours",
  "freeTimeBorderHours",
  "freeTimeDestinationHours",
  "insuranceClause",
  "insuranceValue",
  "transitRegime",
  "transitGuaranteedBy",
  "shipperDocuments",
  "remarks",
];

type MoreSpecFieldsProps = { readonly form: FieldsForm; readonly hubs: readonly Option[] };

export function MoreSpecFields({ form, hubs }: MoreSpecFieldsProps) {
  const words = useTranslations("services");
  const option = useTranslations("service-logistics.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  const handlers = optionsFor("handler", HANDLERS);
  const handovers = optionsFor("handover", HANDOVERS);
  return (
    <>
      <SelectField form={form} name="haul" options={optionsOf(HAULS, (value) => words(`mode.${value}`))} />
      <SelectField form={form} name="containerOwner" options={optionsFor("containerOwner", CONTAINER_OWNERS)} />
      <SelectField form={form} name="pickupAt" options={handovers} />
      <SelectField form={form} name="deliverAt" options={handovers} />
      <SelectField form={form} name="loadingBy" options={handlers} />
      <SelectField form={form} name="unloadingBy" options={handlers} />
      <NumberField form={form} name="temperatureMin" />
      <NumberField form={form} name="temperatureMax" />
      <AnswerField form={form} name="isTransshipmentAllowed" className="span-12" />
      <CheckField form={form} name="needsTailLift" />
      <CheckField form={form} name="needsDeliveryAppointment" />
      <CheckListField form={form} name="otherHubIds" options={hubs} className="span-12" />
      <NumberField form={form} name="freeTimeHours" className="span-4" />
      <NumberField form={form} name="freeTimeBorderHours" className="span-4" />
      <NumberField form={form} name="freeTimeDestinationHours" className="span-4" />
      <SelectField form={form} name="insuranceClause" options={optionsFor("insuranceClause", INSURANCE_CLAUSES)} />
      <MoneyField form={form} name="insuranceValue" />
      <SelectField form={form} name="transitRegime" options={optionsFor("transitRegime", TRANSIT_REGIMES)} />
      <SelectField
        form={form}
        name="transitGuaranteedBy"
        options={optionsFor("transitGuarantor", TRANSIT_GUARANTORS)}
      />
      <CheckListField
        form={form}
        name="shipperDocuments"
        options={optionsFor("shipperDocument", SHIPPER_DOCUMENTS)}
        className="span-12"
      />
      <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
    </>
  );
}
