export const INSPECTION_TYPES = [
  "initial_production",
  "during_production",
  "pre_shipment",
  "container_loading",
  "factory_audit",
  "lab_test",
  "defect_sorting",
  "border_reinspection",
] as const;
export type InspectionType = (typeof INSPECTION_TYPES)[number];

/** Types that judge a lot by a drawn sample, and so need a lot size, a level and limits. */
export const SAMPLED_TYPES: readonly InspectionType[] = [
  "initial_production",
  "during_production",
  "pre_shipment",
  "border_reinspection",
];

export const STANDARDS = ["iso-2859-1"] as const;
export const REPORT_LANGUAGES = ["zh-CN", "en", "ru", "vi", "kk"] as const;
export const INSPECTOR_GRADES = ["inspector", "senior", "lead_auditor"] as const;

/** ISO/IEC 17020, 4.1.6: independent of all parties, part of an organisation for it alone, part of one that also serves others. */
export const INSPECTION_BODY_TYPES = ["A", "B", "C"] as const;

/** Tests that an inspector makes at the factory with what is at hand there. */
export const SITE_TESTS = [
  "carton_drop",
  "barcode_scan",
  "colour",
  "function",
  "dimensions",
  "assembly",
  "weight",
  "moisture",
  "rub",
] as const;

/** A test with a sample of its own; `other` is named by its text. */
export const NAMED_TESTS = [...SITE_TESTS, "other"] as const;
export type NamedTest = (typeof NAMED_TESTS)[number];

/** Points of a checklist that the market has words for; others are written in the buyer's own. */
export const CHECKPOINTS = [
  "quantity",
  "appearance",
  "workmanship",
  "material",
  "colour",
  "dimensions",
  "weight",
  "function",
  "assembly",
  "safety",
  "odour",
  "moisture",
  "logo",
  "label",
  "barcode",
  "manual",
  "accessories",
  "inner_packing",
  "carton",
  "shipping_marks",
] as const;

/** What photos of a visit show; the last four follow a container from empty to sealed. */
export const PHOTO_SUBJECTS = [
  "product",
  "defects",
  "measuring",
  "packing",
  "marks",
  "factory",
  "loading",
  "empty_container",
  "half_loaded",
  "fully_loaded",
  "doors_sealed",
] as const;
export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number];

/** Of a loading that is watched: the cargo as it goes in, and its container from empty to sealed. */
const PHOTOS_OF_LOADING: readonly PhotoSubject[] = [
  "product",
  "loading",
  "empty_container",
  "half_loaded",
  "fully_loaded",
  "doors_sealed",
];

/** What photos may be wanted of by the type of a visit: who watches a loading opens no package. */
export const photosOf = (type: InspectionType): readonly PhotoSubject[] =>
  type === "container_loading" ? PHOTOS_OF_LOADING : PHOTO_SUBJECTS;

/** What stops when the lot fails, until the buyer has decided. */
export const HOLD_RULES = ["hold_shipment", "hold_payment", "hold_both", "ask_buyer"] as const;

/** Bounds of a request and a bid; apart from the schemas, so that a form needs none to know them. */
export const PRODUCTS_MAX = 40;
export const CHECKLIST_MAX = 40;
export const SPECIAL_TESTS_MAX = 12;
export const LOT_SIZE_MAX = 10_000_000;
/** Days that a bidder may offer. */
export const DATE_SLOTS_MAX = 3;
