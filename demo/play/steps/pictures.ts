import sharp from "sharp";
import type { Actor } from "../../../domain/access/actor";
import type { FileSubject } from "../../../domain/files/file";
import { HOUR_MS, type Instant } from "../../../domain/shared/instant";
import { receiveUpload } from "../../../server/files/receive-upload";
import { randomFrom } from "../../plan/random";
import type { Stage } from "../stage";
import { drawingOf, type Scene, type Shown } from "./drawings";
import { HEIGHT, WIDTH } from "./svg";

const CHINA_OFFSET_HOURS = 8;

/** As a camera writes it, on China's clock. */
const cameraTime = (at: Instant): string =>
  new Date(at + CHINA_OFFSET_HOURS * HOUR_MS).toISOString().slice(0, 19).replaceAll("-", ":").replace("T", " ");

export type Place = { readonly north: string; readonly east: string };

type Taken = {
  /** What it shows. */
  readonly about: Shown;
  /** What it agrees in with other pictures; of a picture that stands alone whatever goes with its number. */
  readonly scene?: Scene;
  readonly at: Instant;
  readonly place?: Place;
  readonly size?: { readonly width: number; readonly height: number };
};

/**
 * What a telephone would show of a subject: drawn, another one for every number, with when the telephone says that it was taken, and
 * where, if it tells.
 */
export function pictureOf(
  number: number,
  { at, place, about, scene = { look: "boards", lot: number }, size = { width: WIDTH, height: HEIGHT } }: Taken,
): Promise<Buffer> {
  const drawing = drawingOf(randomFrom(7_919 * number + 11), about, scene);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing}</svg>`;
  const taken = cameraTime(at);
  return sharp(Buffer.from(svg))
    .removeAlpha()
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
