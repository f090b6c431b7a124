import { createElement, Fragment, type ReactNode } from "react";
import { curveThrough, type MapPoint } from "../curve";

type Ends = "start" | "middle" | "end" | "";

/** A part of a text that looks another way or is in another language. */
type Part = readonly [className: string, words: string, lang?: string];

/** One shape: what it is, its class, and its numbers or words; a class or an anchor that is not there is an empty text. */
type Plain =
  | readonly ["path", className: string, path: string, width?: string]
  | readonly ["rect", className: string, x: number, y: number, width: number, height: number]
  | readonly ["circle", className: string, x: number, y: number, radius: number]
  | readonly ["text", className: string, x: number, y: number, anchor: Ends, ...words: readonly (string | Part)[]]
  | readonly ["use", className: string, href: string, transform?: string];

/** A smooth line through points; of the group's width and look where it says no other. */
export type Curve = readonly [points: readonly MapPoint[], width?: string, className?: string];

export type Shape =
  | Plain
  | readonly ["g", className: string, ...shapes: readonly Plain[]]
  | readonly ["curves", className: string, of: CurvesProps];

type CurvesProps = {
  /** By which another drawing of the page shows them too. */
  readonly id?: string;
  readonly width: string;
  readonly curves: readonly Curve[];
};

type DrawingProps = {
  readonly className?: string;
  readonly viewBox: string;
  /** What it shows, in a sentence. */
  readonly name: string;
  /** Fills its frame and is cut at the edges. */
  readonly isSliced?: boolean;
  readonly shapes: readonly Shape[];
};

/**
 * A drawing of shapes that the server has reckoned and worded. Its elements are made from a short list in the browser too, so that a page
 * carries them once as markup and not a second time as elements. The order of shapes is what tells them apart, so none has a key.
 */
export const Drawing = ({ className, viewBox, name, isSliced, shapes }: DrawingProps): ReactNode =>
  createElement(
    "svg",
    {
      ...{ className, viewBox, role: "img", "aria-label": name },
      ...(isSliced && { preserveAspectRatio: "xMidYMid slice" }),
    },
    ...shapes.map(drawn),
  );

function drawn(shape: Shape): ReactNode {
  const className = shape[1] || undefined;
  switch (shape[0]) {
    case "curves": {
      const { id, width, curves } = shape[2];
      return createElement("g", { className, id, strokeWidth: width }, ...byWidth(curves).map(linesOf));
    }
    case "path":
      return <path className={className} d={shape[2]} strokeWidth={shape[3]} />;
    case "rect":
      return <rect className={className} x={shape[2]} y={shape[3]} width={shape[4]} height={shape[5]} />;
    case "circle":
      return <circle className={className} cx={shape[2]} cy={shape[3]} r={shape[4]} />;
    case "use":
      return <use className={className} href={shape[2]} transform={shape[3]} />;
    case "text": {
      const [, , x, y, anchor, ...words] = shape;
      return createElement("text", { className, x, y, textAnchor: anchor || undefined }, ...words.map(worded));
    }
    case "g":
      return createElement("g", { className }, ...shape.slice(2).map((one) => drawn(one as Plain)));
  }
}

/** Lines one after the other that are as wide. */
function byWidth(curves: readonly Curve[]): Curve[][] {
  const runs: Curve[][] = [];
  for (const curve of curves) {
    const last = runs.at(-1);
    if (last && last[0]?.[1] === curve[1]) last.push(curve);
    else runs.push([curve]);
  }
  return runs;
}

const LEAST_RUN = 3;

/** Many lines of one width say it once. */
function linesOf(run: readonly Curve[]): ReactNode {
  const width = run[0]?.[1];
  if (run.length < LEAST_RUN || width === undefined) return createElement(Fragment, null, ...run.map(lineOf));
  const bare = run.map(([points, , className]): Curve => [points, undefined, className]);
  return createElement("g", { strokeWidth: width }, ...bare.map(lineOf));
}

const lineOf = ([points, width, className]: Curve): ReactNode => (
  <path className={className} d={curveThrough(points)} strokeWidth={width} />
);

const worded = (part: string | Part): ReactNode =>
  typeof part === "string" ? (
    part
  ) : (
    <tspan className={part[0]} lang={part[2]}>
      {part[1]}
    </tspan>
  );
