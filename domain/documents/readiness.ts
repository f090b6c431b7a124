import { type DocumentKind, type DocumentParty, kindPosition } from "../services/document-kind";
import type { Direction, LineState, Service } from "../shared/vocabulary";
import { type Declaration, isBeforeCustoms } from "../clearance/declaration";
import type { KeptEvidence } from "../orders/evidence";
import type { Finding } from "./check-findings";
import type { DealDocument } from "./deal-document";
import type { Reason, Requirement } from "./document-rule";

/** What has been done with the goods of a deal, as far as papers are needed for it. */
export const GOODS_ACTS = [
  /** They were let out of the country that they leave, or are out of it. */
  "left",
  /** The customs that they come to have released them. */
  "entered",
  /** Every customs order of the deal has its release, and goods that a haul brings are released where they come to. */
  "cleared",
  "delivered",
  /** Nothing is left to be done of any order, and one was carried out. */
  "over",
] as const;
export type GoodsAct = (typeof GOODS_ACTS)[number];

type ActedOrder = {
  readonly service: Service;
  readonly state: LineState;
  /** Of a customs order, what its request asks for. */
  readonly side: string | null;
  /** The codes of the steps that were told. */
  readonly told: ReadonlySet<string>;
  /** The sides of its declarations that the customs have released. */
  readonly releasedSides: readonly string[];
};

const ABOARD_OR_ACROSS = ["crossed_border", "loaded", "departed", "arrived_port", "delivered"];

const hasReleased = ({ told, side, releasedSides }: ActedOrder, of: "export" | "import"): boolean =>
  releasedSides.includes(of) ||
  (of === "export" && told.has("export_released")) ||
  (told.has("released") && (side === of || side === "both"));

/** What has been done with the goods, by the steps and declarations of the deal's orders; one that was called off has done nothing. */
export function actsOf(orders: readonly ActedOrder[]): ReadonlySet<GoodsAct> {
  const live = orders.filter(({ state }) => state !== "cancelled");
  const customs = live.filter(({ service }) => service === "customs");
  const hauls = live.filter(({ service }) => service === "logistics");
  const crossed = hauls.some(({ told }) => ABOARD_OR_ACROSS.some((code) => told.has(code)));
  const told = (code: string) => hauls.some((haul) => haul.told.has(code));
  const left = crossed || told("export_released") || customs.some((order) => hasReleased(order, "export"));
  const entered = told("import_released") || customs.some((order) => hasReleased(order, "import"));
  const isAllReleased = customs.every((order) => order.told.has("released"));
  const isTrue: Readonly<Record<GoodsAct, boolean>> = {
    left,
    entered,
    cleared: isAllReleased && (entered || (customs.length > 0 && hauls.length === 0)),
    delivered: told("delivered"),
    over: live.length > 0 && live.every(({ state }) => state === "completed"),
  };
  return new Set(GOODS_ACTS.filter((act) => isTrue[act]));
}

const OF_THEIR_OWN: Readonly<Partial<Record<DocumentKind, readonly GoodsAct[]>>> = {
  export_declaration: ["left", "delivered", "over"],
  export_licence: ["left", "delivered", "over"],
  import_declaration: ["entered", "delivered", "over"],
  delivery_proof: ["over"],
};

const USUAL: readonly GoodsAct[] = ["cleared", "delivered", "over"];

/**
 * By which act a paper's work was done, the first that has happened; null while it is still needed. A paper of the export is done with once the
 * goods have left; every other one, the carrier's waybill too, once they are released on each side that the deal has declared, and where a haul
 * brings them in any case; everything with the delivery; the proof of delivery comes after it.
 */
const doneBy = (kind: DocumentKind, acts: ReadonlySet<GoodsAct>): GoodsAct | null =>
  (OF_THEIR_OWN[kind] ?? USUAL).find((act) => acts.has(act)) ?? null;

/** A declaration that the customs have registered, as the paper of a deal that it is. */
export type FiledDeclaration = {
  readonly kind: "export_declaration" | "import_declaration";
  readonly country: string;
  readonly number: string;
};

type Kept = Pick<Declaration, "side" | "state"> & {
  readonly country: string;
  readonly registeredNumber: string | null;
};

/** Those of a clearance room that lie with the customs or were released, by their side; one that was refused, and transit, is no such paper. */
export const filedInRoom = (declarations: readonly Kept[]): FiledDeclaration[] =>
  declarations.flatMap((one): FiledDeclaration[] => {
    const { side, country, registeredNumber } = one;
    if (side === "transit" || registeredNumber === null || !isBeforeCustoms(one)) return [];
    return [{ kind: `${side}_declaration`, country, number: registeredNumber }];
  });

/**
 * Those whose number was told by hand beside a step: China's is the one of the side on which the deal leaves or enters China, another
 * country's that of the other side.
 */
export function filedByHand(evidence: readonly (KeptEvidence | null)[], direction: Direction): FiledDeclaration[] {
  if (direction !== "export" && direction !== "import") return [];
  const other = direction === "export" ? "import" : "export";
  return evidence.flatMap((one) =>
    (one?.declarations ?? []).map(({ country, number }): FiledDeclaration => {
      const kind = `${country === "CN" ? direction : other}_declaration` as const;
      return { kind, country, number };
    }),
  );
}

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
  /** Of one that nobody entered before its work was done: by what it was done. */
  readonly doneBy: GoodsAct | null;
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

type There = Pick<ReadinessRow, "documents" | "filed" | "findings">;
type Judged = Pick<ReadinessRow, "state" | "doneBy">;

function judge({ documents, filed, findings }: There, needed: Requirement | undefined, done: GoodsAct | null): Judged {
  const state = (one: PaperState): Judged => ({ state: one, doneBy: null });
  if (documents.length === 0 && filed.length > 0) return state("ready");
  if (documents.length === 0 && needed?.isOptional) return state("optional");
  if (documents.length === 0) return done ? { state: "not_entered", doneBy: done } : state("missing");
  if (findings.some(({ severity }) => severity === "blocked")) return state("blocked");
  return state(findings.length > 0 ? "entered" : "ready");
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
        ...judge({ documents, filed, findings: about }, needed, doneBy(kind, papers.acts)),
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
