import { useNameList } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { hubNameOf } from "@/components/hubs/hub-name-of";
import { useFigureSource } from "@/components/services/words/country-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { Leg } from "@/domain/hubs/network/network";
import type { Place } from "@/domain/hubs/place";
import { positionSource } from "@/domain/hubs/told-source";

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
