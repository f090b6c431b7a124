import { useLocale, useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../numbered-boxes";
import { useCountryName } from "../country-name";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { numberFormat } from "@/components/ui/intl-cache";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { ONE } from "@/domain/services/quantities";
import type { LineQuantities } from "@/domain/services/customs/spec";
import { PERCENT_PLACES, QUANTITY_PLACES, writeScaled } from "@/domain/shared/parse-scaled";
import type { HsOpinion } from "@/domain/services/customs/terms";

/** Where the words of a spec's choices stand, by the member's path; for those who tell of one value apart from its form. */
const customsSpecChoices = {
  side: "service-customs.option.side",
  supervisionMode: "service-customs.option.supervisionMode",
  "exporterOfRecord.country": "services.country",
  "importerOfRecord.country": "services.country",
  importProcedure: "service-customs.option.importProcedure",
  classificationBy: "service-customs.option.classifier",
  certificates: "service-customs.option.certificate",
} as const;

/** What specific duties count, a line of the cargo each. */
function LineQuantityList({ quantities }: { readonly quantities: LineQuantities }) {
  const t = useTranslations("service-customs.line");
  const unit = useTranslations("service-customs.unit");
  const numbers = numberFormat(useLocale(), { maximumFractionDigits: QUANTITY_PLACES });
  return (
    <ul>
      {Object.entries(quantities).map(([line, of]) => (
        <li key={line}>
          {t("number", { line })}{" "}
          {DUTY_UNITS.flatMap((name) => {
            const milli = of[name];
            return milli === undefined ? [] : [unit(name, { quantity: numbers.format(milli / ONE) })];
          }).join(" · ")}
        </li>
      ))}
    </ul>
  );
}

export function CustomsSpecView({ spec }: SpecViewProps<SpecOf<"customs">>) {
  const t = useTranslations("service-customs");
  const countryName = useCountryName();
  const {
    exporterOfRecord: exporter,
    importerOfRecord: importer,
    certificates = [],
    freightToBorder: freight,
    insuranceToBorder: insurance,
    includedAfterBorder: afterBorder,
  } = spec;
  // China's declarations call a party by whether it is in the country or abroad.
  const party = (role: "exporter" | "importer", country: string | undefined) =>
    t(`party.${role}.${country === "CN" ? "inChina" : "abroad"}`);
  const residentsOf = ({ persons, days = 1 }: NonNullable<SpecOf<"customs">["borderResidents"]>) =>
    t("residents", { persons, days });
  const boxes = numberedBoxes([
    { label: t("spec.side.label"), value: t(`option.side.${spec.side}`) },
    {
      label: t("spec.supervisionMode.label"),
      value: spec.supervisionMode && t(`option.supervisionMode.${spec.supervisionMode}`),
    },
    { label: party("exporter", exporter?.country), value: exporter?.name },
    { label: t("spec.exporterCountry.label"), value: exporter && countryName(exporter.country) },
    { label: t("spec.exporterCode.label"), value: spec.exporterCode },
    { label: party("importer", importer?.country), value: importer?.name },
    { label: t("spec.importerCountry.label"), value: importer && countryName(importer.country) },
    { label: t("spec.importerTaxId.label"), value: importer?.taxId },
    { label: t("spec.importerKpp.label"), value: importer?.kpp },
    { label: t("spec.residentsPersons.label"), value: spec.borderResidents && residentsOf(spec.borderResidents) },
    {
      label: t("spec.importProcedure.label"),
      value: spec.importProcedure && t(`option.importProcedure.${spec.importProcedure}`),
    },
    {
      label: t("spec.classificationBy.label"),
      value: spec.classificationBy && t(`option.classifier.${spec.classificationBy}`),
    },
    { label: t("spec.freightToBorder.label"), value: freight && <MoneyText {...freight} /> },
    { label: t("spec.insuranceToBorder.label"), value: insurance && <MoneyText {...insurance} /> },
    {
      label: t(spec.side === "export" ? "figure.beyond_exit" : "spec.includedAfterBorder.label"),
      value: afterBorder && <MoneyText {...afterBorder} />,
    },
    {
      label: t("spec.certificates.label"),
      value: certificates.length > 0 && (
        <ul>
          {certificates.map((certificate) => (
            <li key={certificate}>{t(`option.certificate.${certificate}`)}</li>
          ))}
        </ul>
      ),
      span: 2,
    },
    {
      label: t("line.quantities"),
      value: spec.lineQuantities && <LineQuantityList quantities={spec.lineQuantities} />,
      span: "all",
    },
    { label: t("spec.remarks.label"), value: spec.remarks, span: "all" },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}

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

function CustomsTermsView({ terms }: TermsViewProps<TermsOf<"customs">>) {
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

export const customsScreens: ServiceScreens<SpecOf<"customs">, TermsOf<"customs">> = {
  SpecView: CustomsSpecView,
  TermsView: CustomsTermsView,
  specChoices: customsSpecChoices,
};
