import sharp from "sharp";

export const SCENE_WIDTH = 640;
export const SCENE_HEIGHT = 480;

/** Even numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawing(chance: () => number): string {
  const colour = () => `rgb(${[0, 0, 0].map(() => Math.floor(chance() * 256)).join(",")})`;
  const across = () => chance() * SCENE_WIDTH;
  const down = () => chance() * SCENE_HEIGHT;
  const shapes = Array.from({ length: 6 + Math.floor(chance() * 10) }, () => {
    const [x, y, width, height, kind] = [across(), down(), 40 + chance() * 260, 30 + chance() * 200, chance()];
    if (kind < 0.45)
      return `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" fill="${colour()}" transform="rotate(${chance() * 60 - 30} ${x} ${y})"/>`;
    return kind < 0.75
      ? `<ellipse cx="${x}" cy="${y}" rx="${width / 2}" ry="${height / 2}" fill="${colour()}"/>`
      : `<path d="M${x} ${y} L${x + width} ${y + height / 3} L${x + width / 3} ${y + height}Z" fill="${colour()}"/>`;
  });
  const scratches = Array.from(
    { length: 25 },
    () =>
      `<line x1="${across()}" y1="${down()}" x2="${across()}" y2="${down()}" stroke="${colour()}" stroke-width="${1 + chance() * 4}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SCENE_WIDTH}" height="${SCENE_HEIGHT}"><rect width="100%" height="100%" fill="${colour()}"/>${shapes.join("")}${scratches.join("")}</svg>`;
}

/** A made-up picture of boxes, lids and scratches with the grain of a camera; another one for every number. */
export async function sceneOf(number: number): Promise<Buffer> {
  const chance = chanceOf(number * 7_919 + 3);
  const pixels = await sharp(Buffer.from(drawing(chance)))
    .removeAlpha()
    .raw()
    .toBuffer();
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = Math.max(0, Math.min(255, (pixels[at] as number) + (chance() - 0.5) * 40));
  const raw = { width: SCENE_WIDTH, height: SCENE_HEIGHT, channels: 3 } as const;
  return sharp(pixels, { raw }).jpeg({ quality: 92 }).toBuffer();
}

type Copy = { readonly name: string; readonly content: Buffer };

/** The picture as people use it again: resized, pressed anew, trimmed, brighter, darker, as another format, and all at once. */
export async function copiesOf(picture: Buffer, number: number): Promise<Copy[]> {
  const chance = chanceOf(number + 99_991);
  const copies: Copy[] = [];
  for (const [percent, quality] of [
    [50, 40],
    [50, 90],
    [75, 65],
    [125, 90],
    [150, 40],
    [150, 65],
  ] as const) {
    const resized = sharp(picture).resize(Math.round((SCENE_WIDTH * percent) / 100));
    copies.push({ name: `${percent} % at quality ${quality}`, content: await resized.jpeg({ quality }).toBuffer() });
  }
  // A trim of so much of both sides together, taken off unevenly.
  for (const trim of [0.02, 0.04]) {
    const [width, height] = [Math.round(SCENE_WIDTH * (1 - trim)), Math.round(SCENE_HEIGHT * (1 - trim))];
    const left = Math.floor((SCENE_WIDTH - width) * chance());
    const top = Math.floor((SCENE_HEIGHT - height) * chance());
    const trimmed = sharp(picture).extract({ left, top, width, height });
    copies.push({ name: `trimmed by ${trim * 100} %`, content: await trimmed.jpeg({ quality: 70 }).toBuffer() });
  }
  for (const brightness of [0.85, 1.15]) {
    const lit = sharp(picture).modulate({ brightness });
    copies.push({ name: `brightness ${brightness}`, content: await lit.jpeg({ quality: 60 }).toBuffer() });
  }
  copies.push({ name: "as WebP", content: await sharp(picture).resize(500).webp({ quality: 50 }).toBuffer() });
  const all = sharp(picture)
    .extract({ left: 8, top: 6, width: 624, height: 468 })
    .resize(400)
    .modulate({ brightness: 1.1 });
  copies.push({ name: "all at once", content: await all.jpeg({ quality: 45 }).toBuffer() });
  return copies;
}

/** A picture that says when and where it was taken, as a telephone writes it. */
export const takenPicture = (
  picture: Buffer,
  of: { readonly at: string; readonly offset?: string; readonly north?: string; readonly east?: string },
): Promise<Buffer> =>
  sharp(picture)
    .withExif({
      IFD0: { DateTime: of.at },
      IFD2: { DateTimeOriginal: of.at, ...(of.offset ? { OffsetTimeOriginal: of.offset } : {}) },
      ...(of.north && of.east
        ? { IFD3: { GPSLatitudeRef: "N", GPSLatitude: of.north, GPSLongitudeRef: "E", GPSLongitude: of.east } }
        : {}),
    })
    .jpeg()
    .toBuffer();
