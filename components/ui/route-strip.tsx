import type { LegMode } from "@/components/ui/cells";
import type { ReactNode } from "react";

export type StripState = "done" | "current" | "planned" | "held";

/** Names and times are plain strings because they are drawn. */
export type StripStop = {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly state: StripState;
  readonly isBorderHub: boolean;
};

/** The leg that leaves a stop; one fewer than stops. */
export type StripLeg = {
  readonly mode: LegMode;
  readonly isWide: boolean;
  readonly label: string;
  readonly state: Exclude<StripState, "held">;
};

type RouteStripProps = {
  /** The whole route as a sentence. */
  readonly name: string;
  readonly stops: readonly StripStop[];
  readonly legs: readonly StripLeg[];
};

/** Stops and legs: drawn across on a desk, listed down on anything narrower. */
export function RouteStrip({ name, stops, legs }: RouteStripProps) {
  return (
    <div className="route-strip">
      <div className="max-wide:hidden">
        <RouteDrawing name={name} stops={stops} legs={legs} />
      </div>
      <ol className="route-list wide:hidden">
        {stops.map((stop, index) => (
          <StripItem key={stop.id} stop={stop} leg={legs[index]} />
        ))}
      </ol>
    </div>
  );
}

function StripItem({ stop, leg }: { readonly stop: StripStop; readonly leg: StripLeg | undefined }): ReactNode {
  const classes = [`is-${stop.state}`];
  if (stop.isBorderHub) classes.push("is-hub");
  if (leg) classes.push(`leg-${leg.mode}`, `leg-${leg.state}`);
  if (leg?.isWide) classes.push("leg-wide");
  return (
    <li className={classes.join(" ")}>
      <i />
      <b>{stop.name}</b>
      <span>{stop.detail}</span>
      {leg && <small>{leg.label}</small>}
    </li>
  );
}

const WIDTH = 1200;
const MARGIN = 70;
const MIDDLE = 46;
const NARROW_HALF = 3.5;
const WIDE_HALF = 7.5;
/** Half the width of a hub's frame. */
const GATE_HALF = 28;
/** Half the length over which rails of one gauge become rails of the other, inside the hub's frame. */
const CHANGE_HALF = 28;

/** As many letters of a name as fit between a stop at an end and the edge. */
const END_LETTERS_MAX = 18;
const EDGE = 4;

type Side = "first" | "last" | null;

const sideOf = (index: number, count: number): Side => (index === 0 ? "first" : index === count - 1 ? "last" : null);

const leaving = (leg: StripLeg | undefined): number => (leg?.isWide ? WIDE_HALF : NARROW_HALF);

const isChange = (before: StripLeg | undefined, after: StripLeg | undefined): boolean =>
  before?.mode === "rail" && after?.mode === "rail" && before.isWide !== after.isWide;

/** Two rails, or one line where there are none. A change of gauge is drawn in the frame of the hub. */
function legPath(legs: readonly StripLeg[], index: number, span: readonly [number, number]): string {
  const [leg, before] = [legs[index], legs[index - 1]];
  const x0 = span[0];
  const x1 = isChange(leg, legs[index + 1]) ? span[1] - CHANGE_HALF : span[1];
  if (leg?.mode !== "rail") return `M${x0} ${MIDDLE}H${x1}`;
  const half = leaving(leg);
  if (!isChange(before, leg)) return `M${x0} ${MIDDLE - half}H${x1}M${x0} ${MIDDLE + half}H${x1}`;
  const from = leaving(before);
  const [a, b] = [x0 - CHANGE_HALF, x0 + CHANGE_HALF];
  return `M${a} ${MIDDLE - from}L${b} ${MIDDLE - half}H${x1}` + `M${a} ${MIDDLE + from}L${b} ${MIDDLE + half}H${x1}`;
}

type RouteDrawingProps = {
  readonly name: string;
  readonly stops: readonly StripStop[];
  readonly legs: readonly StripLeg[];
};

function RouteDrawing({ name, stops, legs }: RouteDrawingProps) {
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, stops.length - 1);
  const x = (index: number): number => Math.round(MARGIN + index * step);
  // What stands over a leg stays clear of the frame at its end.
  const inset = (index: number): number => (stops[index]?.isBorderHub ? GATE_HALF : 0);
  const labelX = (index: number): number => (x(index) + inset(index) + x(index + 1) - inset(index + 1)) / 2;
  return (
    <svg viewBox={`0 0 ${WIDTH} 104`} role="img" aria-label={name}>
      {legs.map((leg, index) => (
        <g key={stops[index]?.id}>
          <path className={`leg is-${leg.mode} is-${leg.state}`} d={legPath(legs, index, [x(index), x(index + 1)])} />
          <text x={labelX(index)} y="30">
            {leg.label}
          </text>
        </g>
      ))}
      {stops.map((stop, index) => (
        <StopDrawing key={stop.id} stop={stop} x={x(index)} side={sideOf(index, stops.length)} />
      ))}
    </svg>
  );
}

/** A long name at an end is written inwards, so that the edge does not cut it. */
function nameAt(stop: StripStop, x: number, side: Side) {
  if (side === null || stop.name.length <= END_LETTERS_MAX) return { x };
  return side === "first" ? { x: EDGE, className: "is-first" } : { x: WIDTH - EDGE, className: "is-last" };
}

type StopDrawingProps = { readonly stop: StripStop; readonly x: number; readonly side: Side };

function StopDrawing({ stop, x, side }: StopDrawingProps) {
  const isHeld = stop.state === "held";
  const named = nameAt(stop, x, side);
  return (
    <g>
      {stop.isBorderHub ? (
        <path
          className={isHeld ? "stop-gate is-held" : "stop-gate"}
          d={`M${x - GATE_HALF} 34V20H${x + GATE_HALF}V34M${x + GATE_HALF} 58V72H${x - GATE_HALF}V58`}
        />
      ) : (
        <rect className={`stop is-${stop.state}`} x={x - 5} y={MIDDLE - 5} width="10" height="10" />
      )}
      <text x={named.x} className={`stop-name ${named.className ?? ""}`.trimEnd()} y={stop.isBorderHub ? 88 : 76}>
        {stop.name}
      </text>
      <text className={isHeld ? "stop-held" : undefined} x={x} y={isHeld ? 12 : stop.isBorderHub ? 102 : 93}>
        {stop.detail}
      </text>
    </g>
  );
}
