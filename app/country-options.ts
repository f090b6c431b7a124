import { COUNTRIES } from "@/domain/accounts/organisation";
import { regionNames } from "@/components/ui/format";

/** The served countries by their names in the reader's language, in its order. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = regionNames(locale);
  const sorted = new Intl.Collator(locale);
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    sorted.compare(a.label, b.label),
  );
}
