import type { PhotoSubject } from "../../../domain/services/inspection/choices";
import { between, pick, type Random, wholeBetween } from "../../plan/random";

export const WIDTH = 640;
export const HEIGHT = 480;
const FLOOR_Y = 330;

/** What a picture shows: a subject of an inspection, or a sheet of paper that was photographed. */
export type Shown = PhotoSubject | "paper";

const WALLS = ["#c9cdd0", "#b7c0bd", "#d6d2c6", "#a9b2b8", "#8f979b", "#e2ddcf"];
const WOODS = ["#d9b382", "#c99a5f", "#e3c79c", "#b98a55", "#a8794a"];
const WRAPS = ["#3f6b8f", "#577a4f", "#8a4a3c", "#4a4a52"];
const CARTONS = ["#c7a06b", "#b98f5a", "#d3b183", "#a67f4d"];
const STEELS = ["#a4432f", "#2f5d7c", "#4f6f4a", "#7a7d80", "#b56b2a"];

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const n = (value: number): string => value.toFixed(1);
const rect = ({ x, y, w, h }: Box, fill: string, more = ""): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`;
const line = (points: readonly (readonly [number, number])[], stroke: string, width: number): string =>
  `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

/** Which of the seven strokes of a stencil each digit has: top, upper right, lower right, bottom, lower left, upper left, middle. */
const STROKES = [
  "1111110",
  "0110000",
  "1101101",
  "1111001",
  "0110011",
  "1011011",
  "1011111",
  "1110000",
  "1111111",
  "1111011",
];

/** Digits as they are stencilled on cartons, each `size` high. */
function stencil(digits: string, { x, y, size, ink }: { x: number; y: number; size: number; ink: string }): string {
  const [w, half] = [size * 0.5, size / 2];
  return [...digits]
    .map((digit, at) => {
      const left = x + at * size * 0.75;
      const ends: readonly (readonly [number, number, number, number])[] = [
        [0, 0, w, 0],
        [w, 0, w, half],
        [w, half, w, size],
        [0, size, w, size],
        [0, half, 0, size],
        [0, 0, 0, half],
        [0, half, w, half],
      ];
      return ends
        .filter((_, stroke) => STROKES[Number(digit)]?.[stroke] === "1")
        .map(([x1, y1, x2, y2]) =>
          line(
            [
              [left + x1, y + y1],
              [left + x2, y + y2],
            ],
            ink,
            size / 7,
          ),
        )
        .join("");
    })
    .join("");
}

const wallAndFloor = (random: Random): string =>
  rect({ x: 0, y: 0, w: WIDTH, h: FLOOR_Y }, pick(random, WALLS)) +
  rect({ x: 0, y: FLOOR_Y, w: WIDTH, h: HEIGHT - FLOOR_Y }, pick(random, ["#83817b", "#6f6d68", "#97958c"]));

/** One pallet of boards: planks with a shade each, two straps around them, and blocks below. */
function pallet(random: Random, x: number, width: number): string {
  const height = wholeBetween(random, 90, 230);
  const top = FLOOR_Y + 70 - height;
  const planks = wholeBetween(random, 5, 12);
  const wood = pick(random, WOODS);
  const layers = Array.from({ length: planks }, (_, at) => {
    const box = { x: x + between(random, -3, 3), y: top + (at * height) / planks, w: width, h: height / planks - 1 };
    return rect(box, wood, `fill-opacity="${between(random, 0.8, 1).toFixed(2)}"`);
  });
  const wrap = pick(random, WRAPS);
  const straps = [0.22, 0.74].map((share) => rect({ x: x + width * share, y: top, w: 9, h: height }, wrap));
  const feet = [0.05, 0.45, 0.85].map((share) =>
    rect({ x: x + width * share, y: top + height, w: width * 0.12, h: 16 }, "#6d5233"),
  );
  return [...layers, ...straps, ...feet].join("");
}

