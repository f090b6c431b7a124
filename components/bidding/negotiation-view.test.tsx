import type { ComponentProps, ReactElement } from "react";
import { describe, expect, test } from "vitest";
import type { BidContent } from "@/domain/bidding/bid";
import {
  type Condition,
  CONDITION_TYPES,
  measureOf,
  withDeclarantRows,
} from "@/domain/bidding/offer/commercial-terms-fields";
import { SERVICES } from "@/domain/shared/vocabulary";
import { drawn, wordsIn } from "@/test/drawn";
import { AlternativesView, CommercialTermsView } from "./negotiation-view";
import { CommercialTermsFields, NamedSubcontractors } from "./commercial-terms-fields";
import { OutlierTicks } from "./bid-check-view";
import { COMMERCIAL_TERMS_NAMES } from "@/domain/bidding/offer/commercial-terms";
import { COMMERCIAL_TERMS_ROWS } from "./commercial-terms";
import { PLAYED_LOCALES } from "@/test/played-locales";

const ROOMS = ["ui", "bidding", "services", ...SERVICES.map((service) => `service-${service}`)];

const draw = (locale: string, element: ReactElement): string => drawn(element, { locale, rooms: ROOMS });

const valueOf = (type: Condition["type"]): Condition["value"] => {
  const measure = measureOf(type);
  if ("min" in measure) return 7;
  if (measure.unit === "date") return "2026-12-24";
  return measure.unit === "money" ? { minor: 1_234_567, currency: "CNY" } : true;
};

const line = (minor: string, more: object = {}) => ({
  code: "EXD",
  basis: "declaration",
  unitPriceMinor: minor,
  rateBps: null,
  quantityMilli: 12_000,
  amountMinor: minor,
  isPassThrough: false,
  note: "",
  ...more,
});

const CONTENT = {
  currency: "CNY",
  totalMinor: "600",
  rates: [],
  transitDays: { min: 1, max: 2 },
  lines: [line("100"), line("200"), line("300")],
  packageDiscounts: [{ services: ["logistics", "inspection"], discountBps: 450 }],
  conditions: CONDITION_TYPES.map((type) => ({ type, value: valueOf(type) })),
  subcontractors: [{ name: "Horgos Yard", country: "KZ", parts: ["EXD", "TRS"], registrationNumber: "070240004567" }],
  lateDelivery: { perDayBps: 50, capBps: 500, graceDays: 2 },
  liabilityCap: { minor: 98_765_432, currency: "USD" },
  insuranceCover: { minor: 5_000_000, currency: "CNY" },
  closeOutDays: 15,
  relatedParty: { isRelated: true, words: "One owner of both" },
  alternatives: [
    {
      title: "Filed by night",
      note: "two people on duty",
      transitDays: { min: 3, max: 4 },
      startDate: "2026-12-01",
      totalMinor: "41800",
      lines: [
        line("11111", { tiers: [{ from: 10, unitPriceMinor: "9876" }] }),
        line("22222", { isPassThrough: true }),
        line("33333"),
      ],
    },
  ],
} as unknown as BidContent;

const SubcontractorForm = () => (
  <CommercialTermsFields
    service="logistics"
    values={{ "subcontractors[0].parts": ["TRS"] }}
    errors={{}}
    codes={[{ value: "TRS", label: "TRS 口岸换装费" }]}
    zone="GMT+8"
    partsToName={[]}
  />
);

