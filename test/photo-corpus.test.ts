import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { copiesOf, sceneOf, takenPicture } from "./photo-corpus";
import {
  type PhotoPrints,
  type Print,
  SAME_DISTANCE_MAX,
  bandKeys,
  distanceOf,
  keysNear,
} from "@/domain/inspections/photo-print";
import { toIso } from "@/domain/shared/time";
import { photoFacts, printsOfPicture } from "@/server/files/photo-facts";

// All of them take a minute of one core: the long run looks at each.
const SCENES = process.env.OTHER_WAYS === "1" ? 48 : 16;

function there<T>(value: T | null | undefined): T {
  if (value == null) throw new Error("there is nothing");
  return value;
}

const printed = async (picture: Buffer): Promise<PhotoPrints> => there(await printsOfPicture(picture));

/** The least distance of the whole of either to the whole or a part of the other: what a look-up compares. */
const apart = (one: PhotoPrints, two: PhotoPrints): number =>
  Math.min(...one.map((print) => distanceOf(print, two[0])), ...two.map((print) => distanceOf(print, one[0])));

const isFound = (wanted: readonly Print[], kept: readonly Print[]): boolean => {
  const keys = new Set(wanted.flatMap(keysNear));
  return kept.some((print) => bandKeys(print).some((key) => keys.has(key)));
};

test(`of ${SCENES} scenes every copy is found and no other scene is taken for it`, async () => {
  const scenes = await Promise.all(Array.from({ length: SCENES }, (_, number) => sceneOf(number)));
  const prints = await Promise.all(scenes.map(printed));
  const far: Record<string, number> = {};
  let count = 0;
  let isAnyMissed = false;
  for (const [number, scene] of scenes.entries()) {
    const own = prints[number] as PhotoPrints;
    for (const { name, content } of await copiesOf(scene, number)) {
      const copy = await printed(content);
      far[name] = Math.max(far[name] ?? 0, apart(own, copy));
      count++;
      // As the database looks: keys of all prints of the one against the kept prints of the other.
      const isNear = isFound([copy[0]], own) || isFound(copy.slice(1), [own[0]]);
      isAnyMissed ||= !isNear || apart(own, copy) > SAME_DISTANCE_MAX;
    }
  }
  const strangers = prints.flatMap((one, at) => prints.slice(at + 1).map((other) => apart(one, other)));
  const nearest = Math.min(...strangers);
  console.info(
    `${SCENES} scenes, ${count} copies: at most ${Math.max(...Object.values(far))} of 64 bits apart ` +
      `(${Object.entries(far)
        .map(([name, bits]) => `${name}: ${bits}`)
        .join(", ")}); ${strangers.length} pairs of strangers: at least ${nearest}; same up to ${SAME_DISTANCE_MAX}`,
  );
  expect(isAnyMissed).toBe(false);
  expect(nearest).toBeGreaterThan(SAME_DISTANCE_MAX);
}, 120_000);

test("a picture that shows nothing is the same as no other", async () => {
  const flat = sharp({ create: { width: 90, height: 60, channels: 3, background: { r: 9, g: 9, b: 9 } } });
  expect(await printsOfPicture(await flat.jpeg().toBuffer())).toBeNull();
});

describe("what a picture says of itself", () => {
  const facts = async (of: Parameters<typeof takenPicture>[1]) => {
    const received = await takenPicture(await sceneOf(1), of);
    return there(await photoFacts("jpeg", { received, drawn: received })).taken;
  };

  test("is read with its own zone where it names one, and with the place", async () => {
    const taken = await facts({
      at: "2026:11:24 10:00:00",
      offset: "+05:00",
      north: "29/1 18/1 36/1",
      east: "120/1 4/1 3000/100",
    });
    expect(taken.at && toIso(taken.at)).toBe("2026-11-24T05:00:00.000Z");
    expect(taken).toMatchObject({ isZoneTold: true, position: { latE6: 29_310_000, lonE6: 120_075_000 } });
  });

  test("is read by the market's clock where it names no zone, and has no place where it tells none", async () => {
    const taken = await facts({ at: "2026:11:24 10:00:00" });
    expect(taken.at && toIso(taken.at)).toBe("2026-11-24T02:00:00.000Z");
    expect(taken).toMatchObject({ isZoneTold: false, position: null });
  });

  test("is nothing where it is no time", async () => {
    expect(await facts({ at: "0000:00:00 00:00:00" })).toMatchObject({ at: null });
    const plain = await sceneOf(2);
    expect(there(await photoFacts("jpeg", { received: plain, drawn: plain })).taken).toEqual({
      at: null,
      isZoneTold: false,
      position: null,
    });
  });

  test("is nothing where its writing is broken anywhere, and never a fault", async () => {
    const { readExif } = await import("@/server/files/photo-facts");
    const { exif } = await sharp(
      await takenPicture(await sceneOf(1), { at: "2026:11:24 10:00:00", north: "1/1", east: "1/1" }),
    ).metadata();
    const whole = there(exif);
    for (let length = 0; length < whole.length; length++)
      expect(() => readExif(whole.subarray(0, length))).not.toThrow();
    for (let at = 0; at < whole.length; at++) {
      const broken = Buffer.from(whole);
      broken[at] = 0xff;
      expect(() => readExif(broken)).not.toThrow();
    }
  });

  test("of what is no picture nothing is asked", async () => {
    const text = Buffer.from("gate 4");
    expect(await photoFacts("txt", { received: text, drawn: text })).toBeNull();
  });
});
