import { expect, test } from "vitest";
import { distanceOf, type Print } from "@/domain/inspections/photo-print";
import { instant } from "@/domain/shared/instant";
import { printsOfPicture } from "@/server/files/photo-facts";
import { pictureOf } from "./pictures";

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
