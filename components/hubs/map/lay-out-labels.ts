import type { LabelSpot } from "./map-labels";
import type { MapPoint } from "@/components/ui/curve";

/** A rectangle on the map, in its own pixels. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export type Label = {
  readonly key: string;
  /** The point that it names. */
  readonly at: MapPoint;
  readonly words: string;
  readonly fontSize: number;
  /** Between two letters, in parts of the font's size. */
  readonly spacing?: number;
  /** Where it stands as long as there is room. */
  readonly first: LabelSpot;
};

const WIDE = /[\u2E80-\uFFFF]/;
const CAPITAL = /[A-ZА-Я%@]/;
/** How wide letters are at the most, in parts of the font's size: no font is measured on the server. */
const widthOf = (letter: string): number => {
  if (WIDE.test(letter)) return 1;
  if (letter === " ") return 0.3;
  return CAPITAL.test(letter) ? 0.75 : 0.6;
};

const ASCENT = 0.8;
const DESCENT = 0.25;

/** The room that a label takes at a spot. */
export function boxOf({ at: [x, y], words, fontSize, spacing = 0 }: Label, { dx, dy, anchor }: LabelSpot): Box {
  const width = [...words].reduce((sum, letter) => sum + (widthOf(letter) + spacing) * fontSize, 0);
  const part = { start: 0, middle: 0.5, end: 1 }[anchor];
  const left = x + dx - part * width;
  const base = y + dy;
  return { left, right: left + width, top: base - ASCENT * fontSize, bottom: base + DESCENT * fontSize };
}

/** The room of a square that stands for a point. */
export const markBox = ([x, y]: MapPoint, radius: number): Box => ({
  ...{ left: x - radius, right: x + radius },
  ...{ top: y - radius, bottom: y + radius },
});

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isWithin = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

const DISTANCES = [10, 18, 28, 40];

/** Right, left, above, below and the corners, ever further from the point. */
const AROUND: readonly LabelSpot[] = DISTANCES.flatMap((far): LabelSpot[] => [
  { dx: far, dy: 4, anchor: "start" },
  { dx: -far, dy: 4, anchor: "end" },
  { dx: far, dy: -far, anchor: "start" },
  { dx: far, dy: far + 8, anchor: "start" },
  { dx: -far, dy: -far, anchor: "end" },
  { dx: -far, dy: far + 8, anchor: "end" },
  { dx: 0, dy: -far, anchor: "middle" },
  { dx: 0, dy: far + 8, anchor: "middle" },
]);

type Room = { readonly frame: Box; readonly marks: readonly Box[] };

/**
 * Where labels stand so that no two of them overlap, none covers a mark and all are within the frame: one after the other in their order, each
 * at its first spot or at the next one around its point that is free. One that finds no room is left out; the same labels stand the same each time.
 */
export function layOutLabels(labels: readonly Label[], { frame, marks }: Room): ReadonlyMap<string, LabelSpot> {
  const taken = [...marks];
  const spots = new Map<string, LabelSpot>();
  for (const label of labels) {
    const isFree = (box: Box) => isWithin(box, frame) && taken.every((other) => !overlap(box, other));
    const spot = [label.first, ...AROUND].find((one) => isFree(boxOf(label, one)));
    if (!spot) continue;
    spots.set(label.key, spot);
    taken.push(boxOf(label, spot));
  }
  return spots;
}
