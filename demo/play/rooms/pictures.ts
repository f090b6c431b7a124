import sharp from "sharp";
import type { Actor } from "../../../domain/access/actor";
import type { FileSubject } from "../../../domain/files/file";
import { HOUR_MS, type Instant } from "../../../domain/shared/instant";
import { receiveUpload } from "../../../server/files/receive-upload";
import { between, pick, type Random, randomFrom, wholeBetween } from "../../plan/random";
import type { Stage } from "../stage";

const WIDTH = 640;
const HEIGHT = 480;
const FLOOR_Y = 330;

const WALLS = ["#c9cdd0", "#b7c0bd", "#d6d2c6", "#a9b2b8"];
const WOODS = ["#d9b382", "#c99a5f", "#e3c79c", "#b98a55"];
const WRAPS = ["#3f6b8f", "#577a4f", "#8a4a3c", "#4a4a52"];

/** One pallet of boards: planks with a shade each, two straps around them, and blocks below. */
function pallet(random: Random, x: number, width: number): string {
  const height = wholeBetween(random, 90, 210);
  const top = FLOOR_Y + 70 - height;
  const planks = wholeBetween(random, 5, 12);
  const wood = pick(random, WOODS);
  const layers = Array.from({ length: planks }, (_, at) => {
    const shade = between(random, 0.82, 1).toFixed(2);
    const y = top + (at * height) / planks;
    return `<rect x="${x + between(random, -3, 3)}" y="${y}" width="${width}" height="${height / planks - 1}" fill="${wood}" fill-opacity="${shade}"/>`;
  });
  const wrap = pick(random, WRAPS);
  const straps = [0.22, 0.74].map(
    (share) => `<rect x="${x + width * share}" y="${top}" width="9" height="${height}" fill="${wrap}"/>`,
  );
  const feet = [0.05, 0.45, 0.85].map(
    (share) =>
      `<rect x="${x + width * share}" y="${top + height}" width="${width * 0.12}" height="16" fill="#6d5233"/>`,
  );
  return [...layers, ...straps, ...feet].join("");
}

/** What a telephone would show of goods in a warehouse: drawn, and another one for every number. */
async function drawn(
  number: number,
  { width: wide, height: high } = { width: WIDTH, height: HEIGHT },
): Promise<Buffer> {
  const random = randomFrom(7_919 * number + 11);
  const light = wholeBetween(random, 60, 560);
  const stacks = wholeBetween(random, 2, 4);
  const width = WIDTH / stacks - wholeBetween(random, 18, 50);
  const pallets = Array.from({ length: stacks }, (_, at) => pallet(random, 14 + (at * WIDTH) / stacks, width));
  const door = wholeBetween(random, 0, 480);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <defs><radialGradient id="l" cx="${light}" cy="40" r="520" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff" stop-opacity=".7"/><stop offset="1" stop-color="#000" stop-opacity=".4"/></radialGradient></defs>
    <rect width="${WIDTH}" height="${FLOOR_Y}" fill="${pick(random, WALLS)}"/>
    <rect x="${door}" y="${wholeBetween(random, 40, 140)}" width="${wholeBetween(random, 90, 160)}" height="300" fill="${pick(random, WRAPS)}" fill-opacity=".6"/>
    <rect y="${FLOOR_Y}" width="${WIDTH}" height="${HEIGHT - FLOOR_Y}" fill="#83817b"/>
    ${pallets.join("")}
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#l)"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality: 80 }).toBuffer();
}

const CHINA_OFFSET_HOURS = 8;

/** As a camera writes it, on China's clock. */
const cameraTime = (at: Instant): string =>
  new Date(at + CHINA_OFFSET_HOURS * HOUR_MS).toISOString().slice(0, 19).replaceAll("-", ":").replace("T", " ");

export type Place = { readonly north: string; readonly east: string };

/** The picture of that number, with when its telephone says that it was taken, and where, if it tells. */
export async function pictureOf(
  number: number,
  {
    at,
    place,
    size,
  }: {
    readonly at: Instant;
    readonly place?: Place;
    readonly size?: { readonly width: number; readonly height: number };
  },
): Promise<Buffer> {
  const taken = cameraTime(at);
  return sharp(await drawn(number, size))
    .withExif({
      IFD0: { DateTime: taken },
      IFD2: { DateTimeOriginal: taken, OffsetTimeOriginal: "+08:00" },
      ...(place && {
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: place.north, GPSLongitudeRef: "E", GPSLongitude: place.east },
      }),
    })
    .jpeg({ quality: 80 })
    .toBuffer();
}

export async function* asStream(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

type Sent = {
  readonly at: Instant;
  readonly actor: Actor;
  readonly subject: FileSubject;
  readonly name: string;
  /** Of a photo of an inspection: what it shows. */
  readonly about?: string;
  readonly content: Buffer;
};

/** Sends a picture the way of every upload; answers the file's id. */
export async function sendPicture(stage: Stage, { at, content, ...said }: Sent): Promise<string> {
  const outcome = await receiveUpload(
    {
      ...said,
      origin: { ip: null, requestId: null },
      idempotencyKey: null,
      declaredType: "image/jpeg",
      body: asStream(content),
    },
    stage.platformAt(at),
  );
  if (outcome.kind !== "done") throw new Error(`The demo's ${said.name} was not taken: ${JSON.stringify(outcome)}`);
  return outcome.value.id;
}
