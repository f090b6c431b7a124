import { useTranslations } from "next-intl";

/** What the trade calls a kind of defect, by the code under which it was counted; the inspector's own code where the market knows no word. */
export function useDefectName(): (code: string) => string {
  const t = useTranslations("inspections.defectCode");
  return (code) => (t.has(code) ? t(code) : code.replaceAll("_", " "));
}
