import { type Mode, isPortMode } from "@/domain/hubs/place";
import type { Money } from "@/domain/shared/money";
import type { Figure, ServiceKind } from "../kind";
import { DECLARATION_FIELDS } from "../evidence";
import { afterWork } from "../earliest";
import { cargoQuantities, quantitiesOf, times } from "../quantities";
import { type Shipment, shipmentTotals } from "../shipment";
import { checkCustoms } from "./check";
import { customsDaysEnd, customsDue, customsStarts } from "./due";
import { customsSpecSchema, customsTermsSchema } from "./schema";
import { customsValue, isExitUnsplit, lacksFreight } from "./customs-value";
import type { CustomsSpec } from "./spec";
import { customsRequired, customsSpecForm, customsTermsForm } from "./form";
import { mutualTradeLimit } from "./supervision";
import type { CustomsTerms } from "./terms";

/** Lines that the price of one declaration holds before extra lines are charged. */
export const LINES_INCLUDED = 5;

const hsLinesOf = (spec: CustomsSpec, shipment: Shipment): number => spec.hsLines ?? shipmentTotals(shipment).hsLines;

/**
 * The value that is declared, and by which border: of an export alone at the exit, with what is taken out of the price. Where goods come in and
 * nobody says what their freight costs, it is the price alone, with a warning.
 */
function valueFigures(spec: CustomsSpec, shipment: Shipment): Figure[] {
  const figure = (key: string, amount: Money): Figure => ({ key, value: { kind: "money", money: amount } });
  const value = customsValue(spec, shipment);
  if (spec.side === "transit") return [figure("customs_value", value)];
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
    { key: "hs_lines", value: { kind: "count", count: hsLinesOf(spec, shipment) } },
    { key: "declarations", value: { kind: "count", count: spec.declarations ?? 1 } },
    ...valueFigures(spec, shipment),
    ...(limit ? [{ key: "mutual_trade_limit", value: { kind: "money", money: limit } } as const] : []),
  ];
}

const hasExportSide = ({ side }: CustomsSpec): boolean => side === "export" || side === "both";
const ORIGIN_CERTIFICATES = ["origin_form_e", "origin_rcep", "origin_ct1", "origin_general"] as const;
const isOfOrigin = (certificate: string): boolean => (ORIGIN_CERTIFICATES as readonly string[]).includes(certificate);

const hasImportSide = ({ side }: CustomsSpec): boolean => side === "import" || side === "both";

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
  askedBy: String.raw`报关|清关|\bcustoms\b|таможен\p{L}*|таможн\p{L}*|растамож\p{L}*|hai quan|кедендик`,
  specSchema: customsSpecSchema,
  specForm: customsSpecForm,
  termsSchema: customsTermsSchema,
  termsForm: customsTermsForm,
  required: customsRequired,
  checkSpec: checkCustoms,
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
    { code: "filed", brings: ["declaration"] },
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
  // Goods that leave China bear duty in few tariff lines only: with a clearance of exports alone the release follows the filing.
  unusualSteps: ({ side }) => (side === "export" ? ["duties_paid"] : []),
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
    export_released: { service: "logistics", code: "arrived_hub" },
    released: goodsOfRelease(spec, mode),
  }),
  // Of both sides the filing is that of the goods' leaving.
  stepsAlsoFrom: (spec, mode) => ({
    filed: { service: "logistics", code: spec.side === "import" ? cameBy(mode) : "arrived_hub" },
    released: goodsOfRelease(spec, mode),
  }),
  daysEnd: customsDaysEnd,
  dueTimes: customsDue,
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
    const lines = hsLinesOf(spec, shipment);
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
  answerFields: (spec, shipment) => ({ hsLineCount: hsLinesOf(spec, shipment) }),
};
