import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { hubNameOf } from "@/components/hubs/hub-name-of";
import { Icon } from "@/components/ui/icons/icon";
import type { Place } from "@/domain/hubs/place";

type PlaceSelectProps = Omit<ComponentProps<"select">, "children"> & { readonly places: readonly Place[] };

/** All places in two groups, China's and those abroad: a route has one end in each. */
export function PlaceSelect({ places, ...rest }: PlaceSelectProps) {
  const t = useTranslations("hubs.plan");
  const locale = useLocale();
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const order = new Intl.Collator(locale);
  const label = (place: Place) =>
    place.country === "CN"
      ? hubNameOf(place, locale)
      : `${country.of(place.country) ?? place.country} · ${hubNameOf(place, locale)}`;
  const group = (isChina: boolean) =>
    places
      .filter((place) => (place.country === "CN") === isChina)
      .map((place) => ({ id: place.id, label: label(place) }))
      .sort((a, b) => order.compare(a.label, b.label));
  return (
    <span className="select">
      <select {...rest} className="input">
        <option value="">{t("choosePlace")}</option>
        {[true, false].map((isChina) => (
          <optgroup key={String(isChina)} label={t(isChina ? "china" : "abroad")}>
            {group(isChina).map((place) => (
              <option key={place.id} value={place.id}>
                {place.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}
