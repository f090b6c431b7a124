import { useTranslations } from "next-intl";
import { useKindFieldLabel } from "@/components/services/words/kind-field-label";

const LINE = /^cargo\[(\d+)\]\.(.+)$/;
const TERM = /^(criteria|gates)\[(\d+)\]\.(\w+)$/;
const SERVICE = /^services\.(\w+)\.(.+)$/;

/** The words above a field of the posting form by its full name, for a summary that stands away from the field. */
export function useFieldLabel(): (name: string) => string {
  const t = useTranslations();
  const ofKind = useKindFieldLabel();
  return (name) => {
    const [, line, member] = LINE.exec(name) ?? [];
    if (line !== undefined)
      return t("deals.form.lineField", { number: Number(line) + 1, field: t(`deals.form.field.line.${member}.label`) });
    const [, list, row, part] = TERM.exec(name) ?? [];
    if (row !== undefined) return t(`deals.form.terms.row.${list}.${part}`, { number: Number(row) + 1 });
    const [, service, field] = SERVICE.exec(name) ?? [];
    if (service && field) return ofKind({ service, group: "spec", name: field }) ?? name;
    const key = `deals.form.field.${name}.label`;
    return t.has(key) ? t(key) : name;
  };
}