describe.each(PLAYED_LOCALES)("in %s", (locale) => {
  test("everything that a bid says beside its price is read, each condition with its value", () => {
    const text = draw(locale, <CommercialTermsView content={CONTENT} />);
    for (const said of [
      "4.5%",
      "Horgos Yard",
      "070240004567",
      "0.5%",
      "987,654.32",
      "50,000.00",
      "15",
      "One owner of both",
    ])
      expect(text).toContain(said);
    expect(text).toContain("12,345.67");
    expect(text.match(/7/g)?.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/bidding\.|undefined|\[object/);
  });

  test("who declares for the bidder is said with the country, and what else it does apart", () => {
    const partner = { name: "Bac Lang Broker", country: "VN", registrationNumber: "4999336782" };
    const draws = (parts: readonly string[]) =>
      draw(locale, <CommercialTermsView content={{ subcontractors: [{ ...partner, parts }] } as never} />);
    const place = locale === "en" ? "declares in Vietnam: Bac Lang Broker" : "在越南申报：Bac Lang Broker";
    const { HSC } = wordsIn("services", locale).work;
    expect(draws(["IMD"])).toContain(place);
    expect(draws(["IMD"])).not.toContain(HSC);
    expect(draws(["IMD", "HSC"])).toContain(place);
    expect(draws(["IMD", "HSC"])).toContain(HSC);
    expect(draws(["HSC"])).not.toContain(place);
  });

  test("the form says what the bidder cannot do itself, with the fold of subcontractors open and that country to choose", () => {
    const form = (partsToName: readonly { code: "IMD"; country: string }[]) =>
      draw(
        locale,
        <AllCommercialTerms
          service="customs"
          values={{}}
          errors={{}}
          codes={[]}
          zone="GMT+8"
          partsToName={partsToName}
        />,
      );
    const said = wordsIn("bidding", locale).beside.field.subcontractors.label;
    const foldOf = (html: string) => html.slice(html.lastIndexOf("<details", html.indexOf(`>${said}<`)));
    expect(foldOf(form([]))).not.toMatch(/^<details[^>]* open/);
    expect(foldOf(form([{ code: "IMD", country: "DE" }]))).toMatch(/^<details[^>]* open/);
    expect(form([{ code: "IMD", country: "DE" }])).toContain(locale === "en" ? "Germany" : "德国");
    expect(form([{ code: "IMD", country: "DE" }])).toContain('value="DE"');
  });

  test("of what it says nothing, a line says that it does not", () => {
    const { conditions: _, ...rest } = CONTENT;
    const silent = draw(locale, <CommercialTermsView content={{ relatedParty: { isRelated: false, words: "" } }} />);
    const words = wordsIn("bidding", locale).beside.row;
    for (const row of COMMERCIAL_TERMS_ROWS.filter((one) => one !== "relatedParty"))
      expect(silent).toContain(words[row]);
    expect(draw(locale, <CommercialTermsView content={rest} />)).toContain(words.conditions);
  });

  test("what is told elsewhere on the page is not said to be missing", () => {
    const { packageDiscounts: _, ...rest } = CONTENT;
    const words = wordsIn("bidding", locale).beside.row;
    expect(draw(locale, <CommercialTermsView content={rest} />)).toContain(words.packageDiscounts);
    expect(draw(locale, <CommercialTermsView content={rest} rows={COMMERCIAL_TERMS_NAMES} />)).not.toContain(
      words.packageDiscounts,
    );
  });

  test("an alternative stands with its own three lines, its tiers, and what is paid at cost with receipt", () => {
    const text = draw(locale, <AlternativesView content={CONTENT} service="customs" />);
    for (const said of ["Filed by night", "two people on duty", "98.76", "222.22", "333.33"])
      expect(text).toContain(said);
    const { atCost } = wordsIn("bidding", locale).line;
    expect(text.split(atCost).length - 1).toBe(1);
  });
});

/** As the form of a bid has them: what it has to name stands apart. */
function AllCommercialTerms(props: ComponentProps<typeof CommercialTermsFields>) {
  return (
    <>
      {props.partsToName.length > 0 && <NamedSubcontractors {...props} />}
      <CommercialTermsFields {...props} />
    </>
  );
}

describe.each(PLAYED_LOCALES)("the form in %s", (locale) => {
  test("has a labelled field for each, and keeps every value", () => {
    const values = {
      "alternatives[0].title": "By rail",
      "conditions[0].type": "prepayment_percent",
      "conditions[0].value": "30",
      "packageDiscounts[0].discount": "4,5",
      "packageDiscounts[0].services": ["logistics"],
      "subcontractors[0].name": "Yard",
      latePerDay: "0.5",
      liabilityCap: "1000",
      liabilityCapCurrency: "USD",
      closeOutDays: "x",
      isRelatedParty: "yes",
      relatedWords: "an uncle",
    };
    const form = draw(
      locale,
      <CommercialTermsFields
        service="customs"
        values={values}
        errors={{ closeOutDays: "!!" }}
        codes={[{ value: "EXD", label: "EXD" }]}
        zone="GMT+8"
        partsToName={[]}
      />,
    );
    for (const value of ["By rail", "30", "4,5", "Yard", "0.5", "1000", "x", "an uncle"])
      expect(form).toContain(`value="${value}"`);
    expect(form).toContain("!!");
    expect(form).not.toContain('value="customs"');
    const named = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
    const labels = new Set([...form.matchAll(/for="([^"]+)"/g)].map(([, id]) => id));
    for (const tag of named) {
      const [, id = ""] = / id="([^"]+)"/.exec(tag) ?? [];
      const isLabelled = labels.has(id) || /aria-label/.test(tag) || /type="checkbox"/.test(tag);
      expect(isLabelled, tag).toBe(true);
    }
  });

  test("a price that may be a slip is asked about with a tick that sends its name", () => {
    const outliers = [{ name: "0.1.IMD.above.10.144676", words: "line 2: 10 times" }];
    const asked = draw(locale, <OutlierTicks outliers={outliers} ticked={[]} />);
    expect(asked).toContain('name="confirmedSlips"');
    expect(asked).toContain('value="0.1.IMD.above.10.144676"');
    expect(asked).not.toContain("checked");
    expect(draw(locale, <OutlierTicks outliers={outliers} ticked={["0.1.IMD.above.10.144676"]} />)).toContain(
      "checked",
    );
    expect(draw(locale, <OutlierTicks outliers={[]} ticked={[]} />)).toBe("");
  });
});

