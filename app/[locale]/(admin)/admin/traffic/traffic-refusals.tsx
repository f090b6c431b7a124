import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import { REFUSAL_IDS } from "@/components/admin/traffic/traffic-filters";
import type { PeriodRefusal } from "@/domain/hubs/traffic-period";
import type { TrafficAddress } from "./traffic-address";

/** Which days the address says wrong, and what is shown until they are mended. */
export function TrafficRefusals({ address }: { readonly address: TrafficAddress }) {
  const t = useTranslations("admin.traffic");
  const months = ({ details }: PeriodRefusal) => ({ months: Number(details?.months ?? 0) });
  const { refusal, comparisonRefusal } = address;
  return (
    <>
      {refusal && (
        <div id={REFUSAL_IDS.period}>
          <Note tone="warn">{t(`refused.${refusal.code}`, months(refusal))}</Note>
        </div>
      )}
      {comparisonRefusal && (
        <div id={REFUSAL_IDS.comparison}>
          <Note tone="warn">{t(`comparisonRefused.${comparisonRefusal.code}`, months(comparisonRefusal))}</Note>
        </div>
      )}
    </>
  );
}
