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
import { EQUIPMENT, HAULS } from "@/domain/services/logistics/equipment";
import { AnswerField, CheckField, CheckListField, SelectField, optionsOf } from "../choice-fields";
import { type FieldsForm, type FieldsProps, useSpecForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { DateField, MoneyField, NumberField, TextField } from "../text-fields";
import { logisticsRequired, logisticsSpecForm } from "@/domain/services/logistics/form";

const HANDOVER = ["pickupAt", "deliverAt", "loadingBy", "unloadingBy", "needsTailLift", "needsDeliveryAppointment"];
const TRANSPORT = [
  "haul",
  "containerOwner",
  "temperatureMin",
  "temperatureMax",
  "isTransshipmentAllowed",
  "otherHubIds",
];
const RISK = [
  "freeTimeHours",
  "freeTimeBorderHours",
  "freeTimeDestinationHours",
  "insuranceClause",
  "insuranceValue",
  "transitRegime",
  "transitGuaranteedBy",
];
const PAPERS = ["shipperDocuments", "remarks"];

type MoreSpecFieldsProps = { readonly form: FieldsForm; readonly hubs: readonly Option[] };
type PartProps = { readonly form: FieldsForm };

function MoreSpecFields({ form, hubs }: MoreSpecFieldsProps) {
  return (
    <>
      <HandoverFields form={form} />
      <TransportFields form={form} hubs={hubs} />
      <RiskFields form={form} />
      <PaperFields form={form} />
    </>
  );
}

function HandoverFields({ form }: PartProps) {
  const option = useTranslations("service-logistics.option");
  const handlers = optionsOf(HANDLERS, (value) => option(`handler.${value}`));
  const handovers = optionsOf(HANDOVERS, (value) => option(`handover.${value}`));
  return (
    <FoldedFields form={form} fold="handover" names={HANDOVER}>
      <SelectField form={form} name="pickupAt" options={handovers} />
      <SelectField form={form} name="deliverAt" options={handovers} />
      <SelectField form={form} name="loadingBy" options={handlers} />
      <SelectField form={form} name="unloadingBy" options={handlers} />
      <CheckField form={form} name="needsTailLift" />
      <CheckField form={form} name="needsDeliveryAppointment" />
    </FoldedFields>
  );
}

function TransportFields({ form, hubs }: MoreSpecFieldsProps) {
  const words = useTranslations("services");
  const option = useTranslations("service-logistics.option");
  return (
    <FoldedFields form={form} fold="transport" names={TRANSPORT}>
      <SelectField form={form} name="haul" options={optionsOf(HAULS, (value) => words(`mode.${value}`))} />
      <SelectField
        form={form}
        name="containerOwner"
        options={optionsOf(CONTAINER_OWNERS, (value) => option(`containerOwner.${value}`))}
      />
      <NumberField form={form} name="temperatureMin" />
      <NumberField form={form} name="temperatureMax" />
      <AnswerField form={form} name="isTransshipmentAllowed" className="span-12" />
      <CheckListField form={form} name="otherHubIds" options={hubs} className="span-12" />
    </FoldedFields>
  );
}

function RiskFields({ form }: PartProps) {
  const option = useTranslations("service-logistics.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  return (
    <FoldedFields form={form} fold="risk" names={RISK}>
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
    </FoldedFields>
  );
}

function PaperFields({ form }: PartProps) {
  const option = useTranslations("service-logistics.option");
  return (
    <FoldedFields form={form} fold="papers" names={PAPERS}>
      <CheckListField
        form={form}
        name="shipperDocuments"
        options={optionsOf(SHIPPER_DOCUMENTS, (value) => option(`shipperDocument.${value}`))}
        className="span-12"
      />
      <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
    </FoldedFields>
  );
}

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
