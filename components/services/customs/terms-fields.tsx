import { useTranslations } from "next-intl";
import { CONFIDENCES, FORM_LINES, HS_REFERENCE_MAX } from "@/domain/services/customs/choices";
import { customsTermsFields } from "@/domain/services/customs/terms";
import { type OpinionMember, opinionName } from "@/domain/services/customs/terms-form";
import { SelectField, optionsOf } from "../choice-fields";
import { type FieldsForm, type FieldsProps, labelledAs, useFieldsForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { ListedFields } from "../listed-fields";
import { NumberField, TextField } from "../text-fields";

const MEMBERS: readonly OpinionMember[] = ["hsCode", "dutyBps", "vatBps", "confidence", "reference"];

/** How the broker would classify the first lines, each with its rates, how sure it is, and what it rests on. */
function OpinionFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("service-customs.line");
  const option = useTranslations("service-customs.option.confidence");
  const of = (member: OpinionMember, line: number) => ({
    form: labelledAs(form, t(`opinion.${member}`, { line })),
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

export function CustomsTermsFields(props: FieldsProps) {
  const form = useFieldsForm("customs", "terms", props);
  return <ListedFields form={form} list={customsTermsFields} instead={{ hsOpinions: <OpinionFields form={form} /> }} />;
}
