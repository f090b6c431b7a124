import sharp from "sharp";
import type { Actor } from "../../../domain/access/policy";
import type { FileSubject } from "../../../domain/files/file";
import { dayOf, HOUR_MS, type Instant, later, type LocalDate, MINUTE_MS, toIso } from "../../../domain/shared/time";
import { receiveUpload } from "../../../server/files/receive-upload";
import { between, pick, type Random, randomFrom, wholeBetween } from "../../plan/random";
import type { Stage } from "../stage";
import { drawingOf, figureOf, lotOf, type Scene, type Shown } from "./drawings";
import { HEIGHT, WIDTH } from "./svg";
import { roundsOfOrder, type StoredRound } from "../../../db/repositories/inspections";
import { MINUTES_PER_MAN_DAY } from "../../../domain/services/inspection/man-days";
import { bookRound, checkIn, checkOut } from "@/server/inspections/visit";
import { decideGoods } from "@/server/inspections/decide-goods";
import { issueReport } from "@/server/inspections/issue-report";
import { saveResults } from "@/server/inspections/save-results";
import { tradersOf } from "../../plan/customs-spec";
import type { PlannedDeal } from "../../plan/plan-deal";
import { manufacturerOf } from "../../plan/plan-inspection";
import type { OrderHand } from "./order-steps";

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

type Wire = Record<string, unknown>;

const FACTORY = { latE6: 22_721_400, lonE6: 114_246_900 };
const AT_FACTORY = { north: "22/1 43/1 1704/100", east: "114/1 14/1 4884/100" };
/** A board of 18 mm, of 650 kg a cubic metre. */
const BOARD_GRAMS = 34_800;

type Weighed = { readonly netWeightGrams: number };

/** An inspection before shipment of a deal's boards in a yard of Longgang, where they stay until they may go, wanted on that day. */
export const boardsLookedAt =
  (date: LocalDate) =>
  ({ deal, movement, buyer, partner }: PlannedDeal): Wire => ({
    type: "pre_shipment",
    date,
    manufacturer: manufacturerOf(tradersOf(movement, buyer, partner).exporter),
    factoryAddress: "深圳市龙岗区平龙东路 168 号 3 号库 · Warehouse 3, 168 Pinglong East Road, Longgang, Shenzhen",
    factoryPosition: FACTORY,
    products: [
      { name: "板材 1220 × 2440 × 18 mm · Boards 1220 × 2440 × 18 mm", quantity: boardsOf(deal.cargo as Weighed[]) },
    ],
    level: "II",
    aqlPreset: "usual",
    // Looks and edges; thickness and moisture are measured on the way.
    checksPerUnit: 2,
    checklist: [
      { code: "quantity" },
      { code: "dimensions", tolerance: "18 ± 0.3 mm", tool: "游标卡尺 · Calliper" },
      { code: "moisture", tolerance: "8–12 %", tool: "含水率仪 · Moisture meter", isCritical: true },
      { code: "shipping_marks" },
    ],
    specialTests: [{ test: "moisture", level: "S-2" }],
    photosWanted: ["product", "packing", "marks"],
    holdRule: "hold_shipment",
  });

const boardsOf = (cargo: readonly Weighed[]): number =>
  Math.floor(cargo.reduce((all, { netWeightGrams }) => all + netWeightGrams, 0) / BOARD_GRAMS);

/** How many packages there are to draw from. */
const packagesOf = (deal: PlannedDeal): number =>
  (deal.deal.cargo as readonly { readonly packages: number }[]).reduce((all, { packages }) => all + packages, 0);

async function lastRound({ scenery, id }: OrderHand): Promise<StoredRound> {
  const round = (await roundsOfOrder(scenery.stage.database.read, id)).at(-1);
  if (!round) throw new Error("The demo looks at a round that nobody asked for");
  return round;
}

export async function book(
  order: OrderHand,
  hours: number,
  visit: { readonly arrives: number; readonly name: string },
) {
  const plannedDay = dayOf(order.scenery.at(visit.arrives));
  const booked = { orderId: order.id, plannedDay, inspectorName: visit.name, isConfirmed: true };
  await order.does("provider", hours, [bookRound, booked]);
}

/** Millionths of a degree: how far apart on the yard two visits begin. */
const ON_YARD_E6 = 700;

/** Dice of a visit's own. */
async function diceOf(order: OrderHand): Promise<Random> {
  const { id } = await lastRound(order);
  return randomFrom(lotOf(id));
}

export async function arrive(order: OrderHand, at: Instant): Promise<void> {
  const { id, deal, provider, scenery } = order;
  const random = await diceOf(order);
  const near = (degreesE6: number) => degreesE6 + wholeBetween(random, -ON_YARD_E6, ON_YARD_E6);
  const position = { latE6: near(FACTORY.latE6), lonE6: near(FACTORY.lonE6), accuracyM: wholeBetween(random, 6, 24) };
  const arrived = { orderId: id, occurredAt: toIso(at), position, cartons: packagesOf(deal) };
  await scenery.stage.must(at, provider, checkIn, arrived);
}

const SUBJECTS = ["product", "packing", "defects", "marks", "measuring"] as const;

