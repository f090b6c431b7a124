import { between, pick, type Random, wholeBetween } from "../../plan/random";
import { type Box, CARTONS, choiceOfLot, HEIGHT, line, n, rect, STEELS, WALLS, WIDTH, WOODS, WRAPS } from "./svg";

/** What goods look like in a picture. */
export type GoodsLook = "boards" | "cartons" | "fruit" | "bags" | "rounds" | "machines";

const ROUNDS = /^(4011|54|60|72|73|8545)/;
const MACHINES = /^(84[2-6]|87)/;

/** What goods of a code in a type of package look like: as they are packed, or as they are where nothing is around them. */
export function lookOfGoods({
  hsCode,
  packageType,
}: {
  readonly hsCode: string;
  readonly packageType: string;
}): GoodsLook {
  if (["BG", "43", "BL"].includes(packageType)) return "bags";
  if (/^44/.test(hsCode)) return "boards";
  if (ROUNDS.test(hsCode)) return "rounds";
  if (MACHINES.test(hsCode) && ["NE", "CR"].includes(packageType)) return "machines";
  return /^(07|08)/.test(hsCode) ? "fruit" : "cartons";
}

/** The goods of a picture: how they look, and a number of their lot by which their colours are chosen. */
export type DrawnGoods = { readonly look: GoodsLook; readonly lot: number };

const shadeOf = (random: Random): string => `fill-opacity="${between(random, 0.7, 1).toFixed(2)}"`;

/** Places in rows upon each other. */
function places({ x, y, w, h }: Box, columns: number, rows: number): Box[] {
  const [wide, high] = [w / columns, h / rows];
  return Array.from({ length: columns * rows }, (_, at) => ({
    ...{ x: x + (at % columns) * wide, y: y + Math.floor(at / columns) * high },
    ...{ w: wide - 3, h: high - 3 },
  }));
}

/** Planks with a shade each, and two straps around them. */
function boards(random: Random, box: Box, lot: number): string {
  const wood = choiceOfLot(lot, WOODS);
  const planks = places(box, 1, wholeBetween(random, 5, 12)).map((one) => rect(one, wood, shadeOf(random)));
  const straps = [0.22, 0.74].map((share) => rect({ ...box, x: box.x + box.w * share, w: 9 }, choiceOfLot(lot, WRAPS)));
  return [...planks, ...straps].join("");
}

/** Cartons with a tape over each; of fruit with a window in which it is seen. */
function cartons(random: Random, box: Box, { look, lot }: DrawnGoods): string {
  const card = choiceOfLot(lot, CARTONS);
  return places(box, Math.max(2, Math.round(box.w / 110)), wholeBetween(random, 3, 5))
    .map((one) => {
      const tape = rect({ ...one, y: one.y + one.h * 0.45, h: 5 }, "#e9dcc0");
      const [x, y, r] = [one.x + one.w * 0.5, one.y + one.h * 0.5, Math.min(one.w, one.h) * 0.2];
      const fruit = [-1, 1].map(
        (side) =>
          `<circle cx="${n(x + side * r)}" cy="${n(y)}" r="${n(r)}" fill="${choiceOfLot(lot, ["#c8452e", "#7c9a3c", "#d99a2b"])}"/>`,
      );
      return rect(one, card, shadeOf(random)) + (look === "fruit" ? fruit.join("") : tape);
    })
    .join("");
}

/** Sacks upon each other, their corners round, with a printed band. */
const bags = (random: Random, box: Box, lot: number): string =>
  places(box, Math.max(1, Math.round(box.w / 150)), wholeBetween(random, 4, 7))
    .map(
      (one) =>
        rect(one, "#e9e6dc", `rx="${n(one.h * 0.35)}" ${shadeOf(random)}`) +
        rect({ ...one, x: one.x + one.w * 0.35, w: one.w * 0.3 }, choiceOfLot(lot, WRAPS), 'fill-opacity=".55"'),
    )
    .join("");

