import { useTranslations } from "next-intl";
import { MODES } from "@/domain/hubs/place";
import { COUNTRIES } from "@/domain/services/country";
import {
  CARRIER_TYPES,
  LEGS_MAX,
  LEG_CARRIER_MAX,
  LEG_PLACE_MAX,
  LIABILITIES,
  SLOT_BOOKERS,
  SLOT_SYSTEMS,
  TRACKING_METHODS,
} from "@/domain/services/logistics/choices";
import { EQUIPMENT } from "@/domain/services/logistics/equipment";
import { AnswerField, SelectField, optionsOf } from "../choice-fields";
import { type FieldsForm, type FieldsProps, useFieldsForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { NumberField, TextField } from "../text-fields";
import { RowsField } from "../rows-field";
import type { ServiceForms } from "../screens";
import { LogisticsSpecFields } from "./spec-fields";

const BORDER = [
  "borderWaitHours",
  "hasTransshipment",
  "platesBeforeBorder",
  "platesBeyondBorder",
  "slotSystem",
  "slotBookedBy",
];
const CARE = [
  "freeTimeBorderHours",
  "freeTimeDestinationHours",
  "closuresExcluded",
  "tracking",
  "liability",
  "departures",
];

function LogisticsTermsFields(props: FieldsProps) {
  const form = useFieldsForm("logistics", "terms", props);
  const words = useTranslations("services");
  const option = useTranslations("service-logistics.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  return (
    <>
      <SelectField form={form} name="carrierType" options={optionsFor("carrierType", CARRIER_TYPES)} />
      <SelectField
        form={form}
        name="equipment"
        options={optionsOf(form.choicesOf("equipment", EQUIPMENT), (value) => words(`equipment.${value}`))}
      />
      <FoldedFields form={form} fold="legs" names={["legs"]} isTitleEnough>
        <RowsField form={form} name="legs" rowsMax={LEGS_MAX}>
          {(row) => <LegFields row={row} />}
        </RowsField>
      </FoldedFields>
      <BorderFields form={form} />
      <FoldedFields form={form} fold="care" names={CARE}>
        <NumberField form={form} name="freeTimeBorderHours" />
        <NumberField form={form} name="freeTimeDestinationHours" />
        <AnswerField form={form} name="closuresExcluded" />
        <SelectField form={form} name="tracking" options={optionsFor("tracking", TRACKING_METHODS)} />
        <SelectField
          form={form}
          name="liability"
          options={optionsFor("liability", form.choicesOf("liability", LIABILITIES))}
        />
        <TextField form={form} name="departures" maxLength={120} className="span-12" />
      </FoldedFields>
    </>
  );
}

function BorderFields({ form }: { readonly form: FieldsForm }) {
  const words = useTranslations("services");
  const option = useTranslations("service-logistics.option");
  const plates = (["platesBeforeBorder", "platesBeyondBorder"] as const).map((name) => ({
    name,
    options: optionsOf(form.choicesOf(name, COUNTRIES), (value) => words(`country.${value}`)),
  }));
  return (
    <FoldedFields form={form} fold="border" names={BORDER}>
      <NumberField form={form} name="borderWaitHours" />
      <AnswerField form={form} name="hasTransshipment" />
      {plates.map(
        ({ name, options }) =>
          options.length > 0 && <SelectField key={name} form={form} name={name} options={options} />,
      )}
      <SelectField
        form={form}
        name="slotSystem"
        options={optionsOf(form.choicesOf("slotSystem", SLOT_SYSTEMS), (value) => option(`slotSystem.${value}`))}
      />
      <SelectField
        form={form}
        name="slotBookedBy"
        options={optionsOf(SLOT_BOOKERS, (value) => option(`slotBooker.${value}`))}
      />
    </FoldedFields>
  );
}

function LegFields({ row }: { readonly row: FieldsForm }) {
  const words = useTranslations("services.mode");
  return (
    <>
      <TextField form={row} name="place" maxLength={LEG_PLACE_MAX} className="span-3" />
      <SelectField form={row} name="mode" options={optionsOf(MODES, (value) => words(value))} className="span-3" />
      <TextField form={row} name="carrier" maxLength={LEG_CARRIER_MAX} className="span-3" />
      <NumberField form={row} name="days" className="span-3" />
    </>
  );
}

export const logisticsForms: ServiceForms = {
  SpecFields: LogisticsSpecFields,
  TermsFields: LogisticsTermsFields,
};
