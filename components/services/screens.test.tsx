import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { FormField } from "@/domain/services/form/field";
import { rowField } from "@/domain/services/form/rows";
import { kindOf } from "@/domain/services/registry";
import { SERVICES } from "@/domain/services/service";
import { shipmentExample } from "@/domain/services/shipment-example";
import { SERVICE_FORMS } from "./form-registry";
import { SERVICE_SCREENS } from "./registry";
import { ServiceFigures } from "./view/service-figures";

const LOCALES = ["en", "zh-CN"] as const;
const ROOMS = ["ui", "services", ...SERVICES.map((service) => `service-${service}`)];

const messagesOf = (locale: string): Record<string, object> =>
  Object.fromEntries(ROOMS.map((room) => [room, JSON.parse(readFileSync(`messages/${locale}/${room}.json`, "utf8"))]));

/** Draws as the server does, without a script; a word that is missing is a failure. */
function draw(locale: string, node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messagesOf(locale)}
      timeZone="Asia/Shanghai"
      onError={(error) => {
        throw error;
      }}
    >
      {node}
    </NextIntlClientProvider>,
  );
}

const controlNames = (html: string): Set<string> =>
  // "intent" is what a button of a list asks for.
  new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name = ""]) => name).filter((name) => name !== "intent"));

/** A list that is empty shows its first row. */
const controlsOf = (field: FormField): string[] => {
  if (field.as === "rows") return field.rowFields.flatMap(controlsOf).map((part) => rowField(field.name, 0, part));
  return field.as === "money" ? [field.name, field.currencyName] : [field.name];
};

const namesOf = (fields: readonly FormField[], prefix: string): Set<string> =>
  new Set(fields.flatMap(controlsOf).map((name) => prefix + name));

/** Whether the control of this name stands within a fold that is closed. */
function isFoldedAway(html: string, name: string): boolean {
  const at = html.indexOf(` name="${name}"`);
  if (at < 0) throw new Error(`no control ${name}`);
  const before = html.slice(0, at);
  const fold = before.lastIndexOf("<details");
  if (fold < 0 || before.lastIndexOf("</details>") > fold) return false;
  return !/^<details[^>]* open=""/.test(before.slice(fold));
}

