import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { SpecOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import { useCountryName } from "../words/country-name";
import type { SpecViewProps } from "../screens";
import { useLocale } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { DUTY_UNITS } from "@/domain/tariff/duties/duty-rate";
import { ONE } from "@/domain/services/quantities";
import type { LineQuantities } from "@/domain/services/customs/line-quantities";
import { QUANTITY_PLACES } from "@/domain/shared/parse-scaled";

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
    { label: t("spec.includedAfterBorder.label"), value: afterBorder && <MoneyText {...afterBorder} /> },
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
