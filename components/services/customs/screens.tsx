import { useLocale, useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { useListedBoxes } from "../listed-boxes";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { numberFormat } from "@/components/ui/format";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { ONE } from "@/domain/services/quantities";
import { type LineQuantities, customsFields } from "@/domain/services/customs/spec";
import { choicesIn } from "@/domain/services/member-list";
import { PERCENT_PLACES, QUANTITY_PLACES, writeScaled } from "@/domain/shared/parse-scaled";
import { type HsOpinion, customsTermsFields } from "@/domain/services/customs/terms";

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
  const { exporterOfRecord, importerOfRecord, borderResidents, lineQuantities } = spec;
  // China's declarations call a party by whether it is in the country or abroad.
  const party = (role: "exporter" | "importer", country: string | undefined) =>
    t(`party.${role}.${country === "CN" ? "inChina" : "abroad"}`);
  const residentsOf = ({ persons, days = 1 }: NonNullable<typeof borderResidents>) => t("residents", { persons, days });
  const boxes = useListedBoxes("customs", {
    group: "spec",
    list: customsFields,
    of: spec,
    instead: {
      exporterName: { label: party("exporter", exporterOfRecord?.country) },
      importerName: { label: party("importer", importerOfRecord?.country) },
      borderResidents: {
        label: t("spec.residentsPersons.label"),
        value: borderResidents && residentsOf(borderResidents),
      },
      includedAfterBorder: {
        label: t(spec.side === "export" ? "figure.beyond_exit" : "spec.includedAfterBorder.label"),
      },
      lineQuantities: {
        label: t("line.quantities"),
        value: lineQuantities && <LineQuantityList quantities={lineQuantities} />,
      },
    },
  });
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
  const t = useTranslations("service-customs.line");
  const boxes = useListedBoxes("customs", {
    group: "terms",
    list: customsTermsFields,
    of: terms,
    instead: {
      hsOpinions: {
        label: t("opinions"),
        value: terms.hsOpinions && <HsOpinionList opinions={terms.hsOpinions} />,
      },
    },
  });
  return <WaybillGrid boxes={boxes} isFlat />;
}

export const customsScreens: ServiceScreens<SpecOf<"customs">, TermsOf<"customs">> = {
  SpecView: CustomsSpecView,
  TermsView: CustomsTermsView,
  specChoices: choicesIn(customsFields),
};
