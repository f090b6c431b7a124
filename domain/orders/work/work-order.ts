import { WORK_GROUPS } from "./work-group";
import type { WorkRow } from "./work-view";

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