/** Rolls, tyres, pipes or rods, seen from their ends. */
const rounds = (random: Random, box: Box, lot: number): string =>
  places(box, Math.max(2, Math.round(box.w / 70)), Math.max(2, Math.round(box.h / 70)))
    .map(({ x, y, w, h }) => {
      const [cx, cy, r] = [n(x + w / 2), n(y + h / 2), Math.min(w, h) / 2];
      const body = `<circle cx="${cx}" cy="${cy}" r="${n(r)}" fill="${choiceOfLot(lot, ["#4a4d52", "#8a8f94", "#5d6b78"])}" ${shadeOf(random)}/>`;
      return `${body}<circle cx="${cx}" cy="${cy}" r="${n(r * 0.35)}" fill="#1f2226"/>`;
    })
    .join("");

/** A machine on its base, with a panel. */
function machines(random: Random, box: Box, lot: number): string {
  const body = { ...box, y: box.y + box.h * between(random, 0, 0.15), h: box.h * 0.85 };
  return [
    rect(body, choiceOfLot(lot, STEELS), shadeOf(random)),
    rect({ x: box.x + box.w * 0.6, y: box.y + box.h * 0.3, w: box.w * 0.25, h: box.h * 0.2 }, "#dfe6e9"),
    rect(
      { x: box.x + box.w * 0.1, y: box.y + box.h * 0.35, w: box.w * 0.35, h: box.h * 0.35 },
      "#1f2a33",
      'fill-opacity=".7"',
    ),
    rect({ x: box.x, y: box.y + box.h * 0.92, w: box.w, h: box.h * 0.08 }, "#3a3d40"),
  ].join("");
}

/** Goods that fill a place. */
export function stacked(random: Random, box: Box, goods: DrawnGoods): string {
  const { look, lot } = goods;
  switch (look) {
    case "boards":
      return boards(random, box, lot);
    case "bags":
      return bags(random, box, lot);
    case "rounds":
      return rounds(random, box, lot);
    case "machines":
      return machines(random, box, lot);
    default:
      return cartons(random, box, goods);
  }
}

const SURFACES: Readonly<Record<GoodsLook, readonly string[]>> = {
  ...{ boards: WOODS, cartons: ["#3b4148", "#d9dcdf", "#30506e"], fruit: ["#c8452e", "#7c9a3c", "#d99a2b"] },
  ...{ bags: ["#e9e6dc"], rounds: ["#4a4d52", "#8a8f94", "#5d6b78"], machines: STEELS },
};

/** The goods close by, from a corner of the picture to the other side: of boards an edge with its plies, of others an edge that is darker. */
export function closeUp(random: Random, { look, lot }: DrawnGoods) {
  const [left, right] = [between(random, 120, 330), between(random, 120, 330)];
  const at = (share: number) => left + (right - left) * share;
  const thick = between(random, 90, 170);
  const plies = [0.2, 0.5, 0.8].map((share) =>
    line(
      [
        [0, left + thick * share],
        [WIDTH, right + thick * share],
      ],
      "#3d2c1a",
      2,
    ),
  );
  const edge = [
    rect({ x: 0, y: 0, w: WIDTH, h: HEIGHT }, pick(random, WALLS)),
    `<polygon points="0,${n(left)} ${WIDTH},${n(right)} ${WIDTH},${HEIGHT} 0,${HEIGHT}" fill="${choiceOfLot(lot, SURFACES[look])}"/>`,
    `<polygon points="0,${n(left)} ${WIDTH},${n(right)} ${WIDTH},${n(right + thick)} 0,${n(left + thick)}" fill="${look === "boards" ? "#5d452b" : "#000"}" fill-opacity="${look === "boards" ? ".55" : ".22"}"/>`,
    ...(look === "boards" ? plies : []),
  ].join("");
  return { edge, at, thick };
}
