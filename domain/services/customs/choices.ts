export const SIDES = ["export", "import", "both", "transit"] as const;

/**
 * China's supervision modes that the market's goods move under; the code is the customs' own (GACC's table of supervision modes, in
 * which 1233 is a bonded warehouse, 2600 a stay for a time, 3422 the export for contracts abroad and 4019 border small-scale trade). Border residents' mutual trade has no code there.
 */
export const SUPERVISION_MODES = [
  "0110",
  "1039",
  "1210",
  "1233",
  "2600",
  "3422",
  "4019",
  "9610",
  "9710",
  "9810",
  "mutual_trade",
] as const;
export type SupervisionMode = (typeof SUPERVISION_MODES)[number];

export const IMPORT_PROCEDURES = ["home_use", "transit", "temporary", "warehouse"] as const;
export type ImportProcedure = (typeof IMPORT_PROCEDURES)[number];
/** Who opens a transit before the customs. */
export const TRANSIT_DECLARANTS = ["carrier", "broker"] as const;
/** What secures duty and tax while goods are on their way; an authorised operator or a carrier that customs know as theirs gives none. */
export const TRANSIT_GUARANTEES = ["general", "cash_deposit", "tir_carnet", "operator_exempt"] as const;
export const CLASSIFIERS = ["buyer", "broker"] as const;
export const BROKER_ROLES = ["own_account", "representative"] as const;
export const DUTY_PAYERS = ["client_account", "broker_advance"] as const;
/** Who bears a fine of the customs: whoever caused it, or one side whatever the cause. */
export const FINE_BEARERS = ["who_caused_it", "broker", "client"] as const;
export const CONFIDENCES = ["high", "medium", "low"] as const;

/** Certificates that a broker may be asked to obtain, named like the market's documents. */
export const CERTIFICATES = [
  "origin_form_e",
  "origin_rcep",
  "origin_ct1",
  "origin_general",
  "phytosanitary",
  "veterinary",
  "health",
  "fumigation",
  "eac_declaration",
  "eac_certificate",
  "conformity_certificate",
  "export_licence",
  "quarantine_permit",
] as const;

/** Cargo lines that the forms have fields for; of further ones the API takes quantities and opinions. */
export const FORM_LINES = [1, 2, 3, 4] as const;

/** Letters of what an opinion rests on; here, so that a form needs no schema to know it. */
export const HS_REFERENCE_MAX = 60;
