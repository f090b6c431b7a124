import { useTranslations } from "next-intl";
import type { FieldProps } from "./fields-form";
import { SelectField } from "./choice/select-field";

/** Yes, no, or no answer: a check box could not tell no from not asked. */
export function AnswerField(field: FieldProps) {
  const t = useTranslations("services.answer");
  return <SelectField {...field} options={["yes", "no"].map((value) => ({ value, label: t(value) }))} />;
}
