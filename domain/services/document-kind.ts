/** Who has a document drawn up and enters it: the buyer, the customs broker or the carrier of the deal. */
export const DOCUMENT_PARTIES = ["buyer", "customs", "logistics"] as const;
export type DocumentParty = (typeof DOCUMENT_PARTIES)[number];

/** What is typed in of a document: each has its own fields. */
export const DOCUMENT_SHAPES = ["invoice", "packing_list", "waybill", "declaration", "certificate", "paper"] as const;
export type DocumentShape = (typeof DOCUMENT_SHAPES)[number];

type Kind = { readonly shape: DocumentShape; readonly entrants: readonly DocumentParty[] };

const ALL = DOCUMENT_PARTIES;
const TRADE = ["buyer", "customs"] as const;
const TRANSPORT = ["buyer", "logistics"] as const;

const of = (shape: DocumentShape, entrants: readonly DocumentParty[]): Kind => ({ shape, entrants });

/**
 * The documents of a deal in the order that people go through them, named as the trade's glossary names them, with who may
 * enter each: a carrier does not type in the goods' price, a broker not the carrier's waybill.
 */
const KINDS = {
  sales_contract: of("paper", TRADE),
  proforma_invoice: of("paper", TRADE),
  commercial_invoice: of("invoice", TRADE),
  packing_list: of("packing_list", ALL),
  cmr: of("waybill", TRANSPORT),
  intl_road_waybill: of("waybill", TRANSPORT),
  smgs: of("waybill", TRANSPORT),
  cim_smgs: of("waybill", TRANSPORT),
  bill_of_lading: of("waybill", TRANSPORT),
  air_waybill: of("waybill", TRANSPORT),
  tir_carnet: of("paper", TRANSPORT),
  transit_declaration: of("paper", ALL),
  spot_document: of("paper", ALL),
  export_declaration: of("declaration", TRADE),
  import_declaration: of("declaration", TRADE),
  release_note: of("paper", TRADE),
  power_of_attorney: of("paper", TRADE),
  origin_form_e: of("certificate", TRADE),
  origin_rcep: of("certificate", TRADE),
  origin_ct1: of("certificate", TRADE),
  origin_general: of("certificate", TRADE),
  phytosanitary: of("certificate", TRADE),
  veterinary: of("certificate", TRADE),
  health: of("certificate", TRADE),
  fumigation: of("certificate", TRADE),
  eac_declaration: of("certificate", TRADE),
  eac_certificate: of("certificate", TRADE),
  conformity_certificate: of("certificate", TRADE),
  vehicle_type_approval: of("certificate", TRADE),
  export_licence: of("certificate", TRADE),
  import_licence: of("certificate", TRADE),
  quarantine_permit: of("certificate", TRADE),
  msds: of("paper", ALL),
  dg_declaration: of("paper", ALL),
  un38_3: of("certificate", TRADE),
  test_report: of("certificate", TRADE),
  inspection_report: of("paper", TRADE),
  insurance_policy: of("certificate", ALL),
  weight_note: of("paper", ALL),
  delivery_proof: of("paper", TRANSPORT),
  payment_order: of("paper", TRADE),
  rate_confirmation: of("paper", TRADE),
} as const satisfies Record<string, Kind>;

export type DocumentKind = keyof typeof KINDS;

export const DOCUMENT_KINDS = Object.keys(KINDS) as [DocumentKind, ...DocumentKind[]];

/** Which fields are typed in of a document of this kind. */
export const shapeOf = (kind: DocumentKind): DocumentShape => KINDS[kind].shape;

/** Whether this party of the deal may enter a document of this kind; the buyer may enter every one. */
export const mayEnterKind = (party: DocumentParty, kind: DocumentKind): boolean =>
  (KINDS[kind].entrants as readonly DocumentParty[]).includes(party);

/** The order of the list of documents, for sorting. */
export const kindPosition = (kind: DocumentKind): number => DOCUMENT_KINDS.indexOf(kind);

const ORIGIN_PROOFS: ReadonlySet<DocumentKind> = new Set([
  "origin_form_e",
  "origin_rcep",
  "origin_ct1",
  "origin_general",
]);

/** Whether a document of this kind proves where goods were made, on which a lower duty may rest. */
export const provesOrigin = (kind: DocumentKind): boolean => ORIGIN_PROOFS.has(kind);
