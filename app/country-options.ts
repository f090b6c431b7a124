import { COUNTRIES } from "@/domain/accounts/organisation";
import { nameOrder, regionNames } from "@/components/ui/format";

/** The served countries by their names in the reader's language, in its order. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = regionNames(locale);
  const inOrder = nameOrder(locale);
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    inOrder(a.label, b.label),
  );
}
