import type { Finding } from "./check/finding";
import type { DealDocument } from "./deal-document";
import type { FiledDeclaration } from "./filed-declaration";
import { type DocumentKind, type DocumentParty, kindPosition } from "../services/document-kind";
import { type GoodsAct, isPastNeed } from "./past-need";
import type { Reason, Requirement } from "./rules/required-documents";

/**
 * `optional` is not there and need not be; `not_entered` was needed for what has happened by now and nobody typed it in; `entered` is there with
 * something to look at; `ready` is there and contradicts nothing.
 */
export const PAPER_STATES = ["missing", "optional", "not_entered", "entered", "blocked", "ready"] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** `past`: nothing is missing or blocked, and some papers were not entered before they had done their work. */
export const READINESS_STATES = ["ready", "missing", "blocked", "past"] as const;

/** One kind of document of a deal: what is there, why it is needed, what contradicts it. */
export type ReadinessRow = {
  readonly kind: DocumentKind;
  readonly state: PaperState;
  /** Null where no rule asks for it and somebody entered it all the same. */
  readonly provider: DocumentParty | null;
  readonly reasons: readonly Reason[];
  readonly documents: readonly DealDocument[];
  /** Of a declaration: what the orders of the deal have filed, which is the paper though nobody typed it in. */
  readonly filed: readonly FiledDeclaration[];
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

type There = Pick<ReadinessRow, "kind" | "documents" | "filed" | "findings">;
type Needed = { readonly needed: Requirement | undefined; readonly acts: ReadonlySet<GoodsAct> };

function stateOf({ kind, documents, filed, findings }: There, { needed, acts }: Needed): PaperState {
  if (documents.length === 0 && filed.length > 0) return "ready";
  if (documents.length === 0 && needed?.isOptional) return "optional";
  if (documents.length === 0)
    return isPastNeed({ kind, provider: needed?.provider ?? null }, acts) ? "not_entered" : "missing";
  if (findings.some(({ severity }) => severity === "blocked")) return "blocked";
  return findings.length > 0 ? "entered" : "ready";
}

/**
 * Whether a deal's papers are ready for the border: every required document is there, but for optional ones,
 * and none is blocked. A declaration is there once it is filed, entered or not, and a paper whose work is done is missing no more (`acts`). Blocked comes before missing, for a contradiction stops a truck that is already under way. It is computed of what is there, never typed.
 */
export function readinessOf(
  requirements: readonly Requirement[],
  papers: {
    readonly documents: readonly DealDocument[];
    readonly filed: readonly FiledDeclaration[];
    readonly acts: ReadonlySet<GoodsAct>;
  },
  findings: readonly Finding[],
): Readiness {
  const there = [...papers.documents, ...papers.filed].map(({ kind }) => kind);
  const kinds = new Set([...requirements.map(({ document }) => document), ...there]);
  const rows = [...kinds]
    .sort((a, b) => kindPosition(a) - kindPosition(b))
    .map((kind): ReadinessRow => {
      const documents = papers.documents.filter((document) => document.kind === kind);
      const filed = papers.filed.filter((one) => one.kind === kind);
      const ids = new Set(documents.map(({ id }) => id));
      const about = findings.filter((finding) => concerns(finding, ids));
      const needed = requirements.find(({ document }) => document === kind);
      return {
        kind,
        state: stateOf({ kind, documents, filed, findings: about }, { needed, acts: papers.acts }),
        provider: needed?.provider ?? null,
        reasons: needed?.reasons ?? [],
        documents,
        filed,
        findings: about,
      };
    });
  const count = (state: PaperState) => rows.filter((row) => row.state === state).length;
  const [missing, blocked] = [count("missing"), count("blocked")];
  const whole = count("not_entered") > 0 ? "past" : "ready";
  return { state: blocked > 0 ? "blocked" : missing > 0 ? "missing" : whole, missing, blocked, rows };
}
