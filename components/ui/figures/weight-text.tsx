import { useLocale, useTranslations } from "next-intl";
import { formatWeight } from "./format-measure";

export function WeightText({ grams }: { readonly grams: number }) {
  const t = useTranslations("ui.measure");
  const { unit, value } = formatWeight(grams, useLocale());
  return <span className="whitespace-nowrap">{t(unit, { value })}</span>;
}
