import type { KeptEvidence } from "../../orders/evidence/evidence";
import type { Instant } from "../../shared/instant";
import type { DeliverableFile, DeliverableRow } from "./pack-view";
import type { HeldDeliverable } from "./held-deliverables";

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
  /** Whether nothing of the order is left to be done. */
  readonly isOver: boolean;
};

const shown = ({ id, name, isOwn, mayRead }: DeliverableFile): DeliverableFile => ({ id, name, isOwn, mayRead });

const inRoom = ({ room, numbers }: HeldDeliverable) => ({ room, numbers });

/**
 * What is there of each deliverable. A file that was said to be it is; else the evidence of its step: a file that was put to it and is said to
 * be nothing else, or the number of a declaration; else what another room of the order holds. What is owed and not there is `open` while the order runs and `closed_without` once it is
 * over; what not every order owes is then no matter of it.
 */
export function deliverableRows(of: Deliverables, { steps, files, held = [], isOver }: Handed): DeliverableRow[] {
  return of.codes.map((code) => {
    const named = files.filter(({ deliverable }) => deliverable === code);
    const step = steps.find((one) => one.code === of.steps[code] && one.occurredAt !== null);
    const put = files.filter((file) => step && file.milestoneCode === step.code && file.deliverable === null);
    const declared = [...(step?.evidence?.declarations ?? []), ...(step?.evidence?.registered ?? [])];
    const numbers = declared.map(({ country, number }) => `${country} ${number}`);
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
