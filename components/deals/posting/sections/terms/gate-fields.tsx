import { useTranslations } from "next-intl";
import { RowList } from "@/components/services/fields/rows/row-list";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { GATE_QUESTION_MAX, GATES_MAX } from "@/domain/requests/terms";
import { rowCount, rowField } from "@/domain/services/form/rows";
import { type FormValues, valueOf } from "@/domain/shared/form-state";

type GateFieldsProps = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

const LIST = "gates";

/** Questions that every bid answers, each with the answer that it must have, if any. */
export function GateFields({ values, errors }: GateFieldsProps) {
  const t = useTranslations("deals.form.terms");
  const answers = (["yes", "no"] as const).map((value) => ({ value, label: t(`mustBe.${value}`) }));
  return (
    <RowList
      id={LIST}
      legend={t("gates")}
      help={t("gatesHelp")}
      error={errors[LIST]}
      rows={rowCount(values, LIST, GATES_MAX)}
      rowsMax={GATES_MAX}
    >
      {(row) => {
        const [question, mustBe] = [rowField(LIST, row, "question"), rowField(LIST, row, "mustBe")];
        return (
          <>
            <Field id={question} label={t("gateQuestion")} error={errors[question]} className="span-8">
              {(wiring) => (
                <TextInput
                  {...wiring}
                  name={question}
                  maxLength={GATE_QUESTION_MAX}
                  defaultValue={valueOf(values, question)}
                />
              )}
            </Field>
            <Field id={mustBe} label={t("gateAnswer")} error={errors[mustBe]} className="span-4">
              {(wiring) => (
                <Select
                  {...wiring}
                  name={mustBe}
                  placeholder={t("mustBe.any")}
                  options={answers}
                  defaultValue={valueOf(values, mustBe)}
                />
              )}
            </Field>
          </>
        );
      }}
    </RowList>
  );
}