/** A request and terms with every member filled, so that every box and word is drawn. */
const FULL = {
  logistics: {
    spec: {
      equipment: "40rf",
      equipmentCount: 2,
      haul: "multimodal",
      pickupFrom: "2026-11-20",
      pickupTo: "2026-11-22T08:00:00+08:00",
      pickupAddress: "88 Chouzhou Road, Yiwu",
      loadingBy: "shipper",
      unloadingBy: "carrier",
      containerOwner: "soc",
      temperature: { minC: 2, maxC: 6 },
      isTransshipmentAllowed: false,
      needsTailLift: true,
      pickupAt: "door",
      deliverAt: "terminal",
      deliveryFrom: "2026-12-02",
      deliveryTo: "2026-12-04",
      deliveryAddress: "5 Ryskulov Avenue, Almaty",
      needsDeliveryAppointment: true,
      otherHubIds: ["alashankou"],
      insurance: { clause: "A", value: { minor: 9_900_000, currency: "USD" } },
      transit: { regime: "national", guaranteedBy: "broker" },
      shipperDocuments: ["commercial_invoice", "packing_list"],
      freeTimeHours: 24,
      freeTimeBorderHours: 12,
      freeTimeDestinationHours: 8,
      remarks: "Fragile",
    },
    terms: {
      carrierType: "forwarder",
      equipment: "40rf",
      hasTransshipment: true,
      borderWaitHours: 20,
      freeTimeBorderHours: 24,
      freeTimeDestinationHours: 48,
      legs: [
        { place: "Horgos", mode: "road", carrier: "Yili Trucks", days: 5 },
        { place: "KZALA", mode: "road", days: 2 },
      ],
      plates: { beforeBorder: "CN", beyondBorder: "KZ" },
      slot: { system: "cargoruqsat", bookedBy: "provider" },
      liability: "cmr",
      tracking: "gps",
      departures: "Daily",
    },
  },
  payment: {
    spec: {
      need: "letter_of_credit",
      payerCurrency: "KZT",
      payeeCurrency: "CNY",
      amount: { minor: 63_000_000, currency: "CNY" },
      purpose: "GDDS",
      lockMinutes: 60,
      payouts: 1,
      payerCountry: "KZ",
      payeeCountry: "CN",
      tradeDocuments: ["contract", "declaration"],
      settleWithinDays: 2,
      depositPercent: 30,
      balanceDue: "against_documents",
      balanceDueDays: 10,
      counterpartyBanks: "Bank of Horgos, KHRGKZKA",
      declaresNoSanctions: true,
      hadReturns: false,
      creditType: "usance",
      tenorDays: 120,
      issuingBank: "Almaty Trade Bank",
      creditExpiry: "2027-03-01",
      latestShipment: "2027-02-01",
      tolerancePercent: 5,
      arePartialShipmentsAllowed: true,
      creditDocuments: ["commercial_invoice", "transport_document"],
      remarks: "By Friday",
    },
    terms: {
      channel: "cips",
      licenceNumber: "DEMO-1",
      licenceCountry: "KZ",
      midSource: "Bank of China, 10:00",
      fallbackChannel: "correspondent",
      midRate: "74.05",
      midBase: "CNY",
      midAt: "2026-11-24T02:00:00.000Z",
      lockMinutes: 15,
      expiresAt: "2026-11-24T10:00:00.000Z",
      hoursToPayout: 24,
      hoursToPayoutP90: 48,
      amountMax: { minor: 900_000_000, currency: "CNY" },
      kycDocuments: ["registration", "trade_proof"],
      escrowRelease: "on_delivery_proof",
      reportFrequency: "weekly",
      returnCostBorneBy: "provider",
      returnDays: 5,
    },
  },
  customs: {
    spec: {
      side: "both",
      supervisionMode: "0110",
      importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
      exporterCode: "3307960001",
      borderResidents: { persons: 12, days: 3 },
      lineQuantities: { 1: { kg: 8_800_000, piece: 1_200_000 }, 2: { litre: 5_500 } },
      importProcedure: "home_use",
      hsLines: 7,
      declarations: 2,
      classificationBy: "broker",
      certificates: ["origin_form_e", "health"],
      freightToBorder: { minor: 100_000, currency: "USD" },
      insuranceToBorder: { minor: 5_000, currency: "USD" },
      remarks: "Marked goods",
    },
    terms: {
      licenceNumber: "DEMO-2",
      clearancePost: "Horgos",
      declarantRole: "representative",
      hoursToFile: 3,
      hoursToRelease: 6,
      hoursToReleaseP90: 30,
      dutyPaidBy: "client_account",
      finesBorneBy: "who_caused_it",
      hsOpinions: {
        1: { hsCode: "8482.10.00", dutyBps: 500, vatBps: 1_600, confidence: "high", reference: "Ruling KZ-17/2026" },
      },
    },
  },
  inspection: {
    spec: {
      type: "pre_shipment",
      factoryAddress: "88 Chouzhou Road, Yiwu",
      date: "2026-11-18",
      alternativeDate: "2026-11-19",
      loadingDate: "2026-11-20",
      products: [
        { name: "Desk lamp DL-12", quantity: 2_000 },
        { name: "Shade 30 cm", quantity: 1_200 },
      ],
      standard: "iso-2859-1",
      level: "II",
      aql: { critical: 0, major: 2.5, minor: 4 },
      lotSize: 3_200,
      severity: "normal",
      specialTests: [
        { test: "carton_drop", level: "S-2" },
        { test: "other", text: "Glow wire", level: "S-1" },
        { test: "rub", text: "20 times", level: "S-1" },
      ],
      checklist: [
        { code: "colour", text: "Against the card", method: "By eye", tolerance: "Grade 4", tool: "Light box" },
        { text: "Cord length", tolerance: "±2 cm", tool: "Tape", level: "S-3", isCritical: true },
      ],
      checksPerUnit: 3,
      siteTests: ["weight", "moisture"],
      labTests: 2,
      containers: 1,
      madePercent: 100,
      packedPercent: 90,
      packing: "12 a carton, with corner pads",
      marks: "ATM / ALMATY / 1-300",
      hasGoldenSample: true,
      photosWanted: ["product", "loading"],
      reportLanguage: "ru",
      secondReportLanguage: "zh-CN",
      holdRule: "hold_both",
      remarks: "Colour card",
    },
    terms: {
      manDaysOfferedMilli: 1_500,
      inspectorGrade: "senior",
      inspectorLanguages: ["zh-CN", "ru"],
      accreditationType: "A",
      accreditationNumber: "CNAS IB0001",
      dateSlots: ["2026-11-18", "2026-11-20"],
      reportHours: 24,
      reportLanguage: "en",
      cancellationHours: 48,
      isImpartial: true,
    },
  },
};

const HUBS = [
  { value: "horgos", label: "Horgos" },
  { value: "alashankou", label: "Alashankou" },
];

const CASES = SERVICES.flatMap((service) => LOCALES.map((locale) => [service, locale] as const));

