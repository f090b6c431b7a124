import { useTranslations } from "next-intl";
import { CONFIDENCES, SIDES } from "@/domain/services/customs/choices";
import {
  FORM_LINES,
  FORM_UNITS,
  HS_REFERENCE_MAX,
  type OpinionMember,
  customsRequired,
  customsSpecForm,
  isDeclaredInChina,
  opinionName,
  quantityName,
} from "@/domain/services/customs/form";
import { customsFields } from "@/domain/services/customs/spec";
import { SelectField, optionsOf } from "../choice-fields";
import { type FieldProps, type FieldsForm, type FieldsProps, useSpecForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { ListedFields } from "../listed-fields";
import { NumberField, TextField } from "../text-fields";
import { type RadioCard, RadioCards } from "@/components/ui/form/radio-cards";

/** A form whose fields are labelled by their line, since every line has the same ones. */
const labelled = (form: FieldsForm, label: string): FieldsForm => ({
  ...form,
  label: () => label,
  help: () => undefined,
});

/** Net weight and counts of the first lines, in the units by which duties and declarations go. */
function QuantityFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("service-customs.line");
  const names = FORM_LINES.flatMap((line) => FORM_UNITS.map((unit) => quantityName(unit, line)));
  return (
    <FoldedFields form={form} fold="quantities" names={names} isTitleEnough>
      {FORM_LINES.map((line) =>
        FORM_UNITS.map((unit) => (
          <NumberField
            key={`${unit}${line}`}
            form={labelled(form, t(`unit.${unit}`, { line }))}
            name={quantityName(unit, line)}
            className="span-3 pair"
          />
        )),
      )}
    </FoldedFields>
  );
}

const MEMBERS: readonly OpinionMember[] = ["hsCode", "dutyBps", "vatBps", "confidence", "reference"];

/** How the broker would classify the first lines, each with its rates, how sure it is, and what it rests on. */
export function OpinionFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("service-customs.line");
  const option = useTranslations("service-customs.option.confidence");
  const of = (member: OpinionMember, line: number) => ({
    form: labelled(form, t(`opinion.${member}`, { line })),
    name: opinionName(member, line),
  });
  const names = FORM_LINES.flatMap((line) => MEMBERS.map((member) => opinionName(member, line)));
  return (
    <FoldedFields form={form} fold="opinions" names={names} isTitleEnough>
      {FORM_LINES.map((line) => [
        <TextField key={`code${line}`} {...of("hsCode", line)} maxLength={14} className="span-3" />,
        <NumberField key={`duty${line}`} {...of("dutyBps", line)} className="span-3 pair" />,
        <NumberField key={`vat${line}`} {...of("vatBps", line)} className="span-3 pair" />,
        <SelectField
          key={`sure${line}`}
          {...of("confidence", line)}
          options={optionsOf(CONFIDENCES, (value) => option(value))}
          className="span-3"
        />,
        <TextField key={`why${line}`} {...of("reference", line)} maxLength={HS_REFERENCE_MAX} className="span-12" />,
      ])}
    </FoldedFields>
  );
}

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

/** Asked of what is declared in China alone. */
const OF_CHINA = ["supervisionMode", "residentsPersons", "residentsDays"];

/** Asked of a transit alone. */
const OF_TRANSIT = [
  "transitCountry",
  "departureOffice",
  "destinationOffice",
  "transitDeclarant",
  "guarantee",
  "guarantor",
];

const RULES = { fields: customsSpecForm, required: customsRequired };

export function CustomsSpecFields(props: FieldsProps) {
  const { form, place, deal, typedIn } = useSpecForm("customs", props, RULES);
  // What was refused stays in sight, so that whoever has no script can take it out.
  const hasChina =
    isDeclaredInChina(typedIn("side"), deal) !== false || OF_CHINA.some((name) => form.errorOf(name) !== undefined);
  const hasTransit =
    ["", "transit"].includes(typedIn("side")) ||
    OF_TRANSIT.some((name) => form.errorOf(name) !== undefined || typedIn(name) !== "");
  const option = useTranslations("service-customs.option");
  const sides = SIDES.map((value) => ({
    value,
    title: option(`side.${value}`),
    detail: option(`sideDetail.${value}`),
  }));
  return (
    <>
      <span ref={place} hidden />
      <ListedFields
        form={form}
        list={customsFields}
        instead={{
          ...Object.fromEntries(
            [...(hasChina ? [] : OF_CHINA), ...(hasTransit ? [] : OF_TRANSIT)].map((name) => [name, null]),
          ),
          side: <CardsField form={form} name="side" cards={sides} className="span-12" />,
          lineQuantities: <QuantityFields form={form} />,
        }}
      />
    </>
  );
}
