import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import { numberFormat } from "@/components/ui/format";
import { type CargoLine, cargoTotals } from "@/domain/deals/deal";
import { CountText, MoneyText, VolumeText, WeightText } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";

const GRAMS_PER_KG = 1000;

/** What a cargo line says beside its figures, in words: net weight, origin, dangerous goods, stacking, marks; what is not given is left out. */
export function useCargoNotes(): (line: CargoLine) => string[] {
  const t = useTranslations("deals.cargo.note");
  const countryName = useCountryName();
  const number = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  return ({ netWeightGrams, originCountry, dangerousGoods, isStackable, marks }) =>
    [
      dangerousGoods && t(dangerousGoods.packingGroup ? "dangerousOfGroup" : "dangerous", dangerousGoods),
      netWeightGrams !== null && t("net", { kg: number.format(netWeightGrams / GRAMS_PER_KG) }),
      originCountry !== null && t("origin", { country: countryName(originCountry) }),
      isStackable !== null && t(isStackable ? "stackable" : "notStackable"),
      marks !== null && t("marks", { marks }),
    ].filter((note) => typeof note === "string");
}

type Line = CargoLine & { readonly key: string };

/** The cargo lines as they were posted, with their sums. */
export function CargoTable({ cargo }: { readonly cargo: readonly CargoLine[] }) {
  const t = useTranslations("deals.cargo");
  const packageWord = useTranslations("services.package");
  const notesOf = useCargoNotes();
  const rows = cargo.map((line, at): Line => ({ ...line, key: String(at) }));
  const totals = cargoTotals(cargo);
  const columns: Column<Line>[] = [
    {
      key: "description",
      head: t("description"),
      cell: (line) => line.description,
      detail: (line) => [t("hs", { code: line.hsCode }), ...notesOf(line)].join(" · "),
    },
    { key: "packages", head: t("packages"), isNumber: true, cell: (line) => <CountText value={line.packages} /> },
    { key: "type", head: t("packageType"), cell: (line) => packageWord(line.packageType) },
    { key: "weight", head: t("weight"), isNumber: true, cell: (line) => <WeightText grams={line.grossWeightGrams} /> },
    { key: "volume", head: t("volume"), isNumber: true, cell: (line) => <VolumeText cm3={line.volumeCm3} /> },
    {
      key: "value",
      head: t("value"),
      isNumber: true,
      cell: (line) => (line.value ? <MoneyText {...line.value} display="code" /> : t("noValue")),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={(line) => line.key}
      height="regular"
      foot={
        <tr>
          <th scope="row">{t("total")}</th>
          <td className="num">
            <CountText value={totals.packages} />
          </td>
          <td />
          <td className="num">
            <WeightText grams={totals.grossWeightGrams} />
          </td>
          <td className="num">
            <VolumeText cm3={totals.volumeCm3} />
          </td>
          <td />
        </tr>
      }
    />
  );
}
