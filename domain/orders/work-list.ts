import type { SideState } from "./side-state";
import type { Mover, OrderTurn } from "./order-turn";
import type { Service } from "../shared/service";
import type { OpenableGate } from "./chain/gate-opener";
import type { Due, DueStart } from "./due";
import type { HubWithClock, NamedParty, NamedPlace } from "../shared/named";
import type { DisputeStep, OrderTask } from "./order-task";
import type { OrderState } from "../shared/states";
import type { Mode } from "../hubs/place";
import type { Instant } from "../shared/instant";

/**
 * The parts of a provider's work list, in the order in which they are read: what it can do something about now, what is kept from going on
 * until somebody acts, what waits for what has not come yet, and what waits for the buyer's acceptance.
 */
export const WORK_GROUPS = ["yours", "held", "waiting", "delivered"] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

type Known = { readonly mover: Mover; readonly turn: OrderTurn; readonly side: SideState | null };

/** In which part of its provider's list an order stands, by who moves it next; null where nothing is left to do. */
export function workGroupOf({ mover, turn, side }: Known): WorkGroup | null {
  switch (mover) {
    case "provider":
    case "parties":
      return "yours";
    case "buyer":
      if (turn.holder === "buyer") return "delivered";
      return turn.holder === "gate" && side === "on_hold" ? "held" : "waiting";
    case "held":
      return "held";
    case "market":
    case "others":
      return "waiting";
    case "nobody":
      return null;
  }
}

/** A closed gate as those behind it read it: what it waits for, why it is closed, and who can open it. */
export type ClosedGate = OpenableGate & {
  readonly key: string;
  /** Who that is; null where nobody has been chosen for it yet, or several may. */
  readonly party: NamedParty | null;
};

/** An order as a line of its provider's work list. */
export type WorkRow = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly mode: Mode;
  readonly hub: HubWithClock;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly buyer: NamedParty;
  readonly state: OrderState;
  readonly group: WorkGroup;
  /** The step that comes next; null where the buyer accepts first. */
  readonly next: string | null;
  /** What a room of the order asks of a side before that; null where none does. */
  readonly task: OrderTask | null;
  /** What is done next in its dispute; null where none runs. */
  readonly dispute: DisputeStep | null;
  readonly due: Due | null;
  /** What the next promised time waits for before it runs; null where it runs, or nobody promised one. */
  readonly waitsToRun: DueStart | null;
  /** Only of what its provider can do something about: nobody is late behind a gate that others open. */
  readonly isOverdue: boolean;
  /** Whether the time has passed, whoever it is that the order waits for. */
  readonly isPast: boolean;
  readonly side: SideState | null;
  readonly gates: readonly ClosedGate[];
  readonly contractedAt: Instant;
};

/** How many orders stand in each part, whatever part is shown. */
export type WorkCounts = Readonly<Record<WorkGroup, number>> & { readonly overdue: number };

export type WorkList = {
  readonly rows: readonly WorkRow[];
  readonly counts: WorkCounts;
  readonly nextCursor: string | null;
  /** There are more under way than are looked at: the oldest are. */
  readonly isCut: boolean;
  /** The number of the list; whoever hears a later one asks again. */
  readonly seq: number;
};

type Placed = Pick<WorkRow, "id" | "group" | "due" | "contractedAt">;

/** Where a line stands in its list, written as an address carries it: part, due time, age and id. */
export const workPlace = ({ id, group, due, contractedAt }: Placed): string =>
  `${WORK_GROUPS.indexOf(group)}.${due?.at ?? "none"}.${contractedAt}.${id}`;

type Place = { readonly part: number; readonly dueAt: number; readonly contractedAt: number; readonly id: string };

const PLACE = /^(\d)\.(\d{1,15}|none)\.(\d{1,15})\.([0-9a-zA-Z-]{1,64})$/;

/** Reads a place; null where it is none. What is due at no time comes after all that is. */
function readPlace(text: string): Place | null {
  const [, part, dueAt, contractedAt, id] = PLACE.exec(text) ?? [];
  if (part === undefined || dueAt === undefined || contractedAt === undefined || id === undefined) return null;
  return {
    part: Number(part),
    dueAt: dueAt === "none" ? Number.POSITIVE_INFINITY : Number(dueAt),
    contractedAt: Number(contractedAt),
    id,
  };
}

const compareNumbers = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

function comparePlaces(one: Place, other: Place): number {
  return (
    compareNumbers(one.part, other.part) ||
    compareNumbers(one.dueAt, other.dueAt) ||
    compareNumbers(one.contractedAt, other.contractedAt) ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

const placeOf = ({ id, group, due, contractedAt }: Placed): Place => ({
  part: WORK_GROUPS.indexOf(group),
  dueAt: due?.at ?? Number.POSITIVE_INFINITY,
  contractedAt,
  id,
});

/** The lines part by part, in each what is due first first, so that what is overdue comes before all else; of equal ones the older order. */
export const inWorkOrder = <Row extends Placed>(rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => comparePlaces(placeOf(one), placeOf(other)));

/** Of lines in order those after a place, wherever the line has gone that stood there; all of them where the place is none. */
export function afterPlace<Row extends Placed>(rows: readonly Row[], place: string): Row[] {
  const after = readPlace(place);
  return after === null ? [...rows] : rows.filter((row) => comparePlaces(placeOf(row), after) > 0);
}