/** Takes the pictures of these numbers over so many minutes from then on; answers their files. */
export async function photograph(
  order: OrderHand,
  { from, minutes }: { readonly from: Instant; readonly minutes: number },
  numbers: readonly number[],
): Promise<string[]> {
  const { scenery, provider: actor } = order;
  const random = await diceOf(order);
  const round = await lastRound(order);
  const subject = { kind: "inspection", id: round.id } as const;
  const thickness = measured(await diceOf(order), round.plan.lines[0]?.ordered ?? 0)[1] ?? "";
  const boards = { look: "boards", reading: figureOf(thickness), isCalliper: true } as const;
  const ids: string[] = [];
  for (const [place, number] of numbers.entries()) {
    const share = (place + between(random, 0.1, 0.9)) / numbers.length;
    const at = later(from, Math.round(share * minutes) * MINUTE_MS);
    const about = SUBJECTS[place % SUBJECTS.length] as (typeof SUBJECTS)[number];
    // A flaw is so close by that it shows nothing of its lot: one that is sent again for another order is the same picture.
    const scene = { ...boards, lot: about === "defects" ? number : lotOf(order.id) };
    const content = await pictureOf(number, { about, scene, at, place: AT_FACTORY });
    ids.push(
      await sendPicture(scenery.stage, { at, actor, subject, name: `IMG_${2040 + number}.jpg`, about, content }),
    );
  }
  return ids;
}

type Found = {
  /** Major defects among the pieces of the sample. */
  readonly majors: number;
  readonly photoIds: readonly string[];
  /** How much of the visit is done: half of it leaves the points and the count open. */
  readonly isHalf?: boolean;
};

const defectsOf = ({ majors, photoIds }: Found): Wire[] => [
  ...(majors === 0
    ? []
    : [
        {
          code: "edge_chipped",
          defectClass: "major",
          count: majors,
          words: "板边崩缺超过 5 mm · Edge chipped by more than 5 mm",
          photoIds: photoIds.slice(2, 3),
        },
      ]),
  { code: "surface_scratch", defectClass: "minor", count: 2, words: "表面轻微划痕 · Light scratches", photoIds: [] },
];

/** What is read of the boards: their number, thickness, moisture and marks. */
const measured = (random: Random, pieces: number): readonly string[] => {
  const [thin, moist] = [between(random, 17.72, 17.94), between(random, 8.2, 9.8)];
  return [
    `${pieces.toLocaleString("en-US")} 件 · pcs`,
    `${thin.toFixed(2)}–${(thin + between(random, 0.18, 0.34)).toFixed(2)} mm`,
    `${moist.toFixed(1)}–${(moist + between(random, 0.9, 2.1)).toFixed(1)} %`,
    pick(random, ["清晰 · Legible", "与样稿一致 · As approved", "清晰完整 · Legible and complete"]),
  ];
};

/** Writes down what has been found so far. */
export async function find(order: OrderHand, at: Instant, found: Found): Promise<void> {
  const { plan, drawn } = await lastRound(order);
  const read = measured(await diceOf(order), plan.lines[0]?.ordered ?? 0);
  const opened = drawn ?? [];
  const { isHalf = false, photoIds } = found;
  const results = {
    openedCartons: isHalf ? opened.slice(0, Math.ceil(opened.length / 2)) : opened,
    unitsInspected: isHalf ? Math.floor(plan.units / 2) : plan.units,
    quantities: isHalf ? [] : plan.lines.map(({ ordered }, line) => ({ line, presented: ordered, packed: ordered })),
    // The pieces are counted last.
    checklist: [...plan.points.keys()].slice(...(isHalf ? [1, 3] : [0])).map((point) => ({
      ...{ point, outcome: "pass", measured: read[point] },
      // The marks and the measuring are photographed fourth and fifth.
      photoIds: point === 3 ? photoIds.slice(3, 4) : point === 1 ? photoIds.slice(4, 5) : [],
    })),
    tests: isHalf ? [] : plan.tests.map(({ sampleSize }, test) => ({ test, unitsTested: sampleSize, failed: 0 })),
    defects: defectsOf(found),
  };
  await order.scenery.stage.must(at, order.provider, saveResults, { orderId: order.id, results });
}

type Visit = Pick<Found, "majors"> & {
  readonly name: string;
  readonly booked: number;
  readonly arrives: number;
  readonly reported: number;
  readonly pictures: readonly number[];
};

/** A visit begins in the morning and takes what was planned and some more; what was found is written down before it ends. */
const BEGINS_HOURS = [8.25, 9.5] as const;
const STAYS_OF_PLAN = [1.02, 1.15] as const;
const FOUND_BEFORE_MINUTES = [14, 45] as const;
const PICTURES_AFTER_MINUTES = 25;

/** A whole visit from its booking to its report, on the day that lies `arrives` hours from the present. */
export async function visit(order: OrderHand, { name, booked, arrives, reported, pictures, majors }: Visit) {
  const { scenery, provider, id: orderId } = order;
  await book(order, booked, { arrives, name });
  const random = await diceOf(order);
  const minutes = (span: readonly [number, number]) => wholeBetween(random, ...span);
  const begins = later(scenery.onDay(arrives, 0), Math.round(between(random, ...BEGINS_HOURS) * 60) * MINUTE_MS);
  const planned = (await lastRound(order)).plan.plannedMinutes ?? MINUTES_PER_MAN_DAY;
  const stays = Math.min(MINUTES_PER_MAN_DAY, Math.ceil(planned * between(random, ...STAYS_OF_PLAN)));
  const left = later(begins, stays * MINUTE_MS);
  await arrive(order, begins);
  const from = later(begins, PICTURES_AFTER_MINUTES * MINUTE_MS);
  const photoIds = await photograph(order, { from, minutes: stays * 0.75 }, pictures);
  await find(order, later(left, -minutes(FOUND_BEFORE_MINUTES) * MINUTE_MS), { majors, photoIds });
  await scenery.stage.must(left, provider, checkOut, { orderId, occurredAt: toIso(left) });
  await order.does("provider", reported, [issueReport, { orderId }]);
}

/** The buyer's word on the goods after a report. */
export const decide = (order: OrderHand, hours: number, decision: "accept" | "reinspect", reason = "") =>
  order.does("buyer", hours, [decideGoods, { orderId: order.id, decision, reason }]);
