import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import type { TermsViewProps } from "../screens";
import type { HsOpinion } from "@/domain/services/customs/terms";
import { PERCENT_PLACES, writeScaled } from "@/domain/shared/parse-scaled";

/** The broker's classification, a line of the cargo each. */
function HsOpinionList({ opinions }: { readonly opinions: Readonly<Record<string, HsOpinion>> }) {
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

export function CustomsTermsView({ terms }: TermsViewProps<TermsOf<"customs">>) {
  const t = useTranslations("service-customs");
  const words = useTranslations("services");
  const hours = (value: number | undefined) => value !== undefined && words("duration.hours", { n: value });
  const boxes = numberedBoxes([
    { label: t("terms.licenceNumber.label"), value: terms.licenceNumber },
    { label: t("terms.clearancePost.label"), value: terms.clearancePost },
    {
      label: t("terms.declarantRole.label"),
      value: terms.declarantRole && t(`option.declarantRole.${terms.declarantRole}`),
    },
    { label: t("terms.hoursToFile.label"), value: hours(terms.hoursToFile) },
    { label: t("terms.hoursToRelease.label"), value: hours(terms.hoursToRelease) },
    { label: t("terms.hoursToReleaseP90.label"), value: hours(terms.hoursToReleaseP90) },
    { label: t("terms.dutyPaidBy.label"), value: terms.dutyPaidBy && t(`option.dutyPaidBy.${terms.dutyPaidBy}`) },
    {
      label: t("terms.finesBorneBy.label"),
      value: terms.finesBorneBy && t(`option.finesBorneBy.${terms.finesBorneBy}`),
    },
    {
      label: t("line.opinions"),
      value: terms.hsOpinions && <HsOpinionList opinions={terms.hsOpinions} />,
      span: "all",
    },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
