import { useNameList } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { hubNameOf } from "@/components/hubs/hub-title";
import { useFigureSource } from "@/components/services/country-name";
import { dateFormat, numberFormat } from "@/components/ui/format";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { BorderWait, Leg, Mode, Place } from "@/domain/hubs/place";
import { positionSource } from "@/domain/hubs/position-source";
import { BarRow } from "@/components/ui/bar-row";

/** The places of a hub with their codes and positions. */
export function HubPlaces({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("hubs.page");
  const modes = useTranslations("hubs.mode");
  const nameList = useNameList();
  const locale = useLocale();
  const degrees = numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const columns: Column<Place>[] = [
    {
      key: "place",
      head: t("place"),
      cell: (place) => hubNameOf(place, locale),
      detail: (place) => (locale.startsWith("zh") ? place.nameEn : place.nameZh),
    },
    { key: "code", head: t("code"), cell: (place) => place.unlocode ?? t("noCode") },
    { key: "modes", head: t("modes"), cell: (place) => nameList(place.modes.map((mode) => modes(mode))) },
    {
      key: "position",
      head: t("coordinates"),
      cell: (place) => `${degrees.format(place.lat)}° N, ${degrees.format(place.lon)}° E`,
      detail: (place) => t(`position.${positionSource(place.source)}`),
    },
  ];
  return (
    <DataTable
      caption={t("places")}
      columns={columns}
      rows={places}
      rowKey={(place) => place.id}
      className="hub-list"
    />
  );
}

type HubLegsProps = { readonly legs: readonly Leg[]; readonly placeOf: ReadonlyMap<string, Place> };

/** Where the roads, rails and lanes of a hub lead, with what their distances come from. */
export function HubLegs({ legs, placeOf }: HubLegsProps) {
  const t = useTranslations("hubs.page");
  const modes = useTranslations("hubs.mode");
  const words = useTranslations("hubs.way");
  const sourceOf = useFigureSource();
  const locale = useLocale();
  const name = (id: string) => hubNameOf(placeOf.get(id), locale, id);
  const columns: Column<Leg>[] = [
    { key: "from", head: t("legFrom"), cell: (leg) => name(leg.fromId) },
    { key: "to", head: t("legTo"), cell: (leg) => name(leg.toId) },
    { key: "mode", head: t("legMode"), cell: (leg) => modes(leg.mode) },
    { key: "km", head: t("legKm"), isNumber: true, cell: (leg) => numberFormat(locale, {}).format(leg.km) },
    { key: "source", head: t("legSource"), cell: (leg) => (leg.isEstimate ? words("estimate") : sourceOf(leg.source)) },
  ];
  return (
    <DataTable
      caption={t("legs")}
      columns={columns}
      rows={legs}
      rowKey={(leg) => `${leg.fromId} ${leg.toId} ${leg.mode}`}
      height="dense"
      className="hub-list"
    />
  );
}

type HubWaitsProps = {
  readonly waitsByMode: readonly { readonly mode: Mode; readonly months: readonly BorderWait[] }[];
  /** 1 to 12: the month that runs. */
  readonly month: number;
};

const TONES = { road: "c1", rail: "c2", sea: "c3", air: "c4" } as const;

/** Expected waits over the year: the figures are the table, the bars their picture. */
export function HubWaits({ waitsByMode, month }: HubWaitsProps) {
  const t = useTranslations("hubs.page");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const max = Math.max(1, ...waitsByMode.flatMap(({ months }) => months.map((wait) => wait.hours)));
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const name = (of: number) =>
    dateFormat(locale, { month: "short", timeZone: "UTC" }).format(Date.UTC(2026, of - 1, 1));
  return (
    <table className="data-table rows-dense hub-waits">
      <caption>{t("waitsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("month")}</th>
          {waitsByMode.map(({ mode }) => (
            <th key={mode} scope="col" colSpan={2}>
              {t("hours", { mode: modes(mode) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 12 }, (_, index) => index + 1).map((of) => (
          <tr key={of} className={of === month ? "is-now" : undefined}>
            <th scope="row">
              {name(of)}
              {of === month && <small>{t("thisMonth")}</small>}
            </th>
            {waitsByMode.flatMap(({ mode, months }) => {
              const hours = months.find((wait) => wait.month === of)?.hours ?? 0;
              return [
                <td key={mode} className="num is-strong">
                  {number.format(hours)}
                </td>,
                <td key={`${mode} bar`} className="bar-cell">
                  <BarRow value={hours} max={max} tone={TONES[mode]} />
                </td>,
              ];
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
