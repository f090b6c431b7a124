import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/inputs";
import { LATE_WORDS_MAX, type LateReason } from "@/domain/orders/late-reasons";

/** The names under which forms send why a step was late. */
export const LATE_FIELDS = ["lateReason", "lateWords"] as const;

type LateFieldsProps = {
  /** Those that a step of the order can have. */
  readonly reasons: readonly LateReason[];
  readonly idOf: (name: string) => string;
  readonly kept: (name: string) => string;
  readonly errors: Readonly<Partial<Record<string, string>>>;
};

/** Why a step was done after it was due: drawn only where that was asked, which is told beside the reason. */
export function LateFields({ reasons, idOf, kept, errors }: LateFieldsProps) {
  const t = useTranslations("services.late");
  if (!LATE_FIELDS.some((name) => errors[name] || kept(name))) return null;
  return (
    <div className="form-grid">
      <Field id={idOf("lateReason")} label={t("label")} help={t("help")} error={errors.lateReason} isRequired>
        {(wired) => (
          <Select
            {...wired}
            name="lateReason"
            options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            placeholder={t("choose")}
            defaultValue={kept("lateReason")}
          />
        )}
      </Field>
      <Field id={idOf("lateWords")} label={t("words")} help={t("wordsHelp")} error={errors.lateWords}>
        {(wired) => (
          <TextInput {...wired} name="lateWords" maxLength={LATE_WORDS_MAX} defaultValue={kept("lateWords")} />
        )}
      </Field>
    </div>
  );
}
