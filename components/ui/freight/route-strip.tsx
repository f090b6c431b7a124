import type { ReactNode } from "react";
import type { LegMode } from "./route-text";
import { RouteDrawing } from "./route-drawing";

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
