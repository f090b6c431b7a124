import {
  insertMatches,
  insertPhoto,
  insertPrints,
  matchesOfRounds,
  printsUnder,
} from "../../db/repositories/inspection-photos";
import { findRound } from "../../db/repositories/inspections";
import { findOrder } from "../../db/repositories/orders";
import type { PhotoPrints } from "../../domain/inspections/photos/photo-print";
import { bandKeys, keysNear, sameDistance } from "../../domain/inspections/photos/print-bands";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import type { PhotoFacts } from "./picture/photo-facts";
import type { CommandContext } from "../platform/command";

type Kept = { readonly fileId: string; readonly roundId: string; readonly orderId: string };
type Context = Pick<CommandContext, "tx" | "now" | "publish">;

/** The pictures that are the same as this one, each with the least distance that was found. */
async function sameAs({ tx }: Context, prints: PhotoPrints) {
  const [whole, ...parts] = prints;
  const found = await printsUnder(tx, { whole: keysNear(whole), parts: parts.flatMap(keysNear) });
  const nearest = new Map<string, (typeof found)[number] & { readonly distance: number }>();
  for (const kept of found) {
    const distance = sameDistance(prints, kept);
    const known = nearest.get(kept.fileId);
    if (distance !== null && (!known || distance < known.distance)) nearest.set(kept.fileId, { ...kept, distance });
  }
  return [...nearest.values()];
}

async function flag(context: Context, photo: Kept, prints: PhotoPrints): Promise<void> {
  const { tx, now, publish } = context;
  const same = await sameAs(context, prints);
  if (same.length === 0) return;
  const isFirst = (await matchesOfRounds(tx, [photo.roundId])).length === 0;
  await insertMatches(
    tx,
    same.flatMap((other) => {
      const common = { distance: other.distance, foundAt: now };
      return [
        {
          ...{ fileId: photo.fileId, roundId: photo.roundId, ...common },
          ...{ otherFileId: other.fileId, otherRoundId: other.roundId, otherOrderId: other.orderId },
          otherKeptAt: other.keptAt,
        },
        {
          ...{ fileId: other.fileId, roundId: other.roundId, ...common },
          ...{ otherFileId: photo.fileId, otherRoundId: photo.roundId, otherOrderId: photo.orderId },
          otherKeptAt: now,
        },
      ];
    }),
  );
  // One word a report: whoever hears it looks at all of its pictures.
  if (!isFirst) return;
  const order = await findOrder(tx, photo.orderId);
  assert(order, "a round has its order");
  publish({ type: "inspection.photo_reused", ...orderFacts(order) });
}

/** Keeps what a picture of a round said of itself, looks for it among all that were ever sent, and makes it findable for those to come. */
export async function keepPhoto(
  context: Context,
  { fileId, roundId, about }: Pick<Kept, "fileId" | "roundId"> & { readonly about: string | null },
  { taken, prints }: PhotoFacts,
): Promise<void> {
  const { tx, now } = context;
  const round = await findRound(tx, roundId);
  assert(round, "a photo belongs to a round");
  const photo = { fileId, roundId, orderId: round.orderId };
  const { at: takenAt, isZoneTold, position } = taken;
  await insertPhoto(tx, { ...photo, about, takenAt, isZoneTold, position, keptAt: now });
  if (prints === null) return;
  await flag(context, photo, prints);
  await insertPrints(
    tx,
    prints.flatMap((print, part) => bandKeys(print).map((band) => ({ ...photo, band, part, print, keptAt: now }))),
  );
}
