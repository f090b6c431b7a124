/** Classes and divisions of the UN Recommendations on the Transport of Dangerous Goods, Model Regulations, 2.0.1.1. */
export const HAZARD_CLASSES = [
  "1.1",
  "1.2",
  "1.3",
  "1.4",
  "1.5",
  "1.6",
  "2.1",
  "2.2",
  "2.3",
  "3",
  "4.1",
  "4.2",
  "4.3",
  "5.1",
  "5.2",
  "6.1",
  "6.2",
  "7",
  "8",
  "9",
] as const;
export type HazardClass = (typeof HAZARD_CLASSES)[number];

/** Great, medium and minor danger. */
export const PACKING_GROUPS = ["I", "II", "III"] as const;
export type PackingGroup = (typeof PACKING_GROUPS)[number];

const WITHOUT_PACKING_GROUP = /^(?:1\.|2\.|5\.2$|6\.2$|7$)/;

/**
 * Whether goods of this class may be of a packing group. Those of classes 1, 2 and 7 and of divisions 5.2 and 6.2 are assigned to
 * none (UN Model Regulations, 2.0.1.3); some entries of the others, such as lithium batteries, have none either.
 */
export const mayHavePackingGroup = (hazardClass: HazardClass): boolean => !WITHOUT_PACKING_GROUP.test(hazardClass);
