import type { PhotoSubject } from "../../../domain/services/inspection/choices";
import { between, pick, type Random, wholeBetween } from "../../plan/random";
import { closeUp, type DrawnGoods, stacked } from "./drawn-goods";
import {
  CARTONS,
  choiceOfLot,
  FLOOR_Y,
  HEIGHT,
  line,
  n,
  rect,
  STEELS,
  stencil,
  WALLS,
  WIDTH,
  WOODS,
  WRAPS,
} from "./svg";

/** What a picture shows: a subject of an inspection, or a sheet of paper that was photographed. */
export type Shown = PhotoSubject | "paper";

/** What all pictures of a visit agree in with each other and with what is written down. */
export type Scene = DrawnGoods & {
  /** The figure that an instrument shows. */
  readonly reading?: string;
  /** Whether it is a calliper; else it is a probe with a window. */
  readonly isCalliper?: boolean;
  readonly container?: string | undefined;
  readonly seal?: string | undefined;
};

/** A number of a lot, from the id of its order: what its marks and colours are chosen by at every visit. */
export const lotOf = (orderId: string): number =>
  [...orderId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);

/** The first figure of a reading, as an instrument shows it: "17.77" of "17.77–18.00 mm"; nothing where it was read in words. */
export const figureOf = (measured: string): string =>
  /^[-−]?[\d,]+(?:\.\d+)?(?=[–\s])/.exec(measured)?.[0].replaceAll(",", "") ?? "";

const wallAndFloor = (random: Random): string =>
  rect({ x: 0, y: 0, w: WIDTH, h: FLOOR_Y }, pick(random, WALLS)) +
  rect({ x: 0, y: FLOOR_Y, w: WIDTH, h: HEIGHT - FLOOR_Y }, pick(random, ["#83817b", "#6f6d68", "#97958c"]));

function product(random: Random, scene: Scene): string {
  const stacks = wholeBetween(random, 2, 4);
  const width = WIDTH / stacks - wholeBetween(random, 18, 50);
  const door = { x: between(random, 0, 480), y: between(random, 40, 140), w: between(random, 90, 160), h: 300 };
  const pallets = Array.from({ length: stacks }, (_, at) => {
    const [x, h] = [14 + (at * WIDTH) / stacks, wholeBetween(random, 90, 230)];
    const foot = rect({ x, y: FLOOR_Y + 70, w: width, h: 14 }, "#6d5233");
    return stacked(random, { x, y: FLOOR_Y + 70 - h, w: width, h }, scene) + foot;
  });
  return wallAndFloor(random) + rect(door, pick(random, WRAPS), 'fill-opacity=".6"') + pallets.join("");
}

function packing(random: Random, scene: Scene): string {
  const [left, right] = [between(random, 20, 130), between(random, 510, 620)];
  const top = between(random, 60, 190);
  return wallAndFloor(random) + stacked(random, { x: left, y: top, w: right - left, h: FLOOR_Y + 60 - top }, scene);
}

/** The numbers of a lot's mark: that of the order, and that of the contract. */
const markOf = (lot: number) => ({
  order: `${1_000 + (lot % 9_000)}`,
  contract: `${100_000 + ((lot * 7_919) % 900_000)}`,
});

/** The side of a package with its mark: a frame and its numbers, the same on every package of the lot. */
function marks(random: Random, { lot, look }: Scene): string {
  const ink = choiceOfLot(lot, ["#1d1d1d", "#22356b", "#6b2222"]);
  const { order, contract } = markOf(lot);
  const [x, y, size] = [between(random, 150, 290), between(random, 110, 190), between(random, 52, 84)];
  const middle = { x: x + size * 1.8, y: y + size * 0.5 };
  const rhombus = [0, 1, 2, 3, 4].map((at): [number, number] => {
    const turn = (at * Math.PI) / 2;
    return [middle.x + Math.cos(turn) * size * 2.4, middle.y + Math.sin(turn) * size * 1.5];
  });
  return [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, look === "bags" ? "#e9e6dc" : choiceOfLot(lot, CARTONS)),
    rect({ x: between(random, 0, 60), y: 0, w: between(random, 20, 50), h: HEIGHT }, "#e9dcc0", 'fill-opacity=".7"'),
    line(rhombus, ink, 7),
    stencil(order, { x: x + size * 0.45, y, size, ink }),
    stencil(contract, { x: x - size * 0.4, y: y + size * 2.2, size: size * 0.7, ink }),
  ].join("");
}

