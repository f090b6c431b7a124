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
