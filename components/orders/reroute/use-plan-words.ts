import { useLocale } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { NamedPlace } from "@/domain/shared/named";
import { HOUR_MS } from "@/domain/shared/instant";

type Compared = { readonly laterMs: number; readonly furtherKm: number };

/** What the sentences on another way are filled in with: the hubs by name, and how it compares in whole hours and kilometres. */
export function usePlanWords() {
  const locale = useLocale();
  const whole = numberFormat(locale, { maximumFractionDigits: 0 });
  return {
    hubs: ({ from, to }: { readonly from: NamedPlace; readonly to: NamedPlace }) => ({
      from: placeName(from, locale),
      hub: placeName(to, locale),
    }),
    plan: ({ laterMs, furtherKm }: Compared) => ({
      hours: whole.format(Math.abs(laterMs) / HOUR_MS),
      isSooner: String(laterMs < 0),
      km: whole.format(Math.abs(furtherKm)),
      isShorter: String(furtherKm < 0),
    }),
  };
}
