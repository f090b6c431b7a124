import { useTranslations } from "next-intl";

const LINE = /^cargo\[(\d+)\]\.(.+)$/;
const ROW = /^(\w+)\[(\d+)\]\.(\w+)$/;
const SERVICE = /^services\.(\w+)\.(.+)$/;

/** The words above a field of the posting form by its full name, for a summary that stands away from the field. */
export function useFieldLabel(): (name: string) => string {
  const t = useTranslations();
  return (name) => {
    const [, line, member] = LINE.exec(name) ?? [];
    if (line !== undefined)
      return t("deals.form.lineField", { number: Number(line) + 1, field: t(`deals.form.field.line.${member}.label`) });
    const [, service, field] = SERVICE.exec(name) ?? [];
    const [, list, row, part] = ROW.exec(field ?? "") ?? [];
    if (service && row !== undefined)
      return t("services.form.rowField", {
        list: t(`service-${service}.spec.${list}.label`),
        number: Number(row) + 1,
        field: t(`service-${service}.spec.${list}.part.${part}.label`),
      });
    const key = service ? `service-${service}.spec.${field}.label` : `deals.form.field.${name}.label`;
    return t.has(key) ? t(key) : name;
  };
}
