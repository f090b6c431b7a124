import type { Finding } from "./check/finding";
import type { DealDocument } from "./deal-document";
import { type DocumentKind, type DocumentParty, kindPosition } from "./document-kind";
import type { Reason, Requirement } from "./rules/required-documents";

/** `optional` is not there and need not be; `entered` is there with something to look at; `ready` is there and contradicts nothing. */
export const PAPER_STATES = ["missing", "optional", "entered", "blocked", "ready"] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const READINESS_STATES = ["ready", "missing", "blocked"] as const;

/** One kind of document of a deal: what is there, why it is needed, what contradicts it. */
export type ReadinessRow = {
  readonly kind: DocumentKind;
  readonly state: PaperState;
  /** Null where no rule asks for it and somebody entered it all the same. */
  readonly provider: DocumentParty | null;
  readonly reasons: readonly Reason[];
  readonly documents: readonly DealDocument[];
  readonly findings: readonly Finding[];
};

export type Readiness = {
  readonly state: (typeof READINESS_STATES)[number];
  readonly missing: number;
  readonly blocked: number;
  readonly rows: readonly ReadinessRow[];
};

const concerns = ({ left, right }: Finding, ids: ReadonlySet<string>): boolean =>
  [...left.documentIds, ...(right?.documentIds ?? [])].some((id) => ids.has(id));

function stateOf(
  documents: readonly DealDocument[],
  findings: readonly Finding[],
  needed: Requirement | undefined,
): PaperState {
  if (documents.length === 0) return needed?.isOptional ? "optional" : "missing";
  if (findings.some(({ severity }) => severity === "blocked")) return "blocked";
  return findings.length > 0 ? "entered" : "ready";
}

/**
 * Whether a deal's papers are ready for the border: every required document is there, but for optional ones,
 * and none is blocked. Blocked comes before
 * missing, for a contradiction stops a truck that is already under way. It is computed of what is there, never typed.
 */
export function readinessOf(
  requirements: readonly Requirement[],
  documents: readonly DealDocument[],
  findings: readonly Finding[],
): Readiness {
  const kinds = new Set([...requirements.map(({ document }) => document), ...documents.map(({ kind }) => kind)]);
  const rows = [...kinds]
    .sort((a, b) => kindPosition(a) - kindPosition(b))
    .map((kind): ReadinessRow => {
      const own = documents.filter((document) => document.kind === kind);
      const ids = new Set(own.map(({ id }) => id));
      const about = findings.filter((finding) => concerns(finding, ids));
      const needed = requirements.find(({ document }) => document === kind);
      return {
        kind,
        state: stateOf(own, about, needed),
        provider: needed?.provider ?? null,
        reasons: needed?.reasons ?? [],
        documents: own,
        findings: about,
      };
    });
  const count = (state: PaperState) => rows.filter((row) => row.state === state).length;
  const [missing, blocked] = [count("missing"), count("blocked")];
  return { state: blocked > 0 ? "blocked" : missing > 0 ? "missing" : "ready", missing, blocked, rows };
}
