import { useTranslations } from "next-intl";
import { CHECKPOINTS, NAMED_TESTS } from "@/domain/services/inspection/choices";
import { LEVELS, SPECIAL_LEVELS } from "@/domain/services/inspection/sampling/sampling";
import { CHECKLIST_MAX, SPECIAL_TESTS_MAX } from "@/domain/services/inspection/bounds";
import { CheckField } from "../../fields/choice/check-field";
import { SelectField } from "../../fields/choice/select-field";
import type { FieldsForm } from "../../fields/fields-form";
import { optionsOf } from "../../fields/options";
import { RowsField } from "../../fields/rows/rows-field";
import { TextField } from "../../fields/text-field";

type ChecklistFieldsProps = { readonly form: FieldsForm };

/** Tests with a small sample of their own. */
export function SpecialTestFields({ form }: ChecklistFieldsProps) {
  const option = useTranslations("service-inspection.option");
  return (
    <RowsField form={form} name="specialTests" rowsMax={SPECIAL_TESTS_MAX}>
      {(row) => (
        <>
          <SelectField
            form={row}
            name="test"
            options={optionsOf(NAMED_TESTS, (value) => option(`test.${value}`))}
            className="span-4"
          />
          <TextField form={row} name="text" maxLength={80} className="span-4" />
          <SelectField form={row} name="level" options={optionsOf(SPECIAL_LEVELS, String)} className="span-4" />
        </>
      )}
    </RowsField>
  );
}

/** What is looked at, point by point: one of the market's points, or the buyer's own words. */
export function ChecklistFields({ form }: ChecklistFieldsProps) {
  const option = useTranslations("service-inspection.option");
  return (
    <RowsField form={form} name="checklist" rowsMax={CHECKLIST_MAX}>
      {(row) => (
        <>
          <SelectField
            form={row}
            name="code"
            options={optionsOf(CHECKPOINTS, (value) => option(`checkpoint.${value}`))}
            className="span-4"
          />
          <TextField form={row} name="text" maxLength={200} className="span-8" />
          <TextField form={row} name="method" maxLength={120} className="span-4" />
          <TextField form={row} name="tolerance" maxLength={80} className="span-4" />
          <TextField form={row} name="tool" maxLength={80} className="span-4" />
          <SelectField form={row} name="level" options={optionsOf(LEVELS, String)} className="span-4" />
          <CheckField form={row} name="isCritical" className="span-8" />
        </>
      )}
    </RowsField>
  );
}