describe.each(CASES)("the screens of %s in %s", (service, locale) => {
  const kind = kindOf(service);
  const screens = SERVICE_SCREENS[service];
  const forms = SERVICE_FORMS[service];
  const spec = kind.specSchema.parse(FULL[service].spec);
  const terms = kind.termsSchema.parse(FULL[service].terms);

  test("draw a control for every field of a request, and no other", () => {
    const html = draw(locale, <forms.SpecFields prefix="services.x." hubs={HUBS} />);
    expect(controlNames(html)).toEqual(namesOf(kind.specForm, "services.x."));
  });

  test("draw a control for every field of a bid's terms, and no other", () => {
    const html = draw(locale, <forms.TermsFields prefix="terms." zone="GMT+8" />);
    expect(controlNames(html)).toEqual(namesOf(kind.termsForm, "terms."));
  });

  test("show an error beside each field, tied to its control", () => {
    for (const field of kind.specForm.filter(({ name }) => name !== "standard")) {
      const html = draw(
        locale,
        <forms.SpecFields prefix="s." hubs={HUBS} errors={{ [`s.${field.name}`]: "Mend this" }} />,
      );
      expect(html, field.name).toContain(`id="s.${field.name}-error"`);
      expect(html, field.name).toMatch(new RegExp(`aria-describedby="[^"]*s\\.${field.name}-error`));
      expect(html, field.name).toContain("Mend this");
      expect(html, field.name).toMatch(new RegExp(` id="s\\.${field.name}"`));
    }
  });

  test("keep in sight every field that is filled or to be mended, in a fold or outside one", () => {
    for (const [group, fields] of [
      ["SpecFields", kind.specForm],
      ["TermsFields", kind.termsForm],
    ] as const) {
      const Fields = forms[group];
      for (const name of fields.flatMap(controlsOf).filter((one) => !/Currency$/.test(one))) {
        const values = draw(locale, <Fields prefix="x." hubs={HUBS} zone="GMT+8" values={{ [`x.${name}`]: "1" }} />);
        expect(isFoldedAway(values, `x.${name}`), `${name} filled`).toBe(false);
        const errors = draw(locale, <Fields prefix="x." hubs={HUBS} zone="GMT+8" errors={{ [`x.${name}`]: "Mend" }} />);
        expect(isFoldedAway(errors, `x.${name}`), `${name} to be mended`).toBe(false);
      }
    }
  });

  test("fold away what most leave out, with how much of it is given", () => {
    const html = draw(locale, <forms.TermsFields prefix="terms." zone="GMT+8" />);
    expect(html.match(/<details/g)?.length).toBeGreaterThan(1);
    expect(html).not.toMatch(/<details[^>]* open=""/);
    expect(html.match(/class="fold-given"/g)).toHaveLength(html.match(/<details/g)?.length ?? 0);
  });

  test("show a whole request and whole terms without a missing word", () => {
    const html = draw(locale, [
      <screens.SpecView key="spec" spec={spec} zone="Asia/Almaty" />,
      <screens.TermsView key="terms" terms={terms} spec={spec} zone="Asia/Almaty" />,
    ]);
    expect(html).not.toMatch(/undefined|\[object|service-|services\./);
    expect(html).toContain(FULL[service].spec.remarks);
  });

  test("show the figures that follow from a request", () => {
    const figures = kind.figures(spec, shipmentExample());
    const html = draw(locale, <ServiceFigures service={service} figures={figures} />);
    expect(html.match(/<dt>/g)).toHaveLength(
      figures.filter(({ value }) => value.kind !== "plan" && value.kind !== "note").length,
    );
    expect(html.includes("<table")).toBe(service === "inspection");
  });
});

describe("a form that came back", () => {
  test("keeps what was typed, and opens the details that hold it", () => {
    const values = {
      "s.remarks": "Fragile",
      "s.equipment": "40hc",
      "s.isTransshipmentAllowed": "no",
      "s.needsTailLift": "on",
    };
    const html = draw("en", <SERVICE_FORMS.logistics.SpecFields prefix="s." values={values} />);
    expect(html).toContain(">Fragile</textarea>");
    expect(html).toMatch(/<option value="40hc" selected=""/);
    expect(html).toMatch(/<option value="no" selected=""/);
    expect(html).toMatch(/<input[^>]*s\.needsTailLift[^>]*checked=""/);
    expect(html).toMatch(/<details[^>]* open=""/);
    expect(draw("en", <SERVICE_FORMS.logistics.SpecFields prefix="s." />)).not.toMatch(/<details[^>]* open=""/);
  });

  test("keeps every ticked box of a list", () => {
    const values = { "s.certificates": ["origin_ct1", "health"], "s.side": "both" };
    const html = draw("en", <SERVICE_FORMS.customs.SpecFields prefix="s." values={values} />);
    const ticked = [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(
      ([input]) => / value="([^"]*)"/.exec(input)?.[1],
    );
    expect(ticked).toEqual(["both", "origin_ct1", "health"]);
  });
});

test("a purpose in a bank's own words is shown as it was written", () => {
  const { specSchema } = kindOf("payment");
  const spec = specSchema.parse({ ...FULL.payment.spec, purpose: "Contract 12. Bearings" });
  expect(draw("en", <SERVICE_SCREENS.payment.SpecView spec={spec} zone="Asia/Almaty" />)).toContain(
    "Contract 12. Bearings",
  );
});

test("a box keeps its number when others are empty", () => {
  const { specSchema } = kindOf("logistics");
  const spec = specSchema.parse({
    equipment: "tilt_136",
    pickupFrom: "2026-11-20",
    pickupTo: "2026-11-22",
    remarks: "Fragile",
  });
  const html = draw("en", <SERVICE_SCREENS.logistics.SpecView spec={spec} zone="Asia/Almaty" />);
  expect([...html.matchAll(/<i>(\d+)<\/i>/g)].map(([, number]) => number)).toEqual(["1", "3", "12"]);
});
