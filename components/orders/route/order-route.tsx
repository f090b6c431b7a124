import { useNameList } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { RouteStrip } from "@/components/ui/freight/route-strip";
import { Panel } from "@/components/ui/page/panel";
import { wholeDays } from "@/domain/hubs/way";
import type { OrderPage } from "@/domain/orders/order-view";
import { routeOf } from "./route-of";

/** The deal's way leg by leg; an order of carriage shows how far its goods have come. */
export function OrderRoute({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.route");
  const mode = useTranslations("services.mode");
  const country = useTranslations("services.country");
  const locale = useLocale();
  const nameList = useNameList();
  if (order.way.legs.length === 0) return null;
  const km = (value: number) => numberFormat(locale, {}).format(value);
  const name = (id: string) => {
    const place = order.places[id];
    return place ? placeName(place, locale) : id;
  };
  const { stops, legs } = routeOf(order, {
    name,
    at: (id) => {
      const code = order.places[id]?.country ?? "";
      return country.has(code) ? country(code) : code;
    },
    leg: (leg, isWide) =>
      leg.mode === "rail"
        ? t("rail", { gauge: isWide ? "1520" : "1435", km: km(leg.km) })
        : t("leg", { mode: mode(leg.mode), km: km(leg.km) }),
  });
  return (
    <Panel
      title={t("title")}
      aside={t("total", {
        km: km(order.way.distanceKm),
        ...wholeDays(order.way.days),
      })}
    >
      <RouteStrip name={t("name", { stops: nameList(stops.map((stop) => stop.name)) })} stops={stops} legs={legs} />
    </Panel>
  );
}
