import { type InspectionType, type PhotoSubject, photosOf, SAMPLED_TYPES } from "../services/inspection/choices";
import { type SamplingPlanRow, type Severity, unitsAtLevel } from "../services/inspection/sampling";
import type { InspectionSpec } from "../services/inspection/spec";
import { type TestPlanRow, lotSizeOf, planOf, testPlanOf, unitsToDraw, visitOf } from "../services/inspection/work";
import { PACKED_PERCENT_MIN } from "../services/inspection/kind";
import { accept, assert, type Refusal, refuse, type Result } from "../shared/result";

type SpecPoint = NonNullable<InspectionSpec["checklist"]>[number];

/** A point of the checklist with the units that it is to be looked at on; null where it is about the lot or every drawn unit. */
export type PlanPoint = Pick<SpecPoint, "code" | "text" | "method" | "tolerance" | "tool"> & {
  readonly isCritical: boolean;
  readonly ownUnits: number | null;
};

/** Goods that are counted: a product line of the request, or the whole lot where it names none. */
export type PlanLine = { readonly name: string | null; readonly ordered: number };

/**
 * What a round is judged by, fixed when it is opened: an inspector reads it and cannot change it. `rows` is empty where the type draws no
 * sample. `packedPercentMin` is null where nothing is said of packing.
 */
export type RoundPlan = {
  readonly type: InspectionType;
  readonly severity: Severity;
  readonly lotSize: number | null;
  readonly units: number;
  readonly rows: readonly SamplingPlanRow[];
  readonly tests: readonly TestPlanRow[];
  readonly points: readonly PlanPoint[];
  readonly lines: readonly PlanLine[];
  readonly packedPercentMin: number | null;
  /** Minutes of one inspector; null where nothing is counted by units, absent where the round was booked before plans kept them. */
  readonly plannedMinutes?: number | null;
  /** What the buyer wants photos of beside those that every visit of the type needs; absent where the round was booked before plans kept them. */
  readonly photosWanted?: readonly PhotoSubject[];
};

const pointsOf = ({ checklist = [] }: InspectionSpec, lotSize: number | null): PlanPoint[] =>
  checklist.map(({ code, text, method, tolerance, tool, level, isCritical = false }) => ({
    ...(code === undefined ? {} : { code }),
    ...(text === undefined ? {} : { text }),
    ...(method === undefined ? {} : { method }),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(tool === undefined ? {} : { tool }),
    isCritical,
    ownUnits: level === undefined || lotSize === null ? null : unitsAtLevel(lotSize, level),
  }));

function linesOf({ products }: InspectionSpec, lotSize: number | null): PlanLine[] {
  if (products) return products.map(({ name, quantity }) => ({ name, ordered: quantity }));
  return lotSize === null ? [] : [{ name: null, ordered: lotSize }];
}

/** The plan of a round by its request, at the severity that the round is judged with. */
export function roundPlan(spec: InspectionSpec, severity: Severity): RoundPlan {
  const work = { ...spec, severity };
  const [rows, lotSize] = [planOf(work), lotSizeOf(spec)];
  return {
    type: spec.type,
    severity,
    lotSize,
    units: unitsToDraw(rows),
    rows,
    tests: testPlanOf(work),
    points: pointsOf(spec, lotSize),
    lines: linesOf(spec, lotSize),
    packedPercentMin: spec.type === "pre_shipment" && lotSize !== null ? PACKED_PERCENT_MIN : null,
    plannedMinutes: visitOf(work)?.minutes ?? null,
    // A request from before photos followed its type may want some that its visit never gets to see.
    photosWanted: (spec.photosWanted ?? []).filter((subject) => photosOf(spec.type).includes(subject)),
  };
}

/** Whether the round draws cartons: where it judges a lot by a sample. */
export const drawsCartons = ({ type, rows }: Pick<RoundPlan, "type" | "rows">): boolean =>
  SAMPLED_TYPES.includes(type) && rows.length > 0;

/**
 * How severely a lot is judged that comes back: ISO 2859-1 leaves it to who is responsible whether normal or tightened sampling holds for
 * a lot that is handed in again, here to a dated rule of the market. What the request asked for is never loosened.
 */
export const severityOfReturn = (asked: Severity, isTightened: boolean): Severity =>
  isTightened ? "tightened" : asked;

type Lot = { readonly lotSize: number; readonly units: number; readonly cartons: number };

/** The least whole number whose square is not below `value`. */
function rootUp(value: number): number {
  let root = Math.floor(Math.sqrt(value));
  while (root * root < value) root++;
  return root;
}

/**
 * How many cartons are opened for a sample: the square root of their number, rounded up, as inspectors do by custom, and as many as hold
 * the sample where that is more; all of them at the most. Cartons are taken to hold the lot in equal parts.
 */
export function cartonsToOpen({ lotSize, units, cartons }: Lot): number {
  assert(lotSize >= 1 && units >= 0 && units <= lotSize && cartons >= 1, "a sample is part of a lot that is packed");
  const holding = Math.ceil((units * cartons) / lotSize);
  return Math.min(cartons, Math.max(rootUp(cartons), holding));
}

export type CartonsRefusal = Refusal<
  | "cartons_missing"
  | "more_cartons_than_units"
  | "cartons_far_above_cargo"
  | "more_cartons_than_cargo"
  | "fewer_cartons_than_sample"
>;

/** Pallets and bulk: what is counted of them may be their cartons, so that the cargo's packages bound nothing. */
const HOLDING_MORE: readonly string[] = ["PX", "8A", "VR", "VO", "VL"];
/** So many times the packages of the cargo are a slip of the hand. Our choice. */
const CARGO_TIMES_MAX = 10;

type Counted = {
  /** Null where nobody has counted. */
  readonly cartons: number | null;
  readonly cargo: readonly { readonly packages: number; readonly packageType: string }[];
  /** Whether somebody has said that a number unlike the cargo's is right. */
  readonly isConfirmed: boolean;
};

/**
 * Whether cartons can be drawn from so many. Refuses none, and more than the lot has units: the draw is made once, and cartons that are
 * not there can never be opened, so that a digit too many would keep the round without a report for ever. Refuses too what is more than ten
 * times the cargo's packages (`cartons_far_above_cargo`), and asks whether it is right that there are more than those
 * (`more_cartons_than_cargo`), or fewer than hold the sample where each holds as much as the cargo's do (`fewer_cartons_than_sample`).
 */
export function checkCartons(plan: RoundPlan, { cartons, cargo, isConfirmed }: Counted): Result<void, CartonsRefusal> {
  if (!drawsCartons(plan)) return accept(undefined);
  if (cartons === null) return refuse("cartons_missing");
  const units = plan.lotSize ?? plan.units;
  if (cartons > units) return refuse("more_cartons_than_units", { units });
  const packages = cargo.reduce((all, line) => all + line.packages, 0);
  const isCounted = !cargo.some(({ packageType }) => HOLDING_MORE.includes(packageType));
  if (isCounted && cartons > packages * CARGO_TIMES_MAX) return refuse("cartons_far_above_cargo", { packages });
  if (isConfirmed) return accept(undefined);
  if (cartons > packages) return refuse("more_cartons_than_cargo", { packages });
  // Several packages that hold one unit are counted as one.
  const needed = Math.ceil((plan.units * Math.min(packages, units)) / units);
  return cartons < needed ? refuse("fewer_cartons_than_sample", { units: plan.units, needed }) : accept(undefined);
}
