/** Kinds of evidence that a step may be asked for. `proof` is a signed paper or a picture of it, `document` any file, `credit_advice` the payee's bank's word that money came. */
export const EVIDENCE_KINDS = [
  "photo",
  "seal",
  "weight",
  "position",
  "declaration",
  "document",
  "proof",
  "credit_advice",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Numbers of what carries the goods and of its papers. */
export const NUMBER_FIELDS = [
  "containerNumber",
  "wagonNumber",
  "tractorPlate",
  "trailerPlate",
  "cmrNumber",
  "roadWaybill",
  "smgsNumber",
  "airWaybill",
  "tirCarnet",
] as const;

/** The fields of evidence as people fill them in, in the order in which forms show them. */
export const EVIDENCE_FIELDS = [
  "seals",
  ...NUMBER_FIELDS,
  "grossWeight",
  "declarationCountry",
  "declarationNumber",
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** The fields that say which declaration. */
export const DECLARATION_FIELDS: readonly EvidenceField[] = ["declarationCountry", "declarationNumber"];
