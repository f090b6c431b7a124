import { useTranslations } from "next-intl";

const ROW = /^(\w+)\[(\d+)\]\.(\w+)$/;
const CURRENCY = /^(\w+)Currency$/;
const CARGO_LINE = /^(\w+)OfLine(\d)$/;

/** A field of one kind's request (`spec`) or bid (`terms`), by its bare name. */
type KindField = { readonly service: string; readonly group: "spec" | "terms"; readonly name: string };

/** A translator over all rooms. */
export type Words = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean };

/** The words above such a field, by a translator over all rooms; null where the kind has no words for it. */
export function kindFieldLabel(t: Words, { service, group, name }: KindField): string | null {
  const own = (key: string) => `service-${service}.${group}.${key}.label`;
  const [, list, row, part] = ROW.exec(name) ?? [];
  if (row !== undefined && t.has(own(`${list}.part.${part}`)))
    return t("services.form.rowField", {
      list: t(own(`${list}`)),
      number: Number(row) + 1,
      field: t(own(`${list}.part.${part}`)),
    });
  const [, member, line] = CARGO_LINE.exec(name) ?? [];
  const ofLine = `service-customs.line.${group === "spec" ? "unit" : "opinion"}.${member}`;
  if (line !== undefined && t.has(ofLine)) return t(ofLine, { line });
  if (t.has(own(name))) return t(own(name));
  const [, amount] = CURRENCY.exec(name) ?? [];
  return amount !== undefined && t.has(own(amount)) ? t("services.form.currencyOf", { field: t(own(amount)) }) : null;
}

/** The words above such a field, for a summary that stands away from it; null where the kind has no words for it. */
export function useKindFieldLabel(): (field: KindField) => string | null {
  const t = useTranslations();
  return (field) => kindFieldLabel(t, field);
}
