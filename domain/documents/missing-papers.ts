import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { Service } from "../shared/vocabulary";
import type { DocumentKind } from "../services/document-kind";
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

/** Papers that are missing: kinds of the deal's documents, or deliverables of one order by its service. */
export type MissingPapers =
  | { readonly of: "before_filing"; readonly kinds: readonly DocumentKind[] }
  | { readonly of: "handed_over"; readonly service: Service; readonly codes: readonly string[] };

export type PapersRefusal = Refusal<"papers_missing" | "deliverables_missing">;

/**
 * What is kept of papers that are reported as complete. While some are missing whoever reports must say why it is complete without them, else it
 * refuses with their names: `papers_missing` what has to be there before the filing, `deliverables_missing` what the order hands over. A
 * reason where nothing is missing is not kept.
 */
export function readPapersReason(missing: MissingPapers, reason: string): Result<string | null, PapersRefusal> {
  const names = missing.of === "before_filing" ? missing.kinds : missing.codes;
  if (names.length === 0) return accept(null);
  if (reason !== "") return accept(reason);
  return missing.of === "before_filing"
    ? refuse("papers_missing", { papers: names.join(", ") })
    : refuse("deliverables_missing", { service: missing.service, deliverables: names.join(", ") });
}