function product(random: Random): string {
  const stacks = wholeBetween(random, 2, 4);
  const width = WIDTH / stacks - wholeBetween(random, 18, 50);
  const door = { x: between(random, 0, 480), y: between(random, 40, 140), w: between(random, 90, 160), h: 300 };
  const pallets = Array.from({ length: stacks }, (_, at) => pallet(random, 14 + (at * WIDTH) / stacks, width));
  return wallAndFloor(random) + rect(door, pick(random, WRAPS), 'fill-opacity=".6"') + pallets.join("");
}

/** Cartons in rows upon each other, with a tape over each. */
function wallOfCartons(random: Random, { x, y, w, h }: Box): string {
  const columns = wholeBetween(random, 3, 6);
  const rows = wholeBetween(random, 3, 5);
  const [wide, high] = [w / columns, h / rows];
  return Array.from({ length: columns * rows }, (_, at) => {
    const box = { x: x + (at % columns) * wide, y: y + Math.floor(at / columns) * high, w: wide - 3, h: high - 3 };
    const shade = `fill-opacity="${between(random, 0.6, 1).toFixed(2)}"`;
    return rect(box, pick(random, CARTONS), shade) + rect({ ...box, y: box.y + box.h * 0.45, h: 5 }, "#e9dcc0");
  }).join("");
}

function packing(random: Random): string {
  const [left, right] = [between(random, 20, 130), between(random, 510, 620)];
  const top = between(random, 60, 190);
  return wallAndFloor(random) + wallOfCartons(random, { x: left, y: top, w: right - left, h: FLOOR_Y + 60 - top });
}

/** The side of a carton with its mark: a frame, the number of the order and that of the carton. */
function marks(random: Random): string {
  const ink = pick(random, ["#1d1d1d", "#22356b", "#6b2222"]);
  const [x, y, size] = [between(random, 150, 290), between(random, 110, 190), between(random, 52, 84)];
  const middle = { x: x + size * 1.8, y: y + size * 0.5 };
  const rhombus = [0, 1, 2, 3, 4].map((at): [number, number] => {
    const turn = (at * Math.PI) / 2;
    return [middle.x + Math.cos(turn) * size * 2.4, middle.y + Math.sin(turn) * size * 1.5];
  });
  const digits = (count: number) => String(wholeBetween(random, 10 ** (count - 1), 10 ** count - 1));
  return [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, pick(random, CARTONS)),
    rect({ x: between(random, 0, 60), y: 0, w: between(random, 20, 50), h: HEIGHT }, "#e9dcc0", 'fill-opacity=".7"'),
    line(rhombus, ink, 7),
    stencil(digits(4), { x: x + size * 0.45, y, size, ink }),
    stencil(digits(6), { x: x - size * 0.4, y: y + size * 2.2, size: size * 0.7, ink }),
  ].join("");
}

/** A board's edge, close by, from a corner of the picture to the other side. */
function closeUp(random: Random) {
  const [left, right] = [between(random, 120, 330), between(random, 120, 330)];
  const wood = pick(random, WOODS);
  const at = (share: number) => left + (right - left) * share;
  const thick = between(random, 90, 170);
  const edge = [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, pick(random, WALLS)),
    `<polygon points="0,${n(left)} ${WIDTH},${n(right)} ${WIDTH},${HEIGHT} 0,${HEIGHT}" fill="${wood}"/>`,
    `<polygon points="0,${n(left)} ${WIDTH},${n(right)} ${WIDTH},${n(right + thick)} 0,${n(left + thick)}" fill="#5d452b" fill-opacity=".55"/>`,
    ...[0.2, 0.5, 0.8].map((share) =>
      line(
        [
          [0, left + thick * share],
          [WIDTH, right + thick * share],
        ],
        "#3d2c1a",
        2,
      ),
    ),
  ].join("");
  return { edge, at, thick };
}

