import { useTranslations } from "next-intl";
import { CONFIDENCES } from "@/domain/services/customs/choices";
import {
  FORM_LINES,
  FORM_UNITS,
  type FormUnit,
  HS_REFERENCE_MAX,
  type OpinionMember,
  opinionName,
  quantityName,
} from "@/domain/services/customs/form-lines";
import { SelectField } from "../fields/choice/select-field";
import type { FieldsForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

/** A form whose fields are labelled by their line, since every line has the same ones. */
const labelled = (form: FieldsForm, label: string): FieldsForm => ({
  ...form,
  label: () => label,
  help: () => undefined,
});

/** Net weight and counts of the first lines, for duties by the kilogram, piece, pair or litre. */
export function QuantityFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("service-customs.line");
  const names = FORM_LINES.flatMap((line) => FORM_UNITS.map((unit) => quantityName(unit, line)));
  return (
    <FoldedFields form={form} fold="quantities" names={names} isTitleEnough>
      {FORM_LINES.map((line) =>
        FORM_UNITS.map((unit: FormUnit) => (
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
