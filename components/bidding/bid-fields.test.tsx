import { expect, test } from "vitest";
import { FormProblems } from "@/components/ui/form/form-actions";
import { LOCALES } from "@/domain/shared/locale";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { drawn } from "@/test/drawn";
import { bidProblemId, useBidFieldLabel } from "./bid-fields";

/** A field of each kind's terms: plain, of a row, and of a cargo line. */
const OWN: Readonly<Record<Service, readonly string[]>> = {
  logistics: ["terms.borderWaitHours", "terms.legs[1].place"],
  payment: ["terms.expiresAt"],
  customs: ["terms.hoursToFile", "terms.dutyBpsOfLine2"],
  inspection: ["terms.isImpartial", "terms.dateSlots"],
};

function Problems({ service, names }: { readonly service: Service; readonly names: readonly string[] }) {
  const labelOf = useBidFieldLabel(service);
  const fieldErrors = Object.fromEntries(names.map((name) => [name, "!"]));
  const state = { key: "1", values: {}, fieldErrors, formErrors: [], notice: null };
  return <FormProblems state={state} fieldId={bidProblemId} labelOf={labelOf} />;
}

function linksOf(locale: string, service: Service): string[] {
  const rooms = ["ui", "bidding", "services", `service-${service}`];
  const common = ["charges[2].price", "transitDays.min", "transitDays.max", "validUntil", "currency", "remarks"];
  const html = drawn(<Problems service={service} names={[...common, ...OWN[service]]} />, {
    locale,
    rooms,
    inBrowser: true,
  });
  return [...html.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, words = ""]) => words);
}

test.each(LOCALES.flatMap((locale) => SERVICES.map((service) => [locale, service] as const)))(
  "in %s the summary of a bid for %s says of each problem whose field it is, each in its own words",
  (locale, service) => {
    const links = linksOf(locale, service);
    expect(links).toHaveLength(6 + OWN[service].length);
    for (const words of links) expect(words).toMatch(/^\S.*[:：] ?!$/);
    expect(new Set(links).size).toBe(links.length);
  },
);

test("a row and a cargo line are told by their number", () => {
  expect(linksOf("en", "logistics")).toContain("Legs, from pick-up to delivery, line 2: To: !");
  expect(linksOf("en", "customs")).toContain("Line 2: duty, %: !");
  expect(linksOf("en", "customs")).toContain("Price or percent, line 3: !");
});
