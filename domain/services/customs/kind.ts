import { AGREEMENT_OF_PAPER, agreementsFor } from "@/domain/tariff/preferences";
import { type Figure, hsLinesOf, type ServiceKind, type Shipment, shipmentTotals } from "../kind";
import { specIssue, type SpecWarning } from "../spec-issue";
import { type CustomsSpec, customsFields } from "./spec";
import { bookSlotsOf } from "../address-book";
import { leavesOf } from "../member-list";
import { ruleOf, specCheck } from "../spec-rule";
import { customsRequired, customsSpecForm } from "./form";
import { customsTermsForm } from "./terms-form";
import { mutualTradeLimit, SUPERVISION } from "./supervision";
import { checkRegistration, checkTaxNumber, isChinaCustomsCode, isKpp } from "@/domain/accounts/registration-numbers";
import { PRICE_HOLDS } from "@/domain/tariff/excluded-charges";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import { isPortMode, type Mode } from "@/domain/hubs/place";
import type { Money } from "@/domain/shared/money";
import { DECLARATION_FIELDS } from "../evidence";
import { afterWork } from "../earliest";
import { cargoQuantities, quantitiesOf, times } from "../quantities";
import { customsDue, customsStarts, releasePromise } from "./due";
import { customsSpecSchema, customsTermsSchema } from "./schema";
import { customsValue, isExitUnsplit, lacksFreight } from "./customs-value";
import type { CustomsTerms } from "./terms";
import { TRANSIT, unknownOffices } from "./transit";

const rule = ruleOf<CustomsSpec>();

/** Quantities are of lines that the cargo has, and a net weight is no more than the line's gross weight (thousandths of kg are grams). */
const QUANTITIES = rule(["lineQuantities", "deal.cargo.grossWeightGrams"], ({ lineQuantities = {} }, { cargo }) =>
  Object.entries(lineQuantities).flatMap(([number, { kg }]) => {
    const line = cargo[Number(number) - 1];
    if (!line) return [specIssue(`lineQuantities.${number}`, "line_not_in_cargo", { lines: cargo.length })];
    return kg !== undefined && kg > line.grossWeightGrams
      ? [specIssue(`lineQuantities.${number}.kg`, "net_above_gross", { line: number })]
      : [];
  }),
);

const TAX_NUMBER_ISSUE = {
  registration_length: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_length", { country }),
  registration_check: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_check", { country }),
};

const RUSSIAN_COMPANY = /^\d{10}$/;

/**
 * An importer of record outside the embargoed countries, its tax number by its country's own rule, and a KPP only for a Russian company. That a number is this party's is
 * for people to verify.
 */
const IMPORTER = [
  rule(["importerOfRecord.country"], ({ importerOfRecord }) =>
    isEmbargoed(importerOfRecord?.country ?? "") ? [specIssue("importerOfRecord.country", "embargoed_country")] : [],
  ),
  rule(["importerOfRecord.country", "importerOfRecord.taxId"], ({ importerOfRecord: importer }) => {
    if (!importer || isEmbargoed(importer.country)) return [];
    const wrong = checkTaxNumber(importer.country, importer.taxId);
    return wrong ? [TAX_NUMBER_ISSUE[wrong](importer.country)] : [];
  }),
  rule(
    ["importerOfRecord.country", "importerOfRecord.taxId", "importerOfRecord.kpp"],
    ({ importerOfRecord: importer }) => {
      if (importer?.kpp === undefined || isEmbargoed(importer.country)) return [];
      if (importer.country !== "RU" || !RUSSIAN_COMPANY.test(importer.taxId.replace(/\D/g, "")))
        return [specIssue("importerOfRecord.kpp", "kpp_of_russian_company")];
      return isKpp(importer.kpp) ? [] : [specIssue("importerOfRecord.kpp", "kpp_malformed")];
    },
  ),
];

const CODE_ISSUE = { registration_length: "tax_number_length", registration_check: "tax_number_check" } as const;

/** A customs code of ten characters, or a social credit code with its check character. */
const isCodeOfChina = (code: string): boolean => isChinaCustomsCode(code) || checkRegistration("CN", code) === null;

