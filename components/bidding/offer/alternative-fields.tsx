import { useTranslations } from "next-intl";
import { DateField } from "@/components/services/fields/date-field";
import type { FieldsForm } from "@/components/services/fields/fields-form";
import { FoldedFields } from "@/components/services/fields/folded-fields";
import { NumberField } from "@/components/services/fields/number-field";
import { RowsField } from "@/components/services/fields/rows/rows-field";
import { TextField } from "@/components/services/fields/text-field";
import { Button } from "@/components/ui/actions/button";
import { ALTERNATIVE_NOTE_MAX, ALTERNATIVE_TITLE_MAX, ALTERNATIVES_MAX } from "@/domain/bidding/offer/beside/limits";

/** Up to three other offers: what each is called and how long it takes. Their charge lines stand among the others, and may begin as a copy. */
export function AlternativeFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("bidding.beside");
  const rows = form.rowsOf("alternatives", ALTERNATIVES_MAX);
  return (
    <FoldedFields form={{ ...form, foldTitle: form.label }} fold="alternatives" names={["alternatives"]} isTitleEnough>
      <RowsField form={form} name="alternatives" rowsMax={ALTERNATIVES_MAX}>
        {(row) => (
          <>
            <TextField form={row} name="title" maxLength={ALTERNATIVE_TITLE_MAX} className="span-6" />
            <NumberField form={row} name="daysMin" className="span-3 pair" />
            <NumberField form={row} name="daysMax" className="span-3 pair" />
            <DateField form={row} name="startDate" className="span-3" />
            <TextField form={row} name="note" maxLength={ALTERNATIVE_NOTE_MAX} className="span-9" />
          </>
        )}
      </RowsField>
      <div className="span-12 flow">
        {Array.from({ length: rows }, (_, row) => (
          <Button
            key={`copy-${row.toString()}`}
            size="small"
            variant="quiet"
            name="intent"
            value={`copy-lines:${row + 1}`}
            formNoValidate
          >
            {t("copyLines", { number: row + 1 })}
          </Button>
        ))}
      </div>
    </FoldedFields>
  );
}
