export const SIDES = ["export", "import", "both", "transit"] as const;

/** China's supervision modes that the market's goods move under; the code is the customs' own. */
export const SUPERVISION_MODES = ["0110", "1039", "1210", "4019", "9610", "9710", "9810"] as const;
export type SupervisionMode = (typeof SUPERVISION_MODES)[number];

export const IMPORT_PROCEDURES = ["home_use", "transit", "temporary", "warehouse"] as const;
export const CLASSIFIERS = ["buyer", "broker"] as const;
export const BROKER_ROLES = ["own_account", "representative"] as const;
export const DUTY_PAYERS = ["client_account", "broker_advance"] as const;

/** Certificates that a broker may be asked to obtain, named like the market's documents. */
export const CERTIFICATES = [
  "origin_form_e",
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
