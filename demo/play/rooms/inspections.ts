import { roundsOfOrder, type StoredRound } from "../../../db/repositories/inspections";
import { type Instant, later, MINUTE_MS, toIso } from "../../../domain/shared/instant";
import { bookRound } from "../../../server/commands/inspections/book-round";
import { checkIn } from "../../../server/commands/inspections/check-in";
import { checkOut } from "../../../server/commands/inspections/check-out";
import { decideGoods } from "../../../server/commands/inspections/decide-goods";
import { issueReport } from "../../../server/commands/inspections/issue-report";
import { saveResults } from "../../../server/commands/inspections/save-results";
import type { PlannedDeal } from "../../plan/plan-deal";
import { pictureOf, sendPicture } from "./pictures";
import type { OrderHand } from "./stories/order-hand";

type Wire = Record<string, unknown>;

const FACTORY = { latE6: 22_721_400, lonE6: 114_246_900 };
const AT_FACTORY = { north: "22/1 43/1 1704/100", east: "114/1 14/1 4884/100" };
/** A board of 18 mm, of 650 kg a cubic metre. */
const BOARD_GRAMS = 34_800;
const PICTURES_AFTER_HOURS = 0.25;

type Weighed = { readonly netWeightGrams: number };

/** An inspection before shipment of a deal's boards in a yard of Longgang, where they stay until they may go. */
export const boardsLookedAt = ({ deal }: PlannedDeal): Wire => ({
  type: "pre_shipment",
  factoryAddress: "深圳市龙岗区平龙东路 168 号 3 号库 · Warehouse 3, 168 Pinglong East Road, Longgang, Shenzhen",
  factoryPosition: FACTORY,
  products: [
    { name: "板材 1220 × 2440 × 18 mm · Boards 1220 × 2440 × 18 mm", quantity: boardsOf(deal.cargo as Weighed[]) },
  ],
  level: "II",
  aqlPreset: "usual",
  checklist: [
    { code: "quantity" },
    { code: "dimensions", tolerance: "± 0.3 mm", tool: "游标卡尺 · Calliper" },
    { code: "moisture", tolerance: "8–12 %", tool: "含水率仪 · Moisture meter", isCritical: true },
    { code: "shipping_marks" },
  ],
  specialTests: [{ test: "moisture", level: "S-2" }],
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
  const plannedDay = order.at(visit.arrives).slice(0, 10);
  await order.does("provider", hours, [bookRound, { orderId: order.id, plannedDay, inspectorName: visit.name }]);
}

export async function arrive({ id, deal, provider, scenery }: OrderHand, at: Instant): Promise<void> {
  const position = { ...FACTORY, accuracyM: 18 };
  const arrived = { orderId: id, occurredAt: toIso(at), position, cartons: packagesOf(deal) };
  await scenery.stage.must(at, provider, checkIn, arrived);
}

const SUBJECTS = ["product", "packing", "defects", "marks", "measuring"] as const;

/** Takes the pictures of these numbers from then on, one every four minutes; answers their files. */
export async function photograph(order: OrderHand, from: Instant, numbers: readonly number[]): Promise<string[]> {
  const { scenery, provider: actor } = order;
  const subject = { kind: "inspection", id: (await lastRound(order)).id } as const;
  const ids: string[] = [];
  for (const [place, number] of numbers.entries()) {
    const at = later(from, place * 4 * MINUTE_MS);
    const content = await pictureOf(number, { at, place: AT_FACTORY });
    const about = SUBJECTS[place % SUBJECTS.length] as string;
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

const MEASURED = ["17.9–18.2 mm", "9.4–11.1 %", "清晰 · Legible"];

/** Writes down what has been found so far. */
export async function find(order: OrderHand, at: Instant, found: Found): Promise<void> {
  const { plan, drawn } = await lastRound(order);
  const opened = drawn ?? [];
  const { isHalf = false, photoIds } = found;
  const results = {
    openedCartons: isHalf ? opened.slice(0, Math.ceil(opened.length / 2)) : opened,
    unitsInspected: isHalf ? Math.floor(plan.units / 2) : plan.units,
    quantities: isHalf ? [] : plan.lines.map(({ ordered }, line) => ({ line, presented: ordered, packed: ordered })),
    // The pieces are counted last.
    checklist: [...plan.points.keys()].slice(...(isHalf ? [1, 3] : [0])).map((point) => ({
      ...{
        point,
        outcome: "pass",
        measured: point === 0 ? String(plan.lines[0]?.ordered) : (MEASURED[point - 1] ?? "合格 · OK"),
      },
      photoIds: point === 3 ? photoIds.slice(3, 4) : [],
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

/** A visit is from half past nine to half past two. */
const ARRIVES_HOUR = 9.5;
const FOUND_HOUR = 13.5;
const LEAVES_HOUR = 14.5;

/** A whole visit from its booking to its report, on the day that lies `arrives` hours from the present. */
export async function visit(order: OrderHand, { name, booked, arrives, reported, pictures, majors }: Visit) {
  const { scenery, provider, id: orderId } = order;
  const at = (hour: number) => scenery.onDay(arrives, hour);
  await book(order, booked, { arrives, name });
  await arrive(order, at(ARRIVES_HOUR));
  const photoIds = await photograph(order, at(ARRIVES_HOUR + PICTURES_AFTER_HOURS), pictures);
  await find(order, at(FOUND_HOUR), { majors, photoIds });
  await scenery.stage.must(at(LEAVES_HOUR), provider, checkOut, { orderId, occurredAt: toIso(at(LEAVES_HOUR)) });
  await order.does("provider", reported, [issueReport, { orderId: order.id }]);
}

/** The buyer's word on the goods after a report. */
export const decide = (order: OrderHand, hours: number, decision: "accept" | "reinspect", reason = "") =>
  order.does("buyer", hours, [decideGoods, { orderId: order.id, decision, reason }]);
