import type { DocumentKind } from "../../../domain/services/document-kind";
import { daysBetween, type LocalDate } from "../../../domain/shared/time";
import { digitsOf } from "../registered-numbers";

type Numbered = {
  readonly reference: string;
  /** From which country to which, as in `VN-CN`. */
  readonly corridor: string;
  readonly buyerOrganisationId: string;
};

type Parts = {
  readonly from: string;
  readonly to: string;
  /** Two and four digits. */
  readonly year: string;
  readonly fullYear: string;
  readonly month: string;
  readonly day: string;
  /** So many digits of this paper's own. */
  readonly serial: (count: number) => string;
  /** Four digits that rise through the year, so that one exporter has hardly two papers of one number. */
  readonly ofYear: string;
  /** So many digits that are the company's. */
  readonly company: (count: number) => string;
  /** What the market's own papers of the deal are called after. */
  readonly own: string;
};

type Form = (parts: Parts) => string;
type Forms = Readonly<Record<string, Form>>;

/**
 * Certificates of origin. China's have 16 characters: the letter of their kind, the year, nine digits of the exporter's record and four of the
 * paper (notice of the quarantine administration on the system of 1 August 2007, at edtschool.com; the letters of the agreement with ASEAN and of
 * the general certificate stand there, that of RCEP was not found). Viet Nam's name both countries, the year, the office and a number (circular of
 * its Ministry of Industry and Trade on form E; with seven digits on a certificate of 31 December 2025 at ecosys-gov.net). Those of other countries are
 * in the manner of what they issue: estimates.
 */
const originForms = (letter: string): Forms => ({
  CN: ({ year, company, ofYear }) => `${letter}${year}${company(9)}${ofYear}`,
  VN: ({ to, year, serial }) => `VN-${to} ${year}/${officeOf(serial)}/${serial(7)}`,
  TH: ({ fullYear, serial }) => `${letter}${fullYear}-${serial(7)}`,
});

/** One of the first twenty offices that issue certificates. */
const officeOf = (serial: Parts["serial"]): string => String((Number(serial(2)) % 20) + 1).padStart(2, "0");

/**
 * Phytosanitary certificates, each as its country's plant protection service numbers them; estimates of their forms, since no public text was
 * found that lays them down: Russia's electronic ones with the day, the others with the year and the office.
 */
const PHYTOSANITARY: Forms = {
  CN: ({ year, serial }) => `1${year}${serial(12)}`,
  RU: ({ year, month, day, serial }) => `156${serial(6)}${day}${month}${year}${serial(3)}`,
  TH: ({ fullYear, serial }) => `PQ7 ${fullYear}-${serial(7)}`,
};

/** Where no form of a country's own is known: its letters, the year and a number. */
const general: Form = ({ from, year, serial }) => `${from}-${year}-${serial(7)}`;

/** A certificate for fish, meat or food: Russia's on its numbered blanks, Viet Nam's with the market that it is for. Estimates. */
const sanitary: Forms = {
  RU: ({ year, serial }) => `RU-${year}/${serial(8)}`,
  VN: ({ to, year, serial, ofYear }) => `${officeLetter(serial)}A${ofYear}/${year}/${to === "CN" ? "CH" : to}`,
};

const officeLetter = (serial: Parts["serial"]): string => "ABCDEF"[Number(serial(1)) % 6] as string;

/**
 * Papers by which goods may be sold in the Eurasian Economic Union, on one lot (letter А): Decision 293 of its Commission's Board of 25 December
 * 2012 lays down the parts of Russia's numbers; Kazakhstan and Kyrgyzstan put their offices first. Office numbers are invented.
 */
const EAC = {
  declaration: {
    RU: ({ year, serial }) => `ЕАЭС N RU Д-CN.РА${officeOf(serial)}.А.${serial(5)}/${year}`,
    KZ: ({ serial }) => `ЕАЭС N KZ.7500${serial(3)}.24.01.${serial(5)}`,
    KG: ({ serial }) => `ЕАЭС N KG417/035.Д.${serial(7)}`,
  },
  certificate: {
    RU: ({ year, serial }) => `ЕАЭС RU С-CN.АЯ${officeOf(serial)}.А.${serial(5)}/${year}`,
    KZ: ({ serial }) => `ЕАЭС KZ.7500${serial(3)}.22.01.${serial(5)}`,
    KG: ({ serial }) => `ЕАЭС KG417/035.CN.02.${serial(5)}`,
  },
} as const satisfies Record<string, Forms>;

/** Nobody sails under these letters. */
const SEA_CARRIERS = ["HDLN", "JXSL", "NHSC"] as const;

const oneOf = (all: readonly string[], serial: Parts["serial"]): string =>
  all[Number(serial(3)) % all.length] as string;

