import { useTranslations } from "next-intl";
import { FORM_LINES, SIDES } from "@/domain/services/customs/choices";
import {
  FORM_UNITS,
  customsRequired,
  customsSpecForm,
  isDeclaredInChina,
  quantityName,
} from "@/domain/services/customs/form";
import { customsFields } from "@/domain/services/customs/spec";
import { type FieldProps, type FieldsForm, type FieldsProps, labelledAs, useSpecForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { ListedFields } from "../listed-fields";
import { NumberField } from "../text-fields";
import { type RadioCard, RadioCards } from "@/components/ui/form/radio-cards";

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
            form={labelledAs(form, t(`unit.${unit}`, { line }))}
            name={quantityName(unit, line)}
            className="span-3 pair"
          />
        )),
      )}
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
