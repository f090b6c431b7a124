import { useTranslations } from "next-intl";
import { defectName, namesOfDefects } from "@/domain/inspections/results/defect-codes";

/** What the reader calls a kind of defect, by the code under which it was counted, and the names of all that the market knows. */
export function useDefectNames() {
  const t = useTranslations("inspections.defectCode");
  return { defectName: (code: string): string => defectName(code, t), names: namesOfDefects(t) };
}
