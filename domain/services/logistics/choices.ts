export const CONTAINER_OWNERS = ["coc", "soc"] as const;
export const HANDLERS = ["shipper", "carrier"] as const;
export const CARRIER_TYPES = ["own_fleet", "forwarder"] as const;
export const TRACKING_METHODS = ["gps", "seal", "milestones"] as const;

/** Where the carrier takes the goods over or hands them out. */
export const HANDOVERS = ["door", "terminal"] as const;

/** Institute Cargo Clauses: A covers all risks, B and C named ones. */
export const INSURANCE_CLAUSES = ["A", "B", "C"] as const;

/** Under which procedure the goods cross countries on their way. */
export const TRANSIT_REGIMES = ["tir", "national", "none"] as const;
export const TRANSIT_GUARANTORS = ["carrier", "broker", "shipper"] as const;

/** What the shipper can hand over with the goods. */
export const SHIPPER_DOCUMENTS = [
  "commercial_invoice",
  "packing_list",
  "contract",
  "export_declaration",
  "origin_certificate",
  "phytosanitary_certificate",
  "veterinary_certificate",
  "safety_data_sheet",
  "technical_passport",
  "power_of_attorney",
] as const;

/** Where a truck's slot at the crossing is booked. */
export const SLOT_SYSTEMS = ["cargoruqsat", "cuakhauso", "rosgranstroy", "cn_port_booking", "none"] as const;
/** In which country's places a system books; the Chinese ports' on the Chinese side, the others on the far one. */
export const SLOT_SYSTEM_COUNTRY: Readonly<Record<(typeof SLOT_SYSTEMS)[number], string | null>> = {
  cargoruqsat: "KZ",
  cuakhauso: "VN",
  rosgranstroy: "RU",
  cn_port_booking: "CN",
  none: null,
};

export const SLOT_BOOKERS = ["provider", "buyer", "driver"] as const;

/** By which rules the carrier is liable: those of each mode, at sea as a bill of lading takes them over, or its own terms. */
export const LIABILITIES = ["cmr", "smgs", "hague_visby", "montreal", "forwarder_terms"] as const;

// A sealed bid has one size: eight legs of this length, all other terms and the longest remarks fit beside forty charge lines.
export const LEGS_MAX = 8;
export const LEG_PLACE_MAX = 60;
export const LEG_CARRIER_MAX = 40;

/** Hubs that a request may name beside its deal's. */
export const OTHER_HUBS_MAX = 5;