/**
 * The exporter of record, outside the embargoed countries, with a code that can be its own: of a Chinese company as China's customs register it, of others their tax number
 * by its country's rule. An export from China is declared by a company of China, since only those are registered with its customs (GACC
 * decree 253 of 2021). That a code is this company's is for people to verify. Before the exporter was named its code was asked for of Chinese
 * companies only.
 */
const EXPORTER = [
  rule(["exporterOfRecord.country"], ({ exporterOfRecord }) =>
    isEmbargoed(exporterOfRecord?.country ?? "CN") ? [specIssue("exporterOfRecord.country", "embargoed_country")] : [],
  ),
  rule(["side", "exporterOfRecord.country", "deal.direction"], ({ side, exporterOfRecord }, { direction }) =>
    (exporterOfRecord?.country ?? "CN") !== "CN" && direction === "export" && (side === "export" || side === "both")
      ? [specIssue("exporterOfRecord.country", "exporter_not_of_china")]
      : [],
  ),
  rule(["exporterOfRecord.country", "exporterCode"], ({ exporterOfRecord, exporterCode: code }) => {
    const country = exporterOfRecord?.country ?? "CN";
    if (code === undefined || isEmbargoed(country)) return [];
    if (country === "CN") return isCodeOfChina(code) ? [] : [specIssue("exporterCode", "exporter_code_wrong")];
    const wrong = checkTaxNumber(country, code);
    return wrong ? [specIssue("exporterCode", CODE_ISSUE[wrong], { country })] : [];
  }),
];

/** A certificate of origin under one agreement only for goods that it covers: Form E under that of ASEAN and China, the other under RCEP. */
const ORIGIN_PAPER = rule(
  ["certificates", "deal.originCountry", "deal.destinationCountry", "deal.cargo.originCountry"],
  ({ certificates = [] }, { cargo, originCountry, destinationCountry }) => {
    const covering = new Set(
      cargo.flatMap((line) => agreementsFor(destinationCountry, line.originCountry ?? originCountry)),
    );
    const isIdle = Object.entries(AGREEMENT_OF_PAPER).some(
      ([paper, agreement]) => certificates.some((one) => one === paper) && !covering.has(agreement),
    );
    return isIdle ? [specIssue("certificates", "origin_paper_not_for_country")] : [];
  },
);

/**
 * As many lines to declare as the cargo names goods, each of them in every declaration at the most. More are asked for with a tick: a good of the cargo may
 * be several of the declaration.
 */
const HS_LINES = rule(
  ["hsLines", "hasMoreLines", "declarations", "deal.cargo.hsCode"],
  ({ hsLines, hasMoreLines = false, declarations = 1 }, { cargo }) => {
    if (hsLines === undefined) return [];
    const goods = hsLinesOf(cargo);
    if (hsLines < goods) return [specIssue("hsLines", "hs_lines_too_few", { min: goods })];
    return hsLines > goods * declarations && !hasMoreLines
      ? [specIssue("hsLines", "hs_lines_above_cargo", { goods, lines: hsLines })]
      : [];
  },
);

const CURRENCIES = (["freightToBorder", "insuranceToBorder", "includedAfterBorder"] as const).map((name) =>
  rule([name, "deal.goodsValue"], (spec, { goodsValue: { currency } }) => {
    const price = spec[name];
    return price !== undefined && price.currency !== currency
      ? [specIssue(`${name}.currency`, "not_in_goods_currency", { currency })]
      : [];
  }),
);

/** Freight and insurance to the border only where the price does not hold them already: else they would be counted twice. */
const HELD_COSTS = [
  rule(["freightToBorder", "deal.incotermRule"], ({ freightToBorder: cost }, { incotermRule }) =>
    cost && BigInt(cost.minor) > 0n && PRICE_HOLDS[incotermRule].freight
      ? [specIssue("freightToBorder", "freight_in_price", { incoterm: incotermRule })]
      : [],
  ),
  rule(["insuranceToBorder", "deal.incotermRule"], ({ insuranceToBorder: cost }, { incotermRule }) =>
    cost && BigInt(cost.minor) > 0n && PRICE_HOLDS[incotermRule].insurance
      ? [specIssue("insuranceToBorder", "insurance_in_price", { incoterm: incotermRule })]
      : [],
  ),
];

