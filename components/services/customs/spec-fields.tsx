import { useTranslations } from "next-intl";
import { customsRequired, isDeclaredInChina } from "@/domain/services/customs/required";
import { customsSpecForm } from "@/domain/services/customs/spec-form";
import { COUNTRIES } from "@/domain/services/country";
import {
  CERTIFICATES,
  CLASSIFIERS,
  IMPORT_PROCEDURES,
  SIDES,
  SUPERVISION_MODES,
} from "@/domain/services/customs/choices";
import { CheckListField } from "../fields/choice/check-list-field";
import { type FieldsForm, type FieldsProps, useSpecForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";
import { QuantityFields } from "./line-fields";
import { type RadioCard, RadioCards } from "@/components/ui/form/choice/radio-cards";
import type { FieldProps } from "../fields/fields-form";

function CardsField({
  form,
  name,
  isRequired = form.isRequired(name),
  className,
  cards,
}: FieldProps & { readonly cards: readonly RadioCard[] }) {
  return (
    <RadioCards
      id={form.nameOf(name)}
      name={form.nameOf(name)}
      legend={form.label(name)}
      cards={cards}
      defaultValue={form.valueOf(name)}
      error={form.errorOf(name)}
      isRequired={isRequired}
      className={className}
    />
  );
}

const PARTIES = ["importerKpp", "residentsPersons", "residentsDays"];
/** Asked of what is declared in China alone. */
const OF_CHINA = ["supervisionMode", "residentsPersons", "residentsDays"];
const PROCEDURE = ["importProcedure", "hsLines", "declarations", "classificationBy", "certificates"];
const COSTS = ["freightToBorder", "insuranceToBorder", "includedAfterBorder", "remarks"];

const RULES = { fields: customsSpecForm, required: customsRequired };

export function CustomsSpecFields(props: FieldsProps) {
  const { form, place, deal, typedIn } = useSpecForm("customs", props, RULES);
  // What was refused stays in sight, so that whoever has no script can take it out.
  const hasChina =
    isDeclaredInChina(typedIn("side"), deal) !== false || OF_CHINA.some((name) => form.errorOf(name) !== undefined);
  const words = useTranslations("services");
  const option = useTranslations("service-customs.option");
  const sides = SIDES.map((value) => ({
    value,
    title: option(`side.${value}`),
    detail: option(`sideDetail.${value}`),
  }));
  const countries = optionsOf(COUNTRIES, (value) => words(`country.${value}`));
  return (
    <>
      <span ref={place} hidden />
      <CardsField form={form} name="side" cards={sides} className="span-12" />
      {hasChina && (
        <SelectField
          form={form}
          name="supervisionMode"
          options={optionsOf(SUPERVISION_MODES, (value) => option(`supervisionMode.${value}`))}
        />
      )}
      <TextField form={form} name="exporterName" maxLength={160} />
      <SelectField form={form} name="exporterCountry" options={countries} />
      <TextField form={form} name="exporterCode" maxLength={32} />
      <TextField form={form} name="importerName" maxLength={160} />
      <SelectField form={form} name="importerCountry" options={countries} />
      <TextField form={form} name="importerTaxId" maxLength={32} />
      <FoldedFields form={form} fold="parties" names={PARTIES}>
        <TextField form={form} name="importerKpp" maxLength={12} />
        {hasChina && (
          <>
            <NumberField form={form} name="residentsPersons" />
            <NumberField form={form} name="residentsDays" />
          </>
        )}
      </FoldedFields>
      <ProcedureFields form={form} />
      <FoldedFields form={form} fold="costs" names={COSTS}>
        <MoneyField form={form} name="freightToBorder" />
        <MoneyField form={form} name="insuranceToBorder" />
        <MoneyField form={form} name="includedAfterBorder" />
        <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
      </FoldedFields>
      <QuantityFields form={form} />
    </>
  );
}

function ProcedureFields({ form }: { readonly form: FieldsForm }) {
  const option = useTranslations("service-customs.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  return (
    <FoldedFields form={form} fold="procedure" names={PROCEDURE}>
      <SelectField
        form={form}
        name="importProcedure"
        options={optionsFor("importProcedure", IMPORT_PROCEDURES)}
        className="span-12"
      />
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
    </FoldedFields>
  );
}