/** A calliper over the edge, with its scale and a window of figures. */
function measuring(random: Random): string {
  const { edge, at, thick } = closeUp(random);
  const share = between(random, 0.2, 0.75);
  const [x, y] = [share * WIDTH, at(share)];
  const steel = "#c3c7ca";
  const jaws = [y - 22, y + thick].map((top) => rect({ x: x - 15, y: top, w: 130, h: 22 }, steel));
  const ticks = Array.from({ length: 14 }, (_, tick) =>
    rect({ x: x + 96, y: y - 20 + (tick * (thick + 60)) / 14, w: tick % 5 === 0 ? 18 : 10, h: 2 }, "#2b2b2b"),
  );
  const figures = String(wholeBetween(random, 1_700, 1_890));
  const screen = { x: Math.min(x + 80, WIDTH - 150), y: Math.max(6, y - 120), w: 140, h: 62 };
  return [
    edge,
    rect({ x: x + 90, y: y - 60, w: 30, h: thick + 150 }, steel),
    ...jaws,
    ...ticks,
    rect(screen, "#39424a"),
    stencil(figures, { x: screen.x + 14, y: screen.y + 13, size: 36, ink: "#b9e3c0" }),
  ].join("");
}

/** A piece that has broken out of the edge, or a scratch over it, with the inspector's ring around it. */
function defects(random: Random): string {
  const { edge, at, thick } = closeUp(random);
  const share = between(random, 0.15, 0.85);
  const [x, y] = [share * WIDTH, at(share)];
  const half = between(random, 40, 90);
  const ragged = Array.from({ length: 7 }, (_, place): [number, number] => [
    x - half + (place * half) / 3,
    y + (place % 6 === 0 ? -4 : between(random, 0.25, 0.95) * thick),
  ]);
  const chip = `<polygon points="${ragged.map(([px, py]) => `${n(px)},${n(py)}`).join(" ")}" fill="#f1e2c4"/>`;
  const scratch = line(
    Array.from({ length: 6 }, (_, place): [number, number] => [
      x - half + place * half * 0.4,
      y + thick * between(random, 0.3, 1.5),
    ]),
    "#f6efe0",
    between(random, 3, 7),
  );
  const ring = `<ellipse cx="${n(x)}" cy="${n(y + thick * 0.45)}" rx="${n(half + 26)}" ry="${n(thick * 0.9)}" fill="none" stroke="#c22" stroke-width="6"/>`;
  return edge + (random() < 0.6 ? chip : scratch) + ring;
}

/** A hall with machines in it, below its lamps. */
function factory(random: Random): string {
  const lamps = Array.from({ length: wholeBetween(random, 2, 5) }, () =>
    rect({ x: between(random, 0, 560), y: between(random, 10, 70), w: between(random, 50, 110), h: 8 }, "#fdfbe8"),
  );
  const machines = Array.from({ length: wholeBetween(random, 2, 4) }, () => {
    const [w, h] = [between(random, 90, 200), between(random, 80, 190)];
    const box = { x: between(random, -20, 540), y: FLOOR_Y + between(random, 0, 70) - h, w, h };
    const panel = { x: box.x + w * 0.6, y: box.y + h * 0.2, w: w * 0.25, h: h * 0.25 };
    return rect(box, pick(random, STEELS)) + rect(panel, "#dfe6e9");
  });
  return wallAndFloor(random) + lamps.join("") + machines.join("");
}

/** A look into a container: its end wall, its sides and its floor of boards, loaded up to `share` of its depth. */
function container(random: Random, share: number): string {
  const steel = pick(random, STEELS);
  const back = {
    x: between(random, 170, 270),
    y: between(random, 90, 150),
    w: between(random, 170, 250),
    h: between(random, 150, 200),
  };
  const [right, below] = [back.x + back.w, back.y + back.h];
  const side = (points: string, opacity: number) =>
    `<polygon points="${points}" fill="#000" fill-opacity="${opacity.toFixed(2)}"/>`;
  const inside = [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, steel),
    side(`0,0 ${n(back.x)},${n(back.y)} ${n(back.x)},${n(below)} 0,${HEIGHT}`, between(random, 0.1, 0.4)),
    side(`${WIDTH},0 ${n(right)},${n(back.y)} ${n(right)},${n(below)} ${WIDTH},${HEIGHT}`, between(random, 0.1, 0.4)),
    `<polygon points="0,${HEIGHT} ${n(back.x)},${n(below)} ${n(right)},${n(below)} ${WIDTH},${HEIGHT}" fill="#8a6a43"/>`,
    rect(back, "#000", 'fill-opacity=".3"'),
  ].join("");
  if (share === 0) return inside;
  const grown = { x: back.x * (1 - share), y: back.y * (1 - share * 0.8), w: 0, h: 0 };
  const front = {
    ...grown,
    w: WIDTH - grown.x - (WIDTH - right) * (1 - share),
    h: HEIGHT - grown.y - (HEIGHT - below) * (1 - share),
  };
  return inside + wallOfCartons(random, front);
}

