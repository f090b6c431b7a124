import { expect, test } from "vitest";
import { distanceOf, type Print } from "@/domain/inspections/photo-print";
import { instant } from "@/domain/shared/time";
import { printsOfPicture } from "@/server/files/photo-facts";
import { randomFrom } from "../../plan/random";
import { drawingOf, figureOf, lotOf } from "./drawings";
import { lookOfGoods } from "./drawn-goods";
import { pictureOf } from "./inspections";
import { stencil } from "./svg";

const SHOWN = [
  "product",
  "packing",
  "marks",
  "measuring",
  "defects",
  "factory",
  "empty_container",
  "doors_sealed",
] as const;
const PICTURES = 96;
const LEAST_DISTANCE = 12;

test("no two pictures of the demo are nearly the same, whatever they show", async () => {
  const prints: Print[] = [];
  for (let number = 0; number < PICTURES; number++) {
    const about = SHOWN[number % SHOWN.length] ?? "product";
    const picture = await pictureOf(number, { about, at: instant(0), size: { width: 320, height: 240 } });
    const [print = ""] = (await printsOfPicture(picture)) ?? [];
    expect(print).toHaveLength(16);
    prints.push(print);
  }
  const near = prints.flatMap((print, at) =>
    prints.slice(0, at).filter((other) => distanceOf(print, other) < LEAST_DISTANCE),
  );
  expect(near).toEqual([]);
});

test("the picture of a number is the same at every time, so that one that is sent again is known", async () => {
  const draw = async (minute: number) =>
    printsOfPicture(await pictureOf(3, { about: "defects", at: instant(minute * 60_000) }));
  expect(await draw(1)).toEqual(await draw(2));
});

test.each([
  ["17.77–18.00 mm", "17.77"],
  ["−22.5 … −18.3 °C", "−22.5"],
  ["1,856–1,902 kg", "1856"],
  ["448 mm", "448"],
  ["清晰 · Legible", ""],
])("an instrument that read %s shows %j", (measured, figure) => {
  expect(figureOf(measured)).toBe(figure);
});

test.each([
  ["boards in bundles", "441114", "BE", "boards"],
  ["resin in bags", "390210", "BG", "bags"],
  ["laptops in cartons", "847130", "CT", "cartons"],
  ["electrodes in crates", "854511", "CS", "rounds"],
  ["excavators", "842952", "NE", "machines"],
  ["durians", "081060", "CT", "fruit"],
] as const)("pictures of %s show what they look like", (_, hsCode, packageType, look) => {
  expect(lookOfGoods({ hsCode, packageType })).toBe(look);
});

const draw = (seed: number, about: Parameters<typeof drawingOf>[1], lot: number) =>
  drawingOf(randomFrom(seed), about, {
    ...({ look: "cartons", lot, reading: "17.77", seal: "CN859225", container: "TGHU1234565" } as const),
  });

test("the doors show the seal and the container that the report names, and every picture of a loading one colour", () => {
  const lot = lotOf("order");
  const doors = draw(1, "doors_sealed", lot);
  const strokes = (text: string) => stencil(text, { x: 0, y: 0, size: 40, ink: "#000" }).split("<polyline").length - 1;
  expect(doors.split("<polyline").length - 1).toBe(strokes("CN859225") + strokes("TGHU1234565"));
  const colours = (["empty_container", "half_loaded", "fully_loaded", "doors_sealed"] as const).map(
    (about, at) => /fill="(#[0-9a-f]{6})"/.exec(draw(at + 1, about, lot))?.[1],
  );
  expect(new Set(colours).size).toBe(1);
});

test("the window of an instrument shows as many strokes as its figure has", () => {
  const shown = (reading: string) =>
    drawingOf(randomFrom(5), "measuring", { look: "cartons", lot: 1, reading }).split("<polyline").length;
  expect(shown("17.77") - shown("")).toBe(
    stencil("17.77", { x: 0, y: 0, size: 36, ink: "#000" }).split("<polyline").length - 1,
  );
});

test("the marks of a lot are the same at every visit, and others on another lot", () => {
  // The ink's strokes follow the numbers, wherever on the package they stand.
  const shapes = (seed: number, lot: number) => draw(seed, "marks", lot).split("<polyline").length;
  expect(shapes(1, 4_711)).toBe(shapes(2, 4_711));
  expect(shapes(1, 1_111)).not.toBe(shapes(1, 8_888));
});
