import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import { Button } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { placeName } from "@/components/ui/words";
import type { MeantPlaces } from "@/views/postings";

export type MeantChoiceProps = { readonly meant: MeantPlaces; readonly field: string; readonly typed: string };

/** Which place is meant by words that several have, each one press away; and of a town that no way leads to why it cannot be an end. */
export function MeantChoice({ meant: { places, beyond }, field, typed }: MeantChoiceProps) {
  const t = useTranslations("hubs.town");
  const locale = useLocale();
  const countryOf = useCountryName();
  const number = (km: number) => numberFormat(locale, {}).format(km);
  const whereOf = ({ region, country }: MeantPlaces["places"][number]) =>
    [...(region ? [placeName(region, locale)] : []), countryOf(country)].join(t("between"));
  return (
    <span className="grid gap-1" data-meant={field}>
      {places.length > 0 ? (
        <span>{t("which", { typed })}</span>
      ) : (
        beyond.length === 0 && <span>{t("none", { typed })}</span>
      )}
      {places.map((place) => (
        <Button
          key={place.id}
          size="small"
          name="intent"
          value={`take-place:${field}:${place.id}`}
          className="justify-start whitespace-normal py-1 text-start"
        >
          {[placeName(place, locale), whereOf(place)].join(t("between"))}
        </Button>
      ))}
      {beyond.map(({ port, country, ...town }) => (
        <span key={`${country} ${town.nameEn}`}>
          {t("beyond", {
            town: [placeName(town, locale), countryOf(country)].join(t("between")),
            place: placeName(port, locale),
            km: number(port.km),
          })}
        </span>
      ))}
    </span>
  );
}
