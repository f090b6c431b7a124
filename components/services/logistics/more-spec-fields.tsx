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
import { FoldedFields } from "../fields/folded-fields";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

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

export function MoreSpecFields({ form, hubs }: MoreSpecFieldsProps) {
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
