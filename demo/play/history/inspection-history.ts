import { findOrganisation } from "../../../db/repositories/organisations";
import { roundsOfOrder, type StoredRound } from "../../../db/repositories/inspections";
import { distanceOf, type Print, SAME_DISTANCE_MAX } from "../../../domain/inspections/photo-print";
import { DEFECT_CODES } from "../../../domain/inspections/defect-codes";
import type { PhotoSubject } from "../../../domain/services/inspection/choices";
import { inspectionSpecSchema } from "../../../domain/services/inspection/schema";
import { inspectorsForOneDay } from "../../../domain/services/inspection/man-days";
import { manDaysMilli, visitOf } from "../../../domain/services/inspection/work";
import { dayOf, type Instant, later, MARKET_ZONE, MINUTE_MS, toIso } from "../../../domain/shared/time";
import { zoneOfPlace } from "../../../domain/hubs/place-zone";
import { bookRound, checkIn, checkOut } from "@/server/inspections/visit";
import { decideGoods } from "@/server/inspections/decide-goods";
import { issueReport } from "@/server/inspections/issue-report";
import { saveResults } from "@/server/inspections/save-results";
import { printsOfPicture } from "@/server/files/photo-facts";
import { Inspectors } from "../../plan/parties/inspectors";
import { calliper } from "../../plan/checklist-points";
import { inspectedGoods, pointsOf, readingOf, stayMinutes } from "../../plan/plan-inspection";
import { between, pick, type Random, shuffled, wholeBetween } from "../../plan/random";
import type { ReferenceData } from "../../plan/plan-movement";
import { lookOfGoods } from "../steps/drawn-goods";
import { figureOf, lotOf, type Scene } from "../steps/drawings";
import { pictureOf, sendPicture } from "../steps/inspections";
import type { Stage } from "../stage";
import type { HistoryRoom, OrderOfYear, StepOfYear } from "./history-rooms";
import { numbersOfDeal, sealOfDeal } from "./trucks";

/** Of so many inspections the visit is on record here; of the others the report is on paper. */
const KEPT_SHARE = 0.93;
/** A visit takes the planned minutes and some more. */
const OF_PLAN = [1.01, 1.12] as const;
/** Minutes from the arrival at a loading to the empty container, from there to the sealed doors, and from them until the inspector leaves. */
const BEFORE_LOADING_MINUTES = [35, 80] as const;
const LOADING_MINUTES = [75, 170] as const;
const AFTER_LOADING_MINUTES = [12, 35] as const;
/** Numbers of pictures from here on are the year's; those below are the stories'. */
const FIRST_PICTURE = 1_000;
/** So far from a number lies that of another picture in its place. */
const ANOTHER_PICTURE = 1_000_003;
const SIZE = { width: 320, height: 240 };
/** Of a degree: about as far as a town's works lie from one another. */
const TOWN_DEGREES = 0.1;
type Point = { readonly lat: number; readonly lon: number };
/** The middle of the works of towns whose own middle is at a border or a shore: on the same side, and on land. */
const WORKS_OF_TOWN: Readonly<Record<string, Point>> = {
  CNSNZ: { lat: 22.71, lon: 114.15 },
  CNYYG: { lat: 22.09, lon: 106.8 },
  CNSFH: { lat: 44.41, lon: 131.06 },
  CNERC: { lat: 43.59, lon: 111.95 },
  CNQIN: { lat: 36.19, lon: 120.4 },
  RUBLG: { lat: 50.35, lon: 127.53 },
  RUVVO: { lat: 43.2, lon: 131.97 },
};

/** What the photos of each type of visit show, as its rules ask for them; what the buyer wants follows. */
const SHOWN: Readonly<Record<string, readonly PhotoSubject[]>> = {
  pre_shipment: ["product", "packing", "marks", "measuring"],
  during_production: ["factory", "product", "measuring"],
  container_loading: ["empty_container", "half_loaded", "fully_loaded", "doors_sealed"],
};

/** What of the goods is packed days before they are ready, above the four fifths that have to be. An estimate. */
const PACKED_SHARE = [0.84, 0.97] as const;
/** Of a sample of so many units no plan of the market refuses one light flaw. */
const LEAST_SAMPLE = 80;