/** Both doors shut, with their bars, and the bolt seal on the right one. */
function doorsSealed(random: Random): string {
  const steel = pick(random, STEELS);
  const middle = between(random, 250, 390);
  const bars = [-150, -60, 60, 150].map((from) =>
    rect({ x: middle + from + between(random, -14, 14), y: 0, w: 16, h: HEIGHT }, "#c9cccd"),
  );
  const seal = { x: middle + between(random, 30, 90), y: between(random, 190, 320) };
  const digits = String(wholeBetween(random, 100_000, 999_999));
  return [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, steel),
    rect({ x: middle, y: 0, w: 6, h: HEIGHT }, "#111"),
    rect({ x: 0, y: 0, w: middle, h: HEIGHT }, "#000", `fill-opacity="${between(random, 0.02, 0.3).toFixed(2)}"`),
    ...bars,
    rect({ x: seal.x, y: seal.y, w: 150, h: 46 }, "#f3d23b"),
    stencil(digits, { x: seal.x + 12, y: seal.y + 9, size: 28, ink: "#1d1d1d" }),
  ].join("");
}

/** A sheet with lines of writing and a stamp, on a table. */
function paper(random: Random): string {
  const sheet = { x: between(random, 60, 190), y: between(random, 10, 60), w: between(random, 290, 390), h: 430 };
  const rows = Array.from({ length: wholeBetween(random, 9, 16) }, (_, at) =>
    rect({ x: sheet.x + 30, y: sheet.y + 40 + at * 22, w: between(random, 0.2, 0.85) * (sheet.w - 40), h: 6 }, "#555"),
  );
  const stamp = `<circle cx="${n(sheet.x + sheet.w * between(random, 0.3, 0.8))}" cy="${n(sheet.y + between(random, 290, 380))}" r="46" fill="none" stroke="#c0282d" stroke-width="7"/>`;
  return (
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, pick(random, WOODS)) + rect(sheet, "#f6f4ec") + rows.join("") + stamp
  );
}

const DRAWN: Readonly<Record<Shown, (random: Random) => string>> = {
  ...{ product, packing, marks, measuring, defects, factory, paper },
  loading: (random) => container(random, between(random, 0.2, 0.4)),
  empty_container: (random) => container(random, 0),
  half_loaded: (random) => container(random, between(random, 0.42, 0.58)),
  fully_loaded: (random) => container(random, between(random, 0.86, 1)),
  doors_sealed: doorsSealed,
};

/** Light and shadow of the place and the hour, which no two pictures share. */
function light(random: Random): string {
  const spots = Array.from({ length: 9 }, (_, at) => {
    const colour = random() < 0.5 ? "#fff" : "#000";
    const [cx, cy] = [between(random, 0, WIDTH), between(random, 0, HEIGHT)];
    const opacity = between(random, 0.3, 0.62).toFixed(2);
    const circle = `cx="${n(cx)}" cy="${n(cy)}" r="${n(between(random, 90, 290))}"`;
    return {
      stop: `<radialGradient id="l${at}" ${circle} gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
      spot: `<circle ${circle} fill="url(#l${at})"/>`,
    };
  });
  return `<defs>${spots.map(({ stop }) => stop).join("")}</defs>${spots.map(({ spot }) => spot).join("")}`;
}

/** What a telephone would show of a subject, as a drawing of `WIDTH` by `HEIGHT`. */
export const drawingOf = (random: Random, shown: Shown): string => DRAWN[shown](random) + light(random);