/** A calliper over the edge with its scale, or a probe upon the goods, and the window in which the figure stands that was written down. */
function measuring(random: Random, scene: Scene): string {
  const { edge, at, thick } = closeUp(random, scene);
  // What else lies around: another thing at another place by every instrument.
  const around = [0, 1].map(() => {
    const size = { w: between(random, 110, 260), h: between(random, 90, 200) };
    return rect(
      { x: between(random, 0, WIDTH - size.w), y: between(random, 0, HEIGHT - size.h), ...size },
      pick(random, ["#2f3336", "#efece4"]),
      'fill-opacity=".45"',
    );
  });
  const share = between(random, 0.2, 0.75);
  const [x, y] = [share * WIDTH, at(share)];
  const steel = "#c3c7ca";
  const jaws = [y - 22, y + thick].map((top) => rect({ x: x - 15, y: top, w: 130, h: 22 }, steel));
  const ticks = Array.from({ length: 14 }, (_, tick) =>
    rect({ x: x + 96, y: y - 20 + (tick * (thick + 60)) / 14, w: tick % 5 === 0 ? 18 : 10, h: 2 }, "#2b2b2b"),
  );
  const { reading = "", isCalliper = false } = scene;
  const wide = Math.max(140, reading.length * 27 + 28);
  const screen = { x: Math.min(x + 80, WIDTH - wide - 10), y: Math.max(6, y - 120), w: wide, h: 62 };
  const probe = [
    rect({ ...screen, x: screen.x - 12, y: screen.y - 6, w: wide + 24, h: 110 }, "#e0a52e"),
    rect({ x: screen.x + wide / 2, y: screen.y + 100, w: 10, h: thick }, steel),
  ];
  const calliper = [rect({ x: x + 90, y: y - 60, w: 30, h: thick + 150 }, steel), ...jaws, ...ticks];
  return [
    edge,
    ...around,
    ...(isCalliper ? calliper : probe),
    rect(screen, "#39424a"),
    stencil(reading, { x: screen.x + 14, y: screen.y + 13, size: 36, ink: "#b9e3c0" }),
  ].join("");
}

/** A piece that has broken out of the edge, or a scratch over it, with the inspector's ring around it. */
function defects(random: Random, scene: Scene): string {
  const { edge, at, thick } = closeUp(random, scene);
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
function container(random: Random, share: number, scene: Scene): string {
  const steel = choiceOfLot(scene.lot, STEELS);
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
  return inside + stacked(random, front, scene);
}

/** Both doors shut, with their bars, the number of the container above, and the bolt seal on the right one. */
function doorsSealed(random: Random, { lot, seal = "", container: number = "" }: Scene): string {
  const middle = between(random, 250, 390);
  const bars = [-150, -60, 60, 150].map((from) =>
    rect({ x: middle + from + between(random, -14, 14), y: 0, w: 16, h: HEIGHT }, "#c9cccd"),
  );
  const plate = { x: middle + between(random, 20, 50), y: between(random, 190, 320), w: seal.length * 21 + 24, h: 46 };
  const left = { x: between(random, 14, 40), y: between(random, 30, 90) };
  return [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, choiceOfLot(lot, STEELS)),
    rect({ x: middle, y: 0, w: 6, h: HEIGHT }, "#111"),
    rect({ x: 0, y: 0, w: middle, h: HEIGHT }, "#000", `fill-opacity="${between(random, 0.02, 0.3).toFixed(2)}"`),
    ...bars,
    stencil(number, { ...left, size: 44, ink: "#f4f4f0" }),
    rect(plate, "#f3d23b"),
    stencil(seal, { x: plate.x + 12, y: plate.y + 9, size: 28, ink: "#1d1d1d" }),
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

const DRAWN: Readonly<Record<Shown, (random: Random, scene: Scene) => string>> = {
  ...{ product, packing, marks, measuring, defects, factory, paper },
  loading: (random, scene) => container(random, between(random, 0.2, 0.4), scene),
  empty_container: (random, scene) => container(random, 0, scene),
  half_loaded: (random, scene) => container(random, between(random, 0.42, 0.58), scene),
  fully_loaded: (random, scene) => container(random, between(random, 0.86, 1), scene),
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

/** What a telephone would show of a subject in a scene, as a drawing of `WIDTH` by `HEIGHT`. */
export const drawingOf = (random: Random, shown: Shown, scene: Scene): string =>
  DRAWN[shown](random, scene) + light(random);
