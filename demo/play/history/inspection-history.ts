import { roundsOfOrder } from "../../../db/repositories/inspections";
import type { PhotoSubject } from "../../../domain/services/inspection/choices";
import { MINUTE_MS, type Instant, later, toIso } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";
import { bookRound } from "../../../server/commands/inspections/book-round";
import { checkIn } from "../../../server/commands/inspections/check-in";
import { checkOut } from "../../../server/commands/inspections/check-out";
import { decideGoods } from "../../../server/commands/inspections/decide-goods";
import { issueReport } from "../../../server/commands/inspections/issue-report";
import { saveResults } from "../../../server/commands/inspections/save-results";
import { between, pick, type Random, wholeBetween } from "../../plan/random";
import type { World } from "../../plan/plan-movement";
import { pictureOf, sendPicture } from "../rooms/pictures";
import type { Stage } from "../stage";
import type { HistoryRoom, OrderOfYear, StepOfYear } from "./history-rooms";

/** Of so many inspections the visit is on record here; of the others the report is on paper. */
const KEPT_SHARE = 0.93;
const VISIT_MINUTES = [190, 420] as const;
/** Numbers of pictures from here on are the year's; those below are the stories'. */
const FIRST_PICTURE = 1_000;
const SIZE = { width: 320, height: 240 };

/** What the photos of each type of visit show, as its rules ask for them. */
const SHOWN: Readonly<Record<string, readonly PhotoSubject[]>> = {
  pre_shipment: ["product", "packing", "marks", "measuring"],
  during_production: ["product", "factory", "measuring"],
  container_loading: ["empty_container", "half_loaded", "fully_loaded", "doors_sealed"],
};

const INSPECTORS = [
  "陈亮 Chen Liang",
  "吴静 Wu Jing",
  "何晓峰 He Xiaofeng",
  "罗敏 Luo Min",
  "邓凯 Deng Kai",
  "郑燕 Zheng Yan",
];
/** Of a sample of so many units no plan of the market refuses one light flaw. */
const LEAST_SAMPLE = 80;
const FLAWS = [
  ["surface_scratch", "表面轻微划痕 · Light scratches"],
  ["loose_thread", "线头未剪净 · Loose threads"],
  ["print_faint", "印刷偏淡 · Faint print"],
] as const;

/** Visits of the year: booked, checked in with a position, photographed, written down, left, reported, and the goods taken by it. */
export class InspectionHistory implements HistoryRoom {
  private readonly visited = new Set<string>();
  private picture = FIRST_PICTURE;

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly world: World,
  ) {}

  async step(order: OrderOfYear, { code, at }: StepOfYear): Promise<boolean> {
    if (code === "inspector_assigned") return this.book(order, at);
    if (!this.visited.has(order.id)) return false;
    switch (code) {
      case "on_site":
        return this.arrive(order, at);
      case "report_drafted":
        return true;
      case "report_issued":
        return (await this.stage.act(at, order.provider, issueReport, { orderId: order.id })) !== null;
      default:
        return code === "buyer_decided";
    }
  }

  async accept(order: OrderOfYear, at: Instant): Promise<boolean> {
    const decided = { orderId: order.id, decision: "accept", reason: "" };
    return this.visited.has(order.id) && (await this.stage.act(at, order.buyer, decideGoods, decided)) !== null;
  }

  private typeOf({ deal }: OrderOfYear): string {
    return String(deal.requests.find(({ service }) => service === "inspection")?.spec.type);
  }

  private async book(order: OrderOfYear, at: Instant): Promise<boolean> {
    if (this.random() >= KEPT_SHARE || !(this.typeOf(order) in SHOWN)) return false;
    const comes = order.plan.reports.find(({ code }) => code === "on_site")?.at ?? at;
    const booked = { orderId: order.id, plannedDay: dayOf(comes), inspectorName: pick(this.random, INSPECTORS) };
    if (!(await this.stage.act(at, order.provider, bookRound, booked))) return false;
    this.visited.add(order.id);
    return true;
  }

  /** In, four pictures at the most, what was found, and out: all within the visit, which its clock tells. */
  private async arrive(order: OrderOfYear, at: Instant): Promise<boolean> {
    const issued = order.plan.reports.find(({ code }) => code === "report_issued")?.at ?? at;
    const minutes = Math.min(between(this.random, ...VISIT_MINUTES), (issued - at) / MINUTE_MS - 10);
    const cartons = (order.deal.deal.cargo as { packages: number }[]).reduce((sum, { packages }) => sum + packages, 0);
    const { provider, id: orderId } = order;
    const position = {
      latE6: this.near(order, "lat"),
      lonE6: this.near(order, "lon"),
      accuracyM: wholeBetween(this.random, 5, 30),
    };
    const arrived = { orderId, occurredAt: toIso(at), position, cartons };
    if (!(await this.stage.act(at, provider, checkIn, arrived))) return false;
    const left = later(at, minutes * MINUTE_MS);
    // Whose inspector is at the goods now has sent nothing yet.
    if (left > this.stage.until) return true;
    const photoIds = await this.photograph(order, later(at, 20 * MINUTE_MS));
    await this.find(order, later(left, -15 * MINUTE_MS), photoIds);
    await this.stage.act(left, provider, checkOut, { orderId, occurredAt: toIso(left) });
    return true;
  }

  private near({ deal }: OrderOfYear, axis: "lat" | "lon"): number {
    const degrees = this.world.places.get(deal.movement.originId)?.[axis] ?? 0;
    return Math.round((degrees + (this.random() - 0.5) * 0.2) * 1_000_000);
  }

  private async photograph(order: OrderOfYear, from: Instant): Promise<string[]> {
    const { id } = (await roundsOfOrder(this.stage.database.read, order.id)).at(-1) ?? { id: "" };
    const subject = { kind: "inspection", id } as const;
    const shown = SHOWN[this.typeOf(order)] ?? [];
    const first = this.picture;
    this.picture += shown.length;
    const drawn = await Promise.all(
      shown.map((_, place) => pictureOf(first + place, { at: later(from, place * 6 * MINUTE_MS), size: SIZE })),
    );
    const ids: string[] = [];
    for (const [place, about] of shown.entries()) {
      const at = later(from, place * 6 * MINUTE_MS);
      const sent = { at, actor: order.provider, subject, name: `IMG_${first + place}.jpg`, about };
      ids.push(await sendPicture(this.stage, { ...sent, content: drawn[place] as Buffer }));
    }
    return ids;
  }

  private async find(order: OrderOfYear, at: Instant, photoIds: readonly string[]): Promise<void> {
    const round = (await roundsOfOrder(this.stage.database.read, order.id)).at(-1);
    if (!round) return;
    const { plan, drawn } = round;
    const [code, words] = pick(this.random, FLAWS);
    const hasFlaw = plan.units >= LEAST_SAMPLE && this.random() < 0.6;
    const results = {
      openedCartons: drawn ?? [],
      unitsInspected: plan.units,
      quantities: plan.lines.map(({ ordered }, line) => ({ line, presented: ordered, packed: ordered })),
      checklist: plan.points.map((_, point) => ({ point, outcome: "pass", measured: "合格 · OK", photoIds: [] })),
      tests: plan.tests.map(({ sampleSize }, test) => ({ test, unitsTested: sampleSize, failed: 0 })),
      defects: hasFlaw ? [{ code, defectClass: "minor", count: 1, words, photoIds: photoIds.slice(0, 1) }] : [],
    };
    await this.stage.act(at, order.provider, saveResults, { orderId: order.id, results });
  }
}
