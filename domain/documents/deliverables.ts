import type { SidedNumber } from "../clearance/declaration-number";
import type { DocumentKind } from "../services/document-kind";
import type { KeptEvidence, RegisteredNumber } from "../orders/evidence";
import type { HeldByStep } from "../orders/expected-evidence";
import type { EvidenceKind } from "../services/evidence";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/vocabulary";
import type { Instant } from "../shared/time";

/**
 * Where an order's deliverables also stand: the deal's papers, its inspector's visits, its locks and sendings, its steps' numbers, the
 * receipts of the duties that its declarations owed.
 */
type HoldingRoom = "paper" | "visit" | "lock" | "sending" | "number" | "receipt";

type DeliverableFile = {
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly mayRead: boolean;
};

/** The number of a declaration with its country, and the side that it is of where that is known. */
type ShownNumber = { readonly side: SidedNumber["side"] | null; readonly number: string };

/** What an order's providers hand over, with what is there of it. */
export type DeliverableRow = {
  readonly code: string;
  /** `closed_without`: the order is over and owed it; `not_owed`: over, and not every order brings it. */
  readonly state: "there" | "open" | "closed_without" | "not_owed";
  readonly files: readonly DeliverableFile[];
  /** What shows it where nobody has said of a file that it is this: a step's evidence or what a room of the order holds, with its numbers. */
  readonly shownBy:
    | { readonly step: string; readonly numbers: readonly ShownNumber[] }
    | { readonly room: HoldingRoom; readonly numbers: readonly string[] }
    | null;
};

/** A deliverable that stands in another room of the order, with the numbers by which it is found there. */
export type HeldDeliverable = {
  readonly code: string;
  readonly room: HoldingRoom;
  readonly numbers: readonly string[];
};

/** A visit of an inspection, as far as it holds what is handed over. */
type Visit = { readonly photoCount: number; readonly hasPosition: boolean; readonly hasReport: boolean };

type Paper = { readonly kind: DocumentKind; readonly number: string };
type Numbered = Pick<KeptEvidence, "cmrNumber" | "roadWaybill" | "smgsNumber" | "airWaybill" | "tirCarnet">;

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
    ["waybill", told(["cmrNumber", "roadWaybill", "smgsNumber", "airWaybill"])],
    ["tir_carnet", told(["tirCarnet"])],
  ] as const;
  return rows.flatMap(([code, numbers]) => (numbers.length > 0 ? [{ code, room: "number", numbers }] : []));
}

/** The report and the photographs of the visits. */
export const heldOfVisits = (visits: readonly Visit[]): HeldDeliverable[] => [
  ...(visits.some(({ hasReport }) => hasReport)
    ? [{ code: "inspection_report", room: "visit" as const, numbers: [] }]
    : []),
  ...(visits.some(({ photoCount }) => photoCount > 0)
    ? [{ code: "photographs", room: "visit" as const, numbers: [] }]
    : []),
];

/** What the visits hold of the evidence that steps are expected to bring, by step. */
export function evidenceOfVisits(visits: readonly Visit[]): HeldByStep {
  const onSite: EvidenceKind[] = [
    ...(visits.some(({ photoCount }) => photoCount > 0) ? ["photo" as const] : []),
    ...(visits.some(({ hasPosition }) => hasPosition) ? ["position" as const] : []),
  ];
  return {
    ...(onSite.length > 0 ? { on_site: onSite } : {}),
    ...(visits.some(({ hasReport }) => hasReport) ? { report_issued: ["document"] } : {}),
  };
}

/** The payment order for the duties, whose number the treasury or the bank gave and the broker reported with the payment. */
export const heldOfDuties = (receipts: readonly string[]): HeldDeliverable[] =>
  receipts.length > 0 ? [{ code: "payment_order", room: "receipt", numbers: receipts }] : [];

type Sending = { readonly reference: string };

