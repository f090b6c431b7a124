import type { SideState } from "./order";
import type { Mover, OrderTurn } from "./order-turn";
import type { Due } from "./due";
import type { Instant } from "../shared/time";

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

type Placed = {
  readonly id: string;
  readonly group: WorkGroup;
  readonly due: Due | null;
  readonly contractedAt: Instant;
};

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
