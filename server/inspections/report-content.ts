import sharp from "sharp";
import type { Reader } from "../../db/database";
import { findFile } from "../../db/repositories/files";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { namesOf } from "../../db/repositories/parties";
import type { NamedParty } from "@/domain/shared/vocabulary";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import type { InspectionSpec } from "../../domain/services/inspection/spec";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import type { FileStore } from "../files/file-store";
import { fileStore } from "../files/open-store";
import { contentContext, openFacts, readFileKey } from "../sealing/seal-file";
import { openStream } from "../sealing/seal-stream";
import { specOfOrder, zoneOfGoods } from "./load-rounds";
import { type KeptPhoto, type KeptRound, readRounds } from "./queries";

/** Photos in a report; the others stay on the page. */
const PHOTOS_MAX = 24;
const PHOTO_SIDE = 640;
const QUALITY = 70;

export type ReportPhoto = { readonly about: string | null; readonly takenAt: Instant | null; readonly jpeg: Buffer };

/** All that a report says; the same for a draft, which was not issued yet. */
export type ReportContent = {
  readonly reference: string;
  readonly title: string;
  readonly buyer: NamedParty;
  readonly provider: NamedParty;
  readonly spec: InspectionSpec;
  readonly round: KeptRound;
  readonly issuedAt: Instant | null;
  /** What the order's steps say of the container and its seals, each number once. */
  readonly containers: readonly string[];
  readonly seals: readonly string[];
  readonly photos: readonly ReportPhoto[];
  readonly photosInAll: number;
  readonly languages: readonly [Locale, Locale];
};

const isSpoken = (language: string | undefined): language is Locale => LOCALES.some((one) => one === language);

/** The languages that were asked for, as far as they are spoken here; always two, so that both sides of the border read it. */
export function reportLanguages({ reportLanguage, secondReportLanguage }: InspectionSpec): [Locale, Locale] {
  const [first, second] = [...new Set([reportLanguage, secondReportLanguage].filter(isSpoken).concat(LOCALES))];
  assert(first && second, "two languages are complete");
  return [first, second];
}

/** A photo small enough for a page; null where its content is not to be had, as of one that a scanner found infected. */
async function smallPhoto(read: Reader, photo: KeptPhoto, store: FileStore): Promise<ReportPhoto | null> {
  const file = await findFile(read, photo.fileId);
  if (!file || file.state === "infected") return null;
  const dataKey = await readFileKey(read, file, true);
  const { sizeBytes } = openFacts(file.facts, { fileId: file.id, dataKey });
  const sealed = await store.get(file.objectName);
  if (!sealed) return null;
  const content = Buffer.concat(
    await Array.fromAsync(openStream(sealed, { key: dataKey, context: contentContext(file.id) }, sizeBytes)),
  );
  const jpeg = await sharp(content)
    .flatten({ background: "white" })
    .resize(PHOTO_SIDE, PHOTO_SIDE, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { about: photo.about, takenAt: photo.takenAt, jpeg };
}

/** Gathers what the report of an order's last round says; `issuedAt` is null for a draft. */
export async function reportContent(
  read: Reader,
  orderId: string,
  { issuedAt, now }: { readonly issuedAt: Instant | null; readonly now: Instant },
): Promise<ReportContent | null> {
  const order = await findOrder(read, orderId);
  if (!order) return null;
  const spec = await specOfOrder(read, order);
  const at = { factory: spec.factoryPosition ?? null, zone: zoneOfGoods(order), now };
  const round = (await readRounds(read, orderId, at)).at(-1);
  if (!round) return null;
  const names = await namesOf(read, [order.buyerOrganisationId, order.providerOrganisationId]);
  const [buyer, provider] = [names.get(order.buyerOrganisationId), names.get(order.providerOrganisationId)];
  assert(buyer && provider, "the parties of an order exist");
  const store = await fileStore();
  const photos: ReportPhoto[] = [];
  for (const photo of round.photos.slice(0, PHOTOS_MAX)) {
    const small = await smallPhoto(read, photo, store);
    if (small) photos.push(small);
  }
  const { reference, title } = order;
  const told = (await findMilestones(read, order)).flatMap(({ evidence }) => evidence ?? []);
  return {
    containers: [...new Set(told.flatMap(({ containerNumber }) => containerNumber ?? []))],
    seals: [...new Set(told.flatMap(({ seals }) => seals ?? []))],
    ...{ reference, title, buyer, provider, spec, round, issuedAt, photos },
    photosInAll: round.photos.length,
    languages: reportLanguages(spec),
  };
}
