import type { DocumentKind } from "../../services/document-kind";
import type { KeptEvidence } from "../../orders/evidence/evidence";
import type { HeldByStep } from "../../orders/evidence/expected-evidence";
import type { EvidenceKind } from "../../services/evidence";
import { kindOf } from "../../services/registry";
import type { Service } from "../../shared/service";
import type { HoldingRoom } from "./pack-view";

/** A deliverable that stands in another room of the order, with the numbers by which it is found there. */
export type HeldDeliverable = {
  readonly code: string;
  readonly room: HoldingRoom;
  readonly numbers: readonly string[];
};

/** What the rooms of an inspection or payment order hold: of its visits and of its rate locks and sendings. */
export type RoomsOfOrder = {
  readonly visits: readonly {
    readonly photoCount: number;
    readonly hasPosition: boolean;
    readonly hasReport: boolean;
  }[];
  readonly locks: readonly { readonly rate: string }[];
  readonly sendings: readonly { readonly reference: string }[];
};

type Paper = { readonly kind: DocumentKind; readonly number: string };
type Numbered = Pick<KeptEvidence, "cmrNumber" | "smgsNumber" | "airWaybill" | "tirCarnet">;

/** The papers of the deal that are deliverables of the order. */
export const heldInPapers = (
  kinds: Readonly<Record<string, readonly DocumentKind[]>>,
  papers: readonly Paper[],
): HeldDeliverable[] =>
  Object.entries(kinds).flatMap(([code, of]) => {
    const numbers = papers.filter(({ kind }) => of.includes(kind)).map(({ number }) => number);
    return numbers.length > 0 ? [{ code, room: "paper", numbers: [...new Set(numbers)] }] : [];
  });

/** The waybill and the carnet whose numbers were told with a step of the haul. */
export function heldInSteps(steps: readonly { readonly evidence: Numbered | null }[]): HeldDeliverable[] {
  const told = (fields: readonly (keyof Numbered)[]) => [
    ...new Set(steps.flatMap(({ evidence }) => fields.flatMap((field) => evidence?.[field] ?? []))),
  ];
  const rows = [
    ["waybill", told(["cmrNumber", "smgsNumber", "airWaybill"])],
    ["tir_carnet", told(["tirCarnet"])],
  ] as const;
  return rows.flatMap(([code, numbers]) => (numbers.length > 0 ? [{ code, room: "number", numbers }] : []));
}

/** The report and the photographs of the visits, the lock that confirms the rate, and the payment order whose reference the bank gave. */
export function heldInRooms({ visits, locks, sendings }: RoomsOfOrder): HeldDeliverable[] {
  return [
    ...(visits.some(({ hasReport }) => hasReport)
      ? [{ code: "inspection_report", room: "visit" as const, numbers: [] }]
      : []),
    ...(visits.some(({ photoCount }) => photoCount > 0)
      ? [{ code: "photographs", room: "visit" as const, numbers: [] }]
      : []),
    ...(locks.length > 0
      ? [{ code: "rate_confirmation", room: "lock" as const, numbers: locks.map(({ rate }) => rate) }]
      : []),
    ...(sendings.length > 0
      ? [{ code: "payment_order", room: "sending" as const, numbers: sendings.map(({ reference }) => reference) }]
      : []),
  ];
}

/** What the rooms hold of the evidence that steps are expected to bring, by step. */
export function evidenceInRooms({ visits, sendings }: RoomsOfOrder): Readonly<Record<string, readonly EvidenceKind[]>> {
  const onSite: EvidenceKind[] = [
    ...(visits.some(({ photoCount }) => photoCount > 0) ? ["photo" as const] : []),
    ...(visits.some(({ hasPosition }) => hasPosition) ? ["position" as const] : []),
  ];
  return {
    ...(onSite.length > 0 ? { on_site: onSite } : {}),
    ...(visits.some(({ hasReport }) => hasReport) ? { report_issued: ["document"] } : {}),
    ...(sendings.length > 0 ? { sent: ["document"] } : {}),
  };
}

/** The steps of a clearance that bring a declaration's number have it where the deal's declarations or papers do. */
export const evidenceInDeclarations = (numbers: readonly string[]): HeldByStep =>
  numbers.length === 0
    ? {}
    : Object.fromEntries(
        kindOf("customs").milestones.flatMap(({ code, brings = [] }) =>
          brings.includes("declaration") ? [[code, ["declaration" as const]] as const] : [],
        ),
      );

const PAPERS: ReadonlySet<EvidenceKind> = new Set(["document", "proof", "credit_advice"]);

/** The papers that steps are expected to bring and that are among the order's deliverables, by step: those of the step itself, and any of them where all are handed over. */
export function evidenceInDeliverables(service: Service, there: readonly string[]): HeldByStep {
  const { milestones, deliverableSteps = {} } = kindOf(service);
  return Object.fromEntries(
    milestones.flatMap(({ code, brings = [], isHandover }) => {
      const isThere = there.some((deliverable) => isHandover === true || deliverableSteps[deliverable] === code);
      return isThere ? [[code, brings.filter((kind) => PAPERS.has(kind))] as const] : [];
    }),
  );
}

/** What several sources hold of each step's evidence, together. */
export const mergeHeld = (...held: readonly HeldByStep[]): HeldByStep => {
  const codes = new Set(held.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...codes].map((code) => [code, [...new Set(held.flatMap((one) => one[code] ?? []))]]));
};