const AFTER_BORDER = rule(
  ["includedAfterBorder", "deal.goodsValue"],
  ({ includedAfterBorder: after }, { goodsValue }) =>
    after?.currency === goodsValue.currency && BigInt(after.minor) >= goodsValue.minor
      ? [specIssue("includedAfterBorder", "after_border_above_price")]
      : [],
);

/**
 * What `customsRequired` names; what `SUPERVISION` asks of the supervision mode; exporter and importer of record with numbers that can
 * be their own; the offices of a transit; a certificate of origin only for goods that its agreement covers; as many lines to declare as the cargo has; quantities of lines that the cargo has; freight and insurance in the currency of the
 * goods and only where the price does not hold them, and what lies after the border in it too and below their value.
 */
export const checkCustoms = specCheck(customsRequired, [
  ...SUPERVISION,
  ...EXPORTER,
  ...IMPORTER,
  QUANTITIES,
  ...TRANSIT,
  ORIGIN_PAPER,
  HS_LINES,
  ...CURRENCIES,
  ...HELD_COSTS,
  AFTER_BORDER,
]);

/** Lines that the price of one declaration holds before extra lines are charged. */
export const LINES_INCLUDED = 5;

const hsLinesAsked = (spec: CustomsSpec, shipment: Shipment): number =>
  spec.hsLines ?? shipmentTotals(shipment).hsLines;

/**
 * The value that is declared, and by which border: of an export alone at the exit, with what is taken out of the price. Where goods come in and
 * nobody says what their freight costs, it is the price alone, with a warning.
 */
function valueFigures(spec: CustomsSpec, shipment: Shipment): Figure[] {
  const figure = (key: string, amount: Money): Figure => ({ key, value: { kind: "money", money: amount } });
  const value = customsValue(spec, shipment);
  // Goods that only pass have no customs value: papers of a transit state their price under the rule of the deal.
  if (spec.side === "transit") return [{ ...figure("transit_price", value), named: { rule: shipment.incotermRule } }];
  if (lacksFreight(spec, shipment))
    return [
      figure("value_without_freight", value),
      {
        key: "freight_missing",
        value: { kind: "note", code: "freight_missing", values: { rule: shipment.incotermRule }, isWarning: true },
      },
    ];
  if (spec.side !== "export") return [figure("import_value", value)];
  if (isExitUnsplit(spec, shipment))
    return [
      figure("price_unsplit", value),
      {
        key: "exit_unsplit",
        value: { kind: "note", code: "exit_unsplit", values: { rule: shipment.incotermRule }, isWarning: true },
      },
    ];
  const taken = spec.includedAfterBorder;
  return [figure("exit_value", value), ...(taken ? [figure("beyond_exit", taken)] : [])];
}

function figures(spec: CustomsSpec, shipment: Shipment): Figure[] {
  const limit = mutualTradeLimit(spec, shipment);
  return [
    { key: "hs_lines", value: { kind: "count", count: hsLinesAsked(spec, shipment) } },
    { key: "declarations", value: { kind: "count", count: spec.declarations ?? 1 } },
    ...valueFigures(spec, shipment),
    ...(limit ? [{ key: "mutual_trade_limit", value: { kind: "money", money: limit } } as const] : []),
  ];
}

const hasExportSide = ({ side }: CustomsSpec): boolean => side === "export" || side === "both";
const ORIGIN_CERTIFICATES = ["origin_form_e", "origin_rcep", "origin_ct1", "origin_general"] as const;
const isOfOrigin = (certificate: string): boolean => (ORIGIN_CERTIFICATES as readonly string[]).includes(certificate);

const hasImportSide = ({ side }: CustomsSpec): boolean => side === "import" || side === "both";

/**
 * A declarant is a person of the country that the goods enter (Customs Code of the Eurasian Economic Union, art. 83, whose first paragraph blawg.ru repeats; GACC
 * decree 253 of 19 November 2021, art. 2 to 4, in force since 1 January 2022, as stardrive.com.cn repeats it): an importer from elsewhere needs a representative there who files in its own name.
 */
