import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import type { DeclaredIn } from "@/domain/orders/document-numbers";
import type { EvidenceField } from "@/domain/services/evidence";

/**
 * The numbers of seals, vehicles and papers, and the weight: as many as an order's service and mode of transport have. Of declarations only those
 * of the countries of `declaredIn`.
 */
export function useNumberFields(
  fields: readonly EvidenceField[],
  declaredIn: readonly DeclaredIn[],
): readonly ActionField[] {
  const t = useTranslations("field.number");
  const help = useTranslations("field.numberHelp");
  return fields.map((name): ActionField => {
    const common = { name, label: t(name), help: help.has(name) ? help(name) : undefined };
    if (name === "declarationCountry") {
      const options = declaredIn.map((country) => ({ value: country, label: t(`country.${country}`) }));
      return { ...common, kind: "select", options, placeholder: t("noCountry") };
    }
    const inputMode = name === "grossWeight" ? "decimal" : undefined;
    return {
      ...{ ...common, kind: "text", maxLength: 120 },
      input: { autoComplete: "off", autoCapitalize: "characters", inputMode },
    };
  });
}