/** When the pictures of a visit are taken, and when the inspector leaves. */
type Visit = { readonly photosAt: readonly Instant[]; readonly left: Instant };
/** What is read of each point, the point whose instrument is photographed, and what all pictures of the visit agree in. */
type Reading = { readonly measured: readonly string[]; readonly photographed: number; readonly scene: Scene };
/** A picture as it was sent. */
type Sent = { readonly about: PhotoSubject; readonly id: string };

const ONE_DAY_MILLI = 1_000;

const specOf = ({ deal }: OrderOfYear) =>
  inspectionSpecSchema.parse(deal.requests.find(({ service }) => service === "inspection")?.spec);
/** How much of what was ordered is there: a part of it while goods are still being made, and packed as it comes from the line. */
const madeOf = (order: OrderOfYear, ordered: number): number =>
  Math.ceil((ordered * (specOf(order).madePercent ?? 100)) / 100);

/** The man-days that its bid has offered, which are those that it asks for. */
const manDaysOf = (order: OrderOfYear): number => manDaysMilli(specOf(order)) ?? ONE_DAY_MILLI;
/** How many inspectors come, so that all is done on the day that was booked. */
const inspectorsOf = (order: OrderOfYear): number => inspectorsForOneDay(manDaysOf(order));

/** Visits of the year: booked, checked in with a position, photographed, written down, left, reported, and the goods taken by it. */
export class InspectionHistory implements HistoryRoom {
  private readonly visited = new Set<string>();
  private readonly decided = new Set<string>();
  private readonly inspectors = new Inspectors();
  private picture = FIRST_PICTURE;
  private readonly prints: Print[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly referenceData: ReferenceData,
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
      case "buyer_decided":
        // Of a report that was in dispute the goods are decided on after its end.
        return this.decided.has(order.id) || this.accept(order, at);
      default:
        return false;
    }
  }

  async accept(order: OrderOfYear, at: Instant): Promise<boolean> {
    if (!this.visited.has(order.id)) return false;
    this.decided.add(order.id);
    const decided = { orderId: order.id, decision: "accept", reason: "" };
    return (await this.stage.act(at, order.buyer, decideGoods, decided)) !== null;
  }

  private typeOf = (order: OrderOfYear): string => specOf(order).type;

  private async book(order: OrderOfYear, at: Instant): Promise<boolean> {
    if (this.random() >= KEPT_SHARE || !(this.typeOf(order) in SHOWN)) return false;
    const comes = order.plan.reports.find(({ code }) => code === "on_site")?.at ?? at;
    const people = await this.peopleOf(order.provider.organisationId ?? "");
    const inspectorName = shuffled(this.random, people).slice(0, inspectorsOf(order)).join(", ");
    const zone = zoneOfPlace(order.deal.movement.originId) ?? MARKET_ZONE;
    const booked = { orderId: order.id, plannedDay: dayOf(comes, zone), inspectorName, isConfirmed: true };
    if (!(await this.stage.act(at, order.provider, bookRound, booked))) return false;
    this.visited.add(order.id);
    return true;
  }

  private async peopleOf(organisationId: string): Promise<readonly string[]> {
    const company = await findOrganisation(this.stage.database.read, organisationId);
    return this.inspectors.ofCompany(organisationId, company?.country ?? "CN");
  }

  /** In, some pictures, what was found, and out: all within the visit, which its clock tells. */
  private async arrive(order: OrderOfYear, at: Instant): Promise<boolean> {
    const packages = (order.deal.deal.cargo as { packages: number }[]).reduce((sum, line) => sum + line.packages, 0);
    const cartons = madeOf(order, packages);
    const { provider, id: orderId } = order;
    const position = {
      latE6: this.near(order, "lat"),
      lonE6: this.near(order, "lon"),
      accuracyM: wholeBetween(this.random, 5, 30),
    };
    const hasFlaw = this.random() < 0.6;
    const about = [...new Set([...(SHOWN[this.typeOf(order)] ?? []), ...(specOf(order).photosWanted ?? [])])];
    const { photosAt, left } = this.typeOf(order) === "container_loading" ? this.loading(at) : this.visit(order, at);
    const arrived = { orderId, occurredAt: toIso(at), position, cartons };
    if (!(await this.stage.act(at, provider, checkIn, arrived))) return false;
    // Whose inspector is at the goods now has sent nothing yet.
    if (left > this.stage.until) return true;
    const round = (await roundsOfOrder(this.stage.database.read, orderId)).at(-1);
    if (!round) return true;
    const isFlawed = hasFlaw && round.plan.units >= LEAST_SAMPLE;
    if (isFlawed) about.push("defects");
    const reading = this.read(order, round);
    const photos = await this.photograph(order, { roundId: round.id, about, at: photosAt, scene: reading.scene });
    const found = { at: later(left, -wholeBetween(this.random, 6, 25) * MINUTE_MS), photos, isFlawed, reading };
    await this.find(order, round, found);
    await this.stage.act(left, provider, checkOut, { orderId, occurredAt: toIso(left) });
    return true;
  }

  private minutes = (span: readonly [number, number]): number => wholeBetween(this.random, ...span) * MINUTE_MS;

  /** A visit is as long as its plan says; its pictures are taken all over it. */
  private visit(order: OrderOfYear, at: Instant): Visit {
    const planned = { minutes: visitOf(specOf(order))?.minutes ?? null, manDaysMilli: manDaysOf(order) };
    const left = later(at, stayMinutes(planned, between(this.random, ...OF_PLAN)) * MINUTE_MS);
    const share = (part: number) => later(at, Math.round(((left - at) * part) / MINUTE_MS) * MINUTE_MS);
    const photosAt = [0, 1, 2, 3, 4, 5].map((place) => share(0.08 + place * 0.14 + this.random() * 0.11));
    return { photosAt, left };
  }

  /** From the empty container to the seal goods are loaded for hours. */
  private loading(at: Instant): Visit {
    const empty = later(at, this.minutes(BEFORE_LOADING_MINUTES));
    const loadsMs = this.minutes(LOADING_MINUTES);
    const share = (from: number, to: number) =>
      later(empty, Math.round((loadsMs * between(this.random, from, to)) / MINUTE_MS) * MINUTE_MS);
    const sealed = later(empty, loadsMs);
    const photosAt = [empty, share(0.4, 0.58), share(0.82, 0.93), sealed];
    return { photosAt, left: later(sealed, this.minutes(AFTER_LOADING_MINUTES)) };
  }

  private near({ deal }: OrderOfYear, axis: "lat" | "lon"): number {
    const { originId } = deal.movement;
    const degrees = (WORKS_OF_TOWN[originId] ?? this.referenceData.places.get(originId))?.[axis] ?? 0;
    return Math.round((degrees + (this.random() - 0.5) * TOWN_DEGREES) * 1_000_000);
  }

  /** A picture that is taken for none of the year's others: where chance makes it too like one of them, another is drawn. */
  private async draw(number: number, taken: Parameters<typeof pictureOf>[1]): Promise<Buffer> {
    const picture = await pictureOf(number, taken);
    const prints = await printsOfPicture(picture);
    if (prints === null) return picture;
    const [print] = prints;
    if (this.prints.some((other) => distanceOf(print, other) <= SAME_DISTANCE_MAX))
      return this.draw(number + ANOTHER_PICTURE, taken);
    this.prints.push(print);
    return picture;
  }

  private async photograph(
    order: OrderOfYear,
    taken: {
      readonly roundId: string;
      readonly about: readonly PhotoSubject[];
      readonly at: readonly Instant[];
      readonly scene: Scene;
    },
  ): Promise<Sent[]> {
    const subject = { kind: "inspection", id: taken.roundId } as const;
    const first = this.picture;
    this.picture += taken.about.length;
    const atOf = (place: number): Instant => taken.at[place] ?? (taken.at.at(-1) as Instant);
    const drawn = await Promise.all(
      taken.about.map((about, place) =>
        this.draw(first + place, { about, at: atOf(place), size: SIZE, scene: taken.scene }),
      ),
    );
    return Promise.all(
      taken.about.map(async (about, place): Promise<Sent> => {
        const said = { at: atOf(place), actor: order.provider, subject, name: `IMG_${first + place}.jpg`, about };
        return { about, id: await sendPicture(this.stage, { ...said, content: drawn[place] as Buffer }) };
      }),
    );
  }

  /** What is read of the goods; the first figure beside the number of pieces is photographed on its instrument. */
  private read(order: OrderOfYear, { plan }: StoredRound): Reading {
    const cargo = order.deal.deal.cargo as readonly { readonly hsCode: string; readonly packageType: string }[];
    const goods = cargo[0] ?? { hsCode: "", packageType: "" };
    const points = pointsOf(cargo);
    const pieces = plan.lines.reduce((sum, { ordered }) => sum + madeOf(order, ordered), 0);
    const measured = plan.points.map((_, at) => (points[at] ? readingOf(this.random, points[at], pieces) : ""));
    const photographed = Math.max(
      1,
      measured.findIndex((one, at) => at > 0 && figureOf(one) !== ""),
    );
    const isLoading = plan.type === "container_loading";
    const numbers = isLoading ? numbersOfDeal(this.random, order.deal) : null;
    const scene = {
      ...{ look: lookOfGoods(goods), lot: lotOf(order.id), reading: figureOf(measured[photographed] ?? "") },
      isCalliper: plan.points[photographed]?.tool === calliper,
      container: numbers && "containerNumber" in numbers ? numbers.containerNumber : undefined,
      seal: isLoading ? sealOfDeal(this.random, order.deal) : undefined,
    };
    return { measured, photographed, scene };
  }

  private async find(
    order: OrderOfYear,
    { plan, drawn }: StoredRound,
    found: {
      readonly at: Instant;
      readonly photos: readonly Sent[];
      readonly isFlawed: boolean;
      readonly reading: Reading;
    },
  ): Promise<void> {
    const { at, photos, isFlawed, reading } = found;
    const cargo = order.deal.deal.cargo as readonly { readonly hsCode: string }[];
    const { flaws } = inspectedGoods(cargo[0]?.hsCode ?? "");
    const [flaw, words] = pick(this.random, flaws);
    // A kind of defect that the market has no name for is written out.
    const code = DEFECT_CODES.find((one) => one === flaw) ?? words;
    const photoIdsOf = (subject: PhotoSubject) => photos.filter(({ about }) => about === subject).map(({ id }) => id);
    const presented = plan.lines.map(({ ordered }) => madeOf(order, ordered));
    // Days before goods are ready some of them still stand beside their cartons.
    const packedShare = plan.type === "pre_shipment" ? between(this.random, ...PACKED_SHARE) : 1;
    const pointPhotos = (place: number) => (place === reading.photographed ? photoIdsOf("measuring") : []);
    const results = {
      openedCartons: drawn ?? [],
      unitsInspected: plan.units,
      quantities: presented.map((made, line) => ({ line, presented: made, packed: Math.ceil(made * packedShare) })),
      checklist: plan.points.map(({ ownUnits }, place) => ({
        ...{ point: place, outcome: "pass" },
        ...(reading.measured[place] ? { measured: reading.measured[place] } : {}),
        ...(ownUnits === null ? {} : { unitsChecked: ownUnits }),
        photoIds: pointPhotos(place),
      })),
      tests: plan.tests.map(({ sampleSize }, test) => ({ test, unitsTested: sampleSize, failed: 0 })),
      defects: isFlawed ? [{ code, defectClass: "minor", count: 1, words, photoIds: photoIdsOf("defects") }] : [],
      ...(plan.type === "container_loading" ? { remarks: this.sealWords(order) } : {}),
    };
    await this.stage.act(at, order.provider, saveResults, { orderId: order.id, results });
  }

  /** In what the goods were loaded and the number of the seal that was put on, which are those that the haul names. */
  private sealWords({ deal }: OrderOfYear): string {
    const [own, latin] = loadedIn(numbersOfDeal(this.random, deal));
    const seal = sealOfDeal(this.random, deal);
    return `${own}，门已关并施封，铅封号 ${seal}。 · ${latin}: doors closed and sealed, seal number ${seal}.`;
  }
}

/** A load by its number, in both languages; of goods that fly the waybill is all that the market keeps. */
function loadedIn(numbers: ReturnType<typeof numbersOfDeal>): readonly [own: string, latin: string] {
  if ("containerNumber" in numbers) return [`柜号 ${numbers.containerNumber}`, `Container ${numbers.containerNumber}`];
  if ("wagonNumber" in numbers) return [`车皮号 ${numbers.wagonNumber}`, `Wagon ${numbers.wagonNumber}`];
  if ("trailerPlate" in numbers) return [`挂车 ${numbers.trailerPlate}`, `Trailer ${numbers.trailerPlate}`];
  if ("tractorPlate" in numbers) return [`货车 ${numbers.tractorPlate}`, `Truck ${numbers.tractorPlate}`];
  return [`空运单 ${numbers.airWaybill}`, `Air waybill ${numbers.airWaybill}`];
}
