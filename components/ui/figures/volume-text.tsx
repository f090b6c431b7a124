import { useLocale, useTranslations } from "next-intl";
import { formatVolume } from "./format-measure";

export function VolumeText({ cm3 }: { readonly cm3: number }) {
  const t = useTranslations("ui.measure");
  const { unit, value } = formatVolume(cm3, useLocale());
  return <span className="whitespace-nowrap">{t(unit, { value })}</span>;
}
