// What drawings are made of.

export const WIDTH = 640;
export const HEIGHT = 480;
export const FLOOR_Y = 330;

export const WALLS = ["#c9cdd0", "#b7c0bd", "#d6d2c6", "#a9b2b8", "#8f979b", "#e2ddcf"];
export const WOODS = ["#d9b382", "#c99a5f", "#e3c79c", "#b98a55", "#a8794a"];
export const WRAPS = ["#3f6b8f", "#577a4f", "#8a4a3c", "#4a4a52"];
export const STEELS = ["#a4432f", "#2f5d7c", "#4f6f4a", "#7a7d80", "#b56b2a"];
export const CARTONS = ["#c7a06b", "#b98f5a", "#d3b183", "#a67f4d"];

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A number as a drawing writes it. */
export const n = (value: number): string => value.toFixed(1);

/** A filled rectangle, with more attributes where it has any. */
export const rect = ({ x, y, w, h }: Box, fill: string, more = ""): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`;

/** A line through points. */
export const line = (points: readonly (readonly [number, number])[], stroke: string, width: number): string =>
  `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

/** Which of the choices a lot has: the same in every picture of it. */
export const choiceOfLot = (lot: number, choices: readonly string[]): string => choices[lot % choices.length] ?? "#000";

/** The strokes of letters and digits, from point to point on a grid of three columns and five rows: no picture depends on a machine's fonts. */
const STROKES: Readonly<Record<string, string>> = {
  ...{ "0": "00 20 24 04 00", "1": "20 24", "2": "00 20 22 02 04 24", "3": "00 20 24 04|02 22", "4": "00 02 22|20 24" },
  ...{ "5": "20 00 02 22 24 04", "6": "20 00 04 24 22 02", "7": "00 20 24", "8": "00 20 24 04 00|02 22" },
  ...{ "9": "22 02 00 20 24 04", A: "04 01 10 21 24|02 22", B: "04 00 10 21 12 02|12 23 14 04", C: "20 00 04 24" },
  ...{
    D: "00 10 22 14 04 00",
    E: "20 00 04 24|02 12",
    F: "20 00 04|02 12",
    G: "20 00 04 24 22 12",
    H: "00 04|20 24|02 22",
  },
  ...{ I: "10 14", J: "20 24 04 03", K: "00 04|20 02 24", L: "00 04 24", M: "04 00 12 20 24", N: "04 00 24 20" },
  ...{
    O: "00 20 24 04 00",
    P: "04 00 20 22 02",
    Q: "00 20 24 04 00|13 24",
    R: "04 00 20 22 02 24",
    S: "20 00 02 22 24 04",
  },
  ...{ T: "00 20|10 14", U: "00 04 24 20", V: "00 14 20", W: "00 04 12 24 20", X: "00 24|20 04", Y: "00 12 20|12 14" },
  ...{ Z: "00 20 04 24", "-": "02 22", "−": "02 22", ".": "13 14" },
};

type Lettering = { readonly x: number; readonly y: number; readonly size: number; readonly ink: string };

/** Letters and digits as they are stencilled, each `size` high. */
export function stencil(text: string, { x, y, size, ink }: Lettering): string {
  const step = size / 4;
  return [...text]
    .map((letter, at) =>
      (STROKES[letter] ?? "")
        .split("|")
        .filter(Boolean)
        .map((stroke) =>
          line(
            stroke
              .split(" ")
              .map((point): [number, number] => [
                x + at * size * 0.75 + Number(point[0]) * step,
                y + Number(point[1]) * step,
              ]),
            ink,
            size / 7,
          ),
        )
        .join(""),
    )
    .join("");
}
