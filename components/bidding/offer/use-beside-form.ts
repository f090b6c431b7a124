import { useTranslations } from "next-intl";
import type { FieldsForm, FieldsProps } from "@/components/services/fields/fields-form";
import { rowCount } from "@/domain/services/form/rows";
import { valueOf, valuesOf } from "@/domain/shared/form-state";

/** The fields of what an offer says beside its price, which are the same for every service; their names stand as they are. */
export function useBesideForm({ values, errors = {}, zone }: Omit<FieldsProps, "prefix">): FieldsForm {
  const t = useTranslations("bidding.beside");
  const help = (name: string) => `field.${name}.help`;
  return {
    zone,
    label: (name) => t(`field.${name}.label`),
    help: (name) => (t.has(help(name)) ? t(help(name)) : undefined),
    nameOf: (name) => name,
    valueOf: (name) => valueOf(values, name),
    valuesOf: (name) => valuesOf(values, name),
    errorOf: (name) => errors[name],
    choicesOf: (_, all) => all,
    foldTitle: (fold) => t(`fold.${fold}`),
    emptyChoice: "notStated",
    isRequired: () => false,
    typed: { values, errors },
    rowsOf: (list, rowsMax) => rowCount(values, list, rowsMax),
  };
}
