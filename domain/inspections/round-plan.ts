import { type InspectionType, SAMPLED_TYPES } from "../services/inspection/choices";
import { type SamplingPlanRow, type Severity, unitsAtLevel } from "../services/inspection/sampling";
import type { InspectionSpec } from "../services/inspection/spec";
import { type TestPlanRow, lotSizeOf, planOf, testPlanOf, unitsToDraw, visitOf } from "../services/inspection/work";
import { PACKED_PERCENT_MIN } from "../services/inspection/check";
import { assert } from "../shared/assert";
import { type Refusal, type Result, accept, refuse } from "../shared/result";

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

export type CartonsRefusal = Refusal<"cartons_missing" | "more_cartons_than_units">;

/**
 * Whether cartons can be drawn from so many. Refuses none, and more than the lot has units: the draw is made once, and cartons that are
 * not there can never be opened, so that a digit too many would keep the round without a report for ever.
 */
export function checkCartons(plan: RoundPlan, cartons: number | null): Result<void, CartonsRefusal> {
  if (!drawsCartons(plan)) return accept(undefined);
  if (cartons === null) return refuse("cartons_missing");
  const units = plan.lotSize ?? plan.units;
  return cartons > units ? refuse("more_cartons_than_units", { units }) : accept(undefined);
}
