import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import type { Position } from "@/domain/orders/evidence";

const E6 = 1_000_000;
// A ten-thousandth of a degree is eleven metres: as exact as a phone.
const PLACES = 4;

type PlaceTextProps = Omit<Position, "accuracyM"> & { readonly accuracyM?: number };

/** A place in degrees, and within how many metres where that is known. */
export function PlaceText({ latE6, lonE6, accuracyM }: PlaceTextProps) {
  const t = useTranslations("field.place");
  const locale = useLocale();
  const degrees = (valueE6: number) =>
    numberFormat(locale, { minimumFractionDigits: PLACES, maximumFractionDigits: PLACES }).format(
      Math.abs(valueE6) / E6,
    );
  const point = t("point", {
    lat: degrees(latE6),
    north: latE6 >= 0 ? "N" : "S",
    lon: degrees(lonE6),
    east: lonE6 >= 0 ? "E" : "W",
  });
  return accuracyM === undefined ? point : t("within", { point, metres: accuracyM });
}