test("the row of who declares abroad has its country and part, and says of no field that it is optional", () => {
  const parts = [{ code: "IMD", country: "VN" }] as const;
  const fields = (partsToName: typeof parts | readonly []) =>
    draw(
      "en",
      <AllCommercialTerms
        service="customs"
        values={withDeclarantRows({}, partsToName)}
        errors={{}}
        codes={[{ value: "IMD", label: "Import declaration" }]}
        zone="GMT+8"
        partsToName={partsToName}
      />,
    );
  const control = (html: string, part: string) =>
    new RegExp(`<(?:input|select)[^>]*name="subcontractors\\[0\\]\\.${part}"[^>]*>`).exec(html)?.[0] ?? "";
  for (const part of ["name", "country", "registrationNumber"]) {
    expect(control(fields(parts), part), part).toContain("required");
    expect(control(fields([]), part), part).not.toContain("required");
  }
  expect(fields(parts)).toMatch(/<option value="VN" selected/);
  expect(control(fields(parts), "parts")).toContain("checked");
  expect(control(fields([]), "parts")).not.toContain("checked");
});

test.each(PLAYED_LOCALES)(
  "what a subcontractor does is called by the work in %s, and its country by name",
  (locale) => {
    const partner = { name: "Ala-Tau Broker", country: "KZ", registrationNumber: "070240004567" };
    const said = draw(
      locale,
      <CommercialTermsView content={{ subcontractors: [{ ...partner, parts: ["TRS", "DLV"] }] } as never} />,
    );
    expect(said).toContain(
      locale === "en"
        ? "Ala-Tau Broker (Kazakhstan, 070240004567): transshipment at the border, delivery"
        : "Ala-Tau Broker（哈萨克斯坦，070240004567）：口岸换装、末端派送",
    );
    expect(draw("zh-CN", <SubcontractorForm />)).toMatch(
      /name="subcontractors\[0\]\.parts"[^>]*>(?:<[^>]+>)*口岸换装</,
    );
  },
);
