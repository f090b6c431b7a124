import { inspectionSpecSchema } from "./schema";
import type { InspectionSpec } from "./spec";

/** A pre-shipment inspection of 3,200 pieces at level II with the usual limits, two days before the example shipment is ready. */
export const wireSpecExample = {
  type: "pre_shipment",
  factoryAddress: "88 Chouzhou Road, Yiwu",
  date: "2026-11-18",
  standard: "iso-2859-1",
  level: "II",
  aql: { critical: 0, major: 2.5, minor: 4 },
  lotSize: 3_200,
  severity: "normal",
};

/** Tests change what they are about. */
export const specExample = (changes: object = {}): InspectionSpec =>
  inspectionSpecSchema.parse({ ...wireSpecExample, ...changes });
