export type DefectClass = "critical" | "major" | "minor";

/** The plan of one defect class: accept the lot up to `acceptanceNumber` defects, reject from `rejectionNumber`. */
export type SamplingPlanRow = {
  readonly defectClass: DefectClass;
  readonly codeLetter: string;
  readonly sampleSize: number;
  readonly acceptanceNumber: number;
  readonly rejectionNumber: number;
};