/** The lock that confirms the rate, and the payment order whose reference the bank gave. */
export const heldOfPayment = (of: {
  readonly locks: readonly { readonly rate: string }[];
  readonly sendings: readonly Sending[];
}): HeldDeliverable[] => [
  ...(of.locks.length > 0
    ? [{ code: "rate_confirmation", room: "lock" as const, numbers: of.locks.map(({ rate }) => rate) }]
    : []),
  ...(of.sendings.length > 0
    ? [{ code: "payment_order", room: "sending" as const, numbers: of.sendings.map(({ reference }) => reference) }]
    : []),
];

export const evidenceOfSendings = (sendings: readonly Sending[]): HeldByStep =>
  sendings.length > 0 ? { sent: ["document"] } : {};

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

/** What a kind of service says of its deliverables, for one order's spec. */
export type Deliverables = {
  readonly codes: readonly string[];
  readonly steps: Readonly<Record<string, string>>;
  readonly owed: readonly string[];
};

type Step = { readonly code: string; readonly occurredAt: Instant | null; readonly evidence: KeptEvidence | null };

type Handed = {
  readonly steps: readonly Step[];
  /** The step to which each file was put, and which deliverable it was said to be. */
  readonly files: readonly (DeliverableFile & {
    readonly milestoneCode: string | null;
    readonly deliverable: string | null;
  })[];
  /** What the order's other rooms hold. */
  readonly held?: readonly HeldDeliverable[];
  /** The numbers of all that the order has declared: a step has those of its own side alone. */
  readonly declared?: readonly SidedNumber[];
  /** Whether nothing of the order is left to be done. */
  readonly isOver: boolean;
};

const shown = ({ id, name, isOwn, mayRead }: DeliverableFile): DeliverableFile => ({ id, name, isOwn, mayRead });

const shownNumber = ({ side, country, number }: RegisteredNumber & Pick<ShownNumber, "side">): ShownNumber => ({
  ...{ side, number: `${country} ${number}` },
});

const inRoom = ({ room, numbers }: HeldDeliverable) => ({ room, numbers });

/**
 * What is there of each deliverable. A file that was said to be it is; else the evidence of its step: a file that was put to it and is said to
 * be nothing else, or the number of a declaration, which is then shown with those of the other side; else what another room of the order holds. What is owed and not there is `open` while the order runs and `closed_without` once it is
 * over; what not every order owes is then no matter of it.
 */
export function deliverableRows(
  of: Deliverables,
  { steps, files, held = [], declared = [], isOver }: Handed,
): DeliverableRow[] {
  return of.codes.map((code) => {
    const named = files.filter(({ deliverable }) => deliverable === code);
    const step = steps.find((one) => one.code === of.steps[code] && one.occurredAt !== null);
    const put = files.filter((file) => step && file.milestoneCode === step.code && file.deliverable === null);
    const told = [...(step?.evidence?.declarations ?? []), ...(step?.evidence?.registered ?? [])];
    const known = declared.length > 0 ? declared : told.map((one) => ({ ...one, side: null }));
    const numbers = told.length > 0 ? known.map(shownNumber) : [];
    const isShown = named.length === 0 && (put.length > 0 || numbers.length > 0);
    const elsewhere = held.find((one) => one.code === code);
    const isThere = named.length > 0 || isShown || elsewhere !== undefined;
    const absent = !isOver ? "open" : of.owed.includes(code) ? "closed_without" : "not_owed";
    return {
      code,
      state: isThere ? "there" : absent,
      files: (named.length > 0 ? named : put).map(shown),
      shownBy:
        step && isShown ? { step: step.code, numbers } : named.length === 0 && elsewhere ? inRoom(elsewhere) : null,
    };
  });
}

/** The deliverables that an order owes and of which nothing is there. */
export const missingDeliverables = (of: Deliverables, handed: Omit<Handed, "isOver">): string[] =>
  deliverableRows(of, { ...handed, isOver: true }).flatMap(({ code, state }) =>
    state === "closed_without" ? [code] : [],
  );