function customsWarnings(
  spec: CustomsSpec,
  { destinationCountry }: Pick<Shipment, "destinationCountry">,
): SpecWarning[] {
  const country = spec.importerOfRecord?.country;
  const isElsewhere = hasImportSide(spec) && country !== undefined && country !== destinationCountry;
  return [
    ...(isElsewhere ? [{ key: "importer_from_elsewhere", values: { country, destination: destinationCountry } }] : []),
    ...unknownOffices(spec).map((code) => ({ key: "transit_office_unknown", values: { code } })),
  ];
}

/** The step of a haul with which goods lie before the customs of the side that they enter. */
const cameBy = (mode: Mode) => (isPortMode(mode) ? "arrived_port" : "crossed_border");

/** The step of a haul that brings goods before the customs that release them last (运抵报告): filing ahead of it is usual, a release is not. */
const goodsOfRelease = (spec: CustomsSpec, mode: Mode) =>
  ({ service: "logistics", code: hasImportSide(spec) ? cameBy(mode) : "arrived_hub" }) as const;

/**
 * Customs clearance is priced by declaration and HS line; duty and tax are a percentage of the customs value and pass through.
 * Quantities are those of one side: with both sides a bid has a line for each.
 */
export const customs: ServiceKind<CustomsSpec, CustomsTerms> = {
  service: "customs",
  askedBy: String.raw`报关|清关|通关|双清|\bcustoms\b|таможен\p{L}*|таможн\p{L}*|растамож\p{L}*|hai quan|thong quan|кедендик`,
  specSchema: customsSpecSchema,
  specForm: customsSpecForm,
  bookSlots: bookSlotsOf(leavesOf(customsFields).map(({ entry }) => entry)),
  termsSchema: customsTermsSchema,
  termsForm: customsTermsForm,
  required: customsRequired,
  checkSpec: checkCustoms,
  warnings: customsWarnings,
  chargeCodes: ["EXD", "IMD", "HSC", "CRT", "CUF", "DTY", "VAT", "BST", "WTG"],
  // A broker is on the register of one country's customs. A transit names no country, and any broker on its way may open it.
  localParts: (spec, { originCountry, destinationCountry }) => [
    ...(hasExportSide(spec) ? [{ code: "EXD", country: originCountry } as const] : []),
    ...(hasImportSide(spec) ? [{ code: "IMD", country: destinationCountry } as const] : []),
  ],
  stopReasons: ["customs_inspection", "closure", "goods_not_ready"],
  lateReasons: ["customs_hold"],
  milestones: [
    { code: "documents_requested" },
    { code: "documents_complete", startsDays: true, needsPapers: "before_filing", passedWithReason: "always" },
    { code: "draft_approved" },
    // No customs charge, examine or release what was not filed with them.
    { code: "filed", isRequired: true, brings: ["declaration"] },
    // Of both sides the one that goods leave: they cross with it, while the far side is still asked, assessed and paid. Orders from before have no such step.
    {
      ...{ code: "export_released", besideAfter: "filed", counterpart: "filed" },
      ...{ isRelease: true, brings: ["declaration", "document"] },
    },
    // The customs ask, examine and send back at any time until they release, also after the duties are paid.
    { code: "state_question", besideAfter: "filed", isUnusual: true },
    { code: "duties_paid", brings: ["document"], passedWithReason: "state_charges" },
    // A declaration is keyed, sent and answered; the fastest green channel takes minutes, the keying more. Our choice.
    {
      code: "released",
      isDelivery: true,
      isRelease: true,
      earliest: afterWork("documents_complete", 20),
      brings: ["declaration", "document"],
    },
    { code: "pack_archived", brings: ["document"], isHandover: true },
  ],
  stepsLeftOut: ({ spec: { side } }) => (side === "both" ? [] : ["export_released"]),
  // Goods that leave China bear duty in few tariff lines only, and goods in transit bear none: with a clearance of either alone the release follows the filing.
  unusualSteps: ({ side }) => (side === "export" || side === "transit" ? ["duties_paid"] : []),
  evidenceFields: () => DECLARATION_FIELDS,
  deliverables: [
    "declaration_copy",
    "release_note",
    "payment_order",
    "origin_certificate",
    "inspection_act",
    "hs_opinion",
    "transit_document",
    "spot_document",
  ],
  deliverableSteps: { declaration_copy: "filed", payment_order: "duties_paid", release_note: "released" },
  deliverablePapers: {
    release_note: ["release_note"],
    origin_certificate: ORIGIN_CERTIFICATES,
    spot_document: ["spot_document"],
  },
  offers: (code, { spec, mode, destinationCountry }) => {
    if (code === "transit_document") return spec.side === "transit";
    if (code === "payment_order") return hasImportSide(spec);
    // Russia asks for the confirmation of tax of what comes in by road from the Union's other states.
    if (code === "spot_document") return destinationCountry === "RU" && mode === "road" && spec.side !== "export";
    return true;
  },
  // The act, the opinion and the Union's confirmation of tax come with some orders and are owed by none.
  owed: (spec) => [
    "declaration_copy",
    "release_note",
    ...(hasImportSide(spec) ? ["payment_order"] : []),
    ...(spec.certificates?.some(isOfOrigin) ? ["origin_certificate"] : []),
    ...(spec.side === "transit" ? ["transit_document"] : []),
  ],
  // Customs release what lies before them: what leaves once it is at the hub, what comes in once it is across.
  daysAlsoFrom: goodsOfRelease,
  goodsFirst: (spec, mode) => ({
    // Goods are examined where they lie; of both sides those that leave may be so at the hub.
    state_question: spec.side === "both" ? { service: "logistics", code: "arrived_hub" } : goodsOfRelease(spec, mode),
    export_released: { service: "logistics", code: "arrived_hub" },
    released: goodsOfRelease(spec, mode),
  }),
  // Of both sides the filing is that of the goods' leaving.
  stepsAlsoFrom: (spec, mode) => ({
    filed: { service: "logistics", code: spec.side === "import" ? cameBy(mode) : "arrived_hub" },
    released: goodsOfRelease(spec, mode),
  }),
  dueTimes: customsDue,
  promisedHours: releasePromise,
  dueStarts: customsStarts,
  suggestedCharges(spec) {
    const certificates = spec.certificates?.length ?? 0;
    return [
      ...(hasExportSide(spec) || spec.side === "transit" ? ([{ code: "EXD", basis: "declaration" }] as const) : []),
      ...(hasImportSide(spec) ? ([{ code: "IMD", basis: "declaration" }] as const) : []),
      { code: "HSC", basis: "hs_line_above_5" },
      ...(certificates > 0 ? ([{ code: "CRT", basis: "certificate" }] as const) : []),
      ...(hasImportSide(spec)
        ? ([
            { code: "CUF", basis: "declaration" },
            { code: "DTY", basis: "percent_of_customs_value" },
            { code: "VAT", basis: "percent_of_customs_value_plus_duty" },
            { code: "BST", basis: "day_after_free" },
          ] as const)
        : []),
    ];
  },
  quantities(spec, shipment) {
    const lines = hsLinesAsked(spec, shipment);
    const declarations = spec.declarations ?? 1;
    const certificates = spec.certificates?.length ?? 0;
    return quantitiesOf({
      ...cargoQuantities(shipment),
      declaration: times(declarations),
      hs_line: times(lines),
      hs_line_above_5: times(Math.max(0, lines - LINES_INCLUDED * declarations)),
      certificate: certificates > 0 ? times(certificates) : "contingent",
      page: "contingent",
      amendment: "contingent",
      hour: "contingent",
      day_after_free: "contingent",
      truck_day_after_free: "contingent",
    });
  },
  basisAmounts(spec, shipment) {
    return { percent_of_value: shipment.goodsValue, percent_of_customs_value: customsValue(spec, shipment) };
  },
  figures,
  answerFields: (spec, shipment) => ({ hsLineCount: hsLinesAsked(spec, shipment) }),
};