/** The letters of an airline's flights by the three digits that its waybills begin with. */
const FLIGHTS: Readonly<Record<string, string>> = { "112": "CK", "781": "MU", "784": "CZ", "999": "CA" };

/** A flight of the airline of an air waybill; its number is made up. */
export const flightOf = (airWaybill: string): string =>
  `${FLIGHTS[airWaybill.slice(0, 3)] ?? "CA"}${digitsOf(airWaybill, 3).padStart(4, "8")}`;

const ownPaper =
  (letters: string): Form =>
  ({ own }) =>
    `${letters}-${own}`;

type ByCountry = { readonly issuer: "from" | "to"; readonly forms: Forms };

/** How each kind of paper is numbered: by the one who sells or carries, or by an authority of the country of departure or of arrival. */
const FORMS: Readonly<Partial<Record<DocumentKind, Form | ByCountry>>> = {
  sales_contract: ownPaper("SC"),
  commercial_invoice: ownPaper("INV"),
  packing_list: ownPaper("PL"),
  power_of_attorney: ownPaper("POA"),
  cmr: ({ year, serial }) => `CMR ${year}${serial(8)}`,
  intl_road_waybill: ({ year, serial }) => `IRW ${year}${serial(8)}`,
  tir_carnet: ({ serial }) => `XQ${serial(8)}`,
  // A movement reference of ASEAN's transit system: the year, the country of departure and fourteen characters. An estimate.
  transit_declaration: ({ year, serial }) => `${year}LA${serial(14)}`,
  smgs: ({ serial }) => serial(8),
  bill_of_lading: ({ year, serial }) => `${oneOf(SEA_CARRIERS, serial)}${year}${serial(8)}`,
  origin_form_e: { issuer: "from", forms: originForms("E") },
  origin_rcep: { issuer: "from", forms: originForms("R") },
  origin_general: {
    issuer: "from",
    forms: { ...originForms("C"), RU: ({ to, year, serial }) => `RU${to}${year.slice(1)}${serial(9)}` },
  },
  phytosanitary: { issuer: "from", forms: PHYTOSANITARY },
  veterinary: { issuer: "from", forms: sanitary },
  health: { issuer: "from", forms: sanitary },
  fumigation: { issuer: "from", forms: {} },
  eac_declaration: { issuer: "to", forms: EAC.declaration },
  eac_certificate: { issuer: "to", forms: EAC.certificate },
  conformity_certificate: {
    issuer: "to",
    forms: { UZ: ({ serial }) => `UZ.SMT.01.${serial(4)}.${serial(8)}` },
  },
  vehicle_type_approval: {
    issuer: "to",
    forms: { RU: ({ serial }) => `ЕАЭС RU Е-CN.МТ${officeOf(serial)}.${serial(5)}` },
  },
  // China's have the year, two letters of the office and six digits; in the manner of what is issued, an estimate.
  export_licence: ({ year, serial }) => `${year}-AB-${serial(6)}`,
  quarantine_permit: ({ fullYear, serial }) => `AP${fullYear}${serial(8)}`,
  insurance_policy: ({ fullYear, serial }) => `CGO${fullYear}${serial(10)}`,
  msds: ({ fullYear, serial }) => `SDS-${fullYear}-${serial(5)}`,
  test_report: ({ fullYear, serial }) => `TR${fullYear}${serial(7)}`,
  un38_3: ({ fullYear, serial }) => `UN38.3-${fullYear}-${serial(6)}`,
};

/** So many papers of one kind an exporter may have on a day: with four digits for the year there is room for no more. */
const PAPERS_A_DAY = 27;

function risingSerial(seed: string, date: LocalDate): string {
  const day = daysBetween(`${date.slice(0, 4)}-01-01` as LocalDate, date);
  return String(day * PAPERS_A_DAY + (Number(digitsOf(seed, 6)) % PAPERS_A_DAY)).padStart(4, "0");
}

/** The number that stands on a paper of a deal that is dated on a day: in the form of whoever issues it, and always the same. */
export function paperNumber(kind: DocumentKind, deal: Numbered, date: LocalDate): string {
  const [from = "CN", to = "CN"] = deal.corridor.split("-");
  const [fullYear, month, day] = date.split("-") as [string, string, string];
  const parts: Parts = {
    ...{ from, to, year: fullYear.slice(2), fullYear, month, day },
    serial: (count) => digitsOf(`${kind} ${deal.reference}`, count),
    ofYear: risingSerial(`${kind} ${deal.reference}`, date),
    company: (count) => digitsOf(deal.buyerOrganisationId, count),
    own: deal.reference.slice(3),
  };
  const form = FORMS[kind] ?? general;
  if (typeof form === "function") return form(parts);
  const issuer = form.issuer === "from" ? from : to;
  return (form.forms[issuer] ?? general)({ ...parts, from: issuer });
}
