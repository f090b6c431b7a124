import { useTranslations } from "next-intl";
import { COUNTRIES } from "@/domain/services/country";
import {
  CERTIFICATES,
  CLASSIFIERS,
  IMPORT_PROCEDURES,
  SIDES,
  SUPERVISION_MODES,
} from "@/domain/services/customs/choices";
import { FORM_LINES, FORM_UNITS, quantityName } from "@/domain/services/customs/form-lines";
import { CardsField } from "../fields/choice/cards-field";
import { CheckListField } from "../fields/choice/check-list-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { MoreFields } from "../fields/more-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";
import { QuantityFields } from "./line-fields";

const MORE = [
  "importerKpp",
  "residentsPersons",
  "residentsDays",
  "exporterCode",
  "importProcedure",
  "hsLines",
  "declarations",
  "classificationBy",
  "certificates",
  "freightToBorder",
  "insuranceToBorder",
  "remarks",
  ...FORM_LINES.flatMap((line) => FORM_UNITS.map((unit) => quantityName(unit, line))),
];

export function CustomsSpecFields(props: FieldsProps) {
  const form = useFieldsForm("customs", "spec", props);
  const words = useTranslations("services");
  const option = useTranslations("service-customs.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  const sides = SIDES.map((value) => ({
    value,
    title: option(`side.${value}`),
    detail: option(`sideDetail.${value}`),
  }));
  return (
    <>
      <CardsField form={form} name="side" isRequired cards={sides} className="span-12" />
      <SelectField form={form} name="supervisionMode" options={optionsFor("supervisionMode", SUPERVISION_MODES)} />
      <TextField form={form} name="importerName" maxLength={160} />
      <SelectField
        form={form}
        name="importerCountry"
        options={optionsOf(COUNTRIES, (value) => words(`country.${value}`))}
      />
      <TextField form={form} name="importerTaxId" maxLength={32} />
      <MoreFields form={form} names={MORE}>
        <TextField form={form} name="importerKpp" maxLength={12} />
        <NumberField form={form} name="residentsPersons" />
        <NumberField form={form} name="residentsDays" />
        <TextField form={form} name="exporterCode" maxLength={18} />
        <SelectField form={form} name="importProcedure" options={optionsFor("importProcedure", IMPORT_PROCEDURES)} />
        <NumberField form={form} name="hsLines" />
        <NumberField form={form} name="declarations" />
        <SelectField
          form={form}
          name="classificationBy"
          options={optionsFor("classifier", CLASSIFIERS)}
          className="span-12"
        />
        <CheckListField
          form={form}
          name="certificates"
          options={optionsFor("certificate", CERTIFICATES)}
          className="span-12"
        />
        <MoneyField form={form} name="freightToBorder" />
        <MoneyField form={form} name="insuranceToBorder" />
        <QuantityFields form={form} />
        <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
      </MoreFields>
    </>
  );
}
