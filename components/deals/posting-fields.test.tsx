import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { FORM_LINES } from "@/domain/services/customs/choices";
import { FORM_UNITS, quantityName } from "@/domain/services/customs/form";
import { SERVICES } from "@/domain/shared/vocabulary";
import { drawn } from "@/test/drawn";
import { useFieldLabel } from "./posting-fields";

function Labels({ names }: { readonly names: readonly string[] }) {
  const labelOf = useFieldLabel();
  return names.map((name) => <li key={name}>{labelOf(name)}</li>);
}

function labelsOf(locale: string, names: readonly string[]): string[] {
  const rooms = ["deals", "services", ...SERVICES.map((service) => `service-${service}`)];
  const html = drawn(<Labels names={names} />, { locale, rooms, inBrowser: true });
  return [...html.matchAll(/<li>([^<]*)<\/li>/g)].map(([, words = ""]) => words);
}

const ROUTE_AND_CARGO = ["title", "hubId", "goodsCurrency", "wanted", "invited", "cargo[1].hsCode"];
const OF_KINDS = [
  "logistics.pickupTo",
  "payment.amount",
  "payment.amountCurrency",
  "customs.importerTaxId",
  "inspection.checklist[1].text",
];
const OF_LINES = FORM_LINES.flatMap((line) => FORM_UNITS.map((unit) => `customs.${quantityName(unit, line)}`));
const NAMES = [...ROUTE_AND_CARGO, ...[...OF_KINDS, ...OF_LINES].map((name) => `services.${name}`)];

test.each(LOCALES)(
  "in %s every field of the posting form is called by its words, those of cargo lines by line and unit",
  (locale) => {
    const labels = labelsOf(locale, NAMES);
    expect(labels).toHaveLength(NAMES.length);
    for (const [at, words] of labels.entries()) expect(words).not.toBe(NAMES[at]);
    expect(new Set(labels).size).toBe(labels.length);
  },
);
