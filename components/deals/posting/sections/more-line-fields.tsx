import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/long-form/fold";
import { HAZARD_CLASSES, PACKING_GROUPS } from "@/domain/services/dangerous-goods";
import { MARKS_MAX } from "@/domain/deals/deal-schema";
import { lineField, MORE_LINE_FIELDS } from "@/domain/deals/posting/posting-fields";
import { COUNTRIES } from "@/domain/services/country";
import { ChoiceField, NumberField, TextField, type Typed } from "./posting-fields";

/** What most cargo lines leave out: net weight, origin, stacking, marks, dangerous goods. One filled or to be mended opens it. */
export function MoreLineFields({ line, values, errors, suggested }: Typed & { readonly line: number }) {
  const t = useTranslations("deals.form");
  const words = useTranslations("services");
  const hazard = useTranslations("deals.hazard");
  const field = (name: string) => ({
    values,
    errors,
    suggested,
    name: lineField(line, name),
    label: `line.${name}`,
    isOptional: true,
  });
  const answers = ["yes", "no"].map((value) => ({ value, label: words(`answer.${value}`) }));
  return (
    <Fold
      title={t("moreOfLine", { number: line + 1 })}
      names={MORE_LINE_FIELDS.map((name) => lineField(line, name))}
      values={values}
      errors={errors}
    >
      <div className="form-grid">
        <NumberField {...field("netWeightKg")} unit={t("unit.kg")} hasHelp className="span-4" />
        <ChoiceField
          {...field("originCountry")}
          options={COUNTRIES.map((value) => ({ value, label: words(`country.${value}`) }))}
          hasEmpty
          className="span-4"
        />
        <ChoiceField {...field("isStackable")} options={answers} hasEmpty className="span-4" />
        <TextField {...field("marks")} maxLength={MARKS_MAX} hasHelp className="span-12" />
        <TextField {...field("unNumber")} maxLength={4} hasHelp className="span-4" />
        <ChoiceField
          {...field("hazardClass")}
          options={HAZARD_CLASSES.map((value) => ({
            value,
            label: hazard("option", { value, name: hazard(`class.${value.replace(".", "-")}`) }),
          }))}
          hasEmpty
          className="span-4"
        />
        <ChoiceField
          {...field("packingGroup")}
          options={PACKING_GROUPS.map((value) => ({ value, label: value }))}
          hasEmpty
          hasHelp
          className="span-4"
        />
      </div>
    </Fold>
  );
}
