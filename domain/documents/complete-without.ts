import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { DocumentKind } from "./document-kind";
import type { Readiness } from "./readiness";

export const PAPERS_REASON_MAX = 300;

/** What comes of the filing or after it, so that nothing waits for it before. */
const WITH_THE_FILING: ReadonlySet<DocumentKind> = new Set([
  "export_declaration",
  "import_declaration",
  "release_note",
  "delivery_proof",
  "payment_order",
]);

/** The required papers that have to be there before anything is filed and are not. What the carrier draws up comes with the loading and is none of them. */
export const missingBeforeFiling = ({ rows }: Pick<Readiness, "rows">): DocumentKind[] =>
  rows
    .filter(({ state, provider }) => state === "missing" && provider !== null && provider !== "logistics")
    .map(({ kind }) => kind)
    .filter((kind) => !WITH_THE_FILING.has(kind));

/**
 * What is kept of papers that are reported as complete. While required ones are missing whoever reports must say why it is complete without
 * them, else it refuses `papers_missing` with their kinds. A reason where nothing is missing is not kept.
 */
export function readPapersReason(
  missing: readonly DocumentKind[],
  reason: string,
): Result<string | null, Refusal<"papers_missing">> {
  if (missing.length === 0) return accept(null);
  return reason === "" ? refuse("papers_missing", { papers: missing.join(", ") }) : accept(reason);
}
