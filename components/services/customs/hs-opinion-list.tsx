import { useTranslations } from "next-intl";
import type { HsOpinion } from "@/domain/services/customs/terms";
import { PERCENT_PLACES, writeScaled } from "@/domain/shared/parse-scaled";

/** The broker's classification, a line of the cargo each. */
export function HsOpinionList({ opinions }: { readonly opinions: Readonly<Record<string, HsOpinion>> }) {
  const t = useTranslations("service-customs");
  const percent = (bps: number) => writeScaled(bps, PERCENT_PLACES);
  return (
    <ul>
      {Object.entries(opinions).map(([line, { hsCode, dutyBps, vatBps, confidence, reference }]) => (
        <li key={line}>
          {[
            t("line.classified", { line, hsCode }),
            dutyBps !== undefined && t("line.duty", { percent: percent(dutyBps) }),
            vatBps !== undefined && t("line.vat", { percent: percent(vatBps) }),
            confidence && t(`option.confidence.${confidence}`),
            reference,
          ]
            .filter(Boolean)
            .join(" · ")}
        </li>
      ))}
    </ul>
  );
}
