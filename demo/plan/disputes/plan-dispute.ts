import type { Ending, Outcome } from "../../../domain/disputes/dispute";
import {
  addDays,
  DAY_MS,
  dayOf,
  daysBetween,
  HOUR_MS,
  type Instant,
  instant,
  later,
} from "../../../domain/shared/time";
import { type Currency, minorDigits } from "../../../domain/shared/money";
import type { WireMoney } from "../../../domain/shared/wire-fields";
import { converted } from "../landed-cost";
import { kindOf } from "../../../domain/services/registry";
import type { Service } from "../../../domain/shared/vocabulary";
import { inBank, inOffice } from "../calendar";
import type { DemoOrganisation } from "../market-data";
import { isExamined } from "../late/late-reason";
import { type PlannedOrder, specOf, timeIn } from "../order-scene";
import type { PlannedDeal } from "../plan-deal";
import { promisedDays } from "../plan-offer";
import { between, type Random, randomFrom, wholeBetween } from "../random";
import { hurtOf, packOf, type Script, SCRIPTS, type Story, type Told, worded } from "./dispute-words";

type Side = "buyer" | "provider";
type Entry = { readonly by: Side; readonly at: Instant; readonly words: string; readonly offer?: Ending };

/** A dispute of the year, from its opening to its end. */
export type PlannedDispute = {
  readonly script: Script;
  readonly openedAt: Instant;
  readonly words: string;
  /** The charge that was not agreed, in the currency of the contract; undefined of a dispute about anything else. */
  readonly charge?: WireMoney | undefined;
  readonly entries: readonly Entry[];
  /** Where the two do not agree: who takes it to the market and when, and how that decides. */
  readonly ruling: {
    readonly escalatedAt: Instant;
    readonly isByClock: boolean;
    readonly ending: Ending;
    readonly words: string;
  } | null;
  /** When it is decided, or the last offer taken. */
  readonly endedAt: Instant;
};

/** An order that may come into dispute. */
export type Disputable = {
  readonly service: Service;
  readonly deal: PlannedDeal;
  readonly plan: PlannedOrder;
  readonly provider: DemoOrganisation;
  /** The zones of the places from which and to which the goods go. */
  readonly zones: { readonly from: string; readonly to: string };
  /** That of the contract. */
  readonly currency: Currency;
  /** When the deal's goods are delivered, where that is known. */
  readonly arrivedAt?: Instant | undefined;
  /** Whether goods or money wait until this order is accepted, so that nobody leaves it in dispute. */
  readonly isAwaited?: boolean;
};

/** Of a hundred orders so many come into dispute; of those delivered in the last days more, so that some are open whenever somebody looks. Estimates. */
const SHARE = 0.0115;
const LATELY = { fromMs: 6 * DAY_MS, untilMs: DAY_MS, share: 0.08 };
/** A kind with few occasions is taken up when it is half due. */
const EARLY = 0.4;
/** Of so many that go to the market its clock takes them there. */
const BY_CLOCK_SHARE = 0.3;
/** Of the packages of a shipment so many are hurt. */
const HURT_SHARE = [0.004, 0.03] as const;
const OPENED_HOURS = [3, 40] as const;
/** A report counts as accepted a week after it, so that what is found on arrival is said by then. */
const ON_ARRIVAL_WITHIN_MS = 6.5 * DAY_MS;
/** What an order's buyer has money collected by, so that it is the payee. */
const COLLECTING: readonly string[] = ["collection_account", "documentary_collection"];
const NOTHING = [0, 0] as const;
const OWN_DICE = 20_261_130;

/** How many calendar days have begun after the last one that a haul's bid promised, where its goods go; 0 of one in time and of what is no haul. */
function daysLateOf({ service, deal, plan, provider, zones }: Disputable): number {
  const [picked, delivered] = [timeIn(plan, "picked_up"), timeIn(plan, "delivered")];
  if (service !== "logistics" || !picked || !delivered) return 0;
  const { max } = promisedDays("logistics", { movement: deal.movement, provider, spec: specOf(deal, "logistics") });
  const lastDay = addDays(dayOf(picked, zones.from), max);
  return Math.max(0, daysBetween(lastDay, dayOf(delivered, zones.to)));
}

/** Whether a story can be one of that order: it happens by the mode of its goods, and of a payment it is told by who sends the money, or by who collects it. */
function isStoryOf({ isOf, modes }: Story, { service, deal }: Disputable): boolean {
  if (modes && !modes.includes(deal.movement.mode)) return false;
  return service !== "payment" || (isOf === "collected") === COLLECTING.includes(String(specOf(deal, "payment").need));
}

/** What the charge comes to that was not agreed, in whole units of the contract's currency. */
function chargeOf(random: Random, script: Script, currency: Currency): WireMoney | undefined {
  if (!script.charge) return undefined;
  const { least, most, currency: named } = script.charge;
  const unit = 10 ** minorDigits(currency);
  const minor = converted(wholeBetween(random, least, most) * 10 ** minorDigits(named), named, currency);
  return { minor: Math.round(minor / unit) * unit, currency };
}

/** Whether an inspection is of a loading, whose goods are on their way before anybody says a word of its report. */
const isOfLoading = ({ deal, isAwaited }: Disputable): boolean =>
  !isAwaited && specOf(deal, "inspection").type === "container_loading";

/** From when there is something to say: of what is found on arrival from that on, else from the delivery of the work. */
const foundAt = ({ isOnArrival }: Script, { arrivedAt }: Disputable, delivered: Instant): Instant | undefined =>
  isOnArrival ? arrivedAt : delivered;

type Chosen = { readonly script: Script; readonly story: Story };

/** What the words of a dispute name of an order; null where such a dispute makes no sense of it. */
function toldOf(random: Random, { script, story }: Chosen, order: Disputable): Told | null {
  const { cargo } = order.deal.movement;
  const [pack, hurt] = [packOf(cargo), hurtOf(cargo)];
  const daysLate = daysLateOf(order);
  if (script.code === "late" && daysLate === 0) return null;
  if (script.isOfExamined && !isExamined(order.plan)) return null;
  if (script.isAtDoor && specOf(order.deal, "logistics").deliverAt !== "door") return null;
  if (script.service === "inspection" && !isOfLoading(order)) return null;
  const lines = order.deal.deal.cargo as readonly { readonly packages: number }[];
  const packages = lines.reduce((sum, line) => sum + line.packages, 0);
  if (!pack || (script.code === "damaged" && (!hurt || packages < 10))) return null;
  const count = Math.max(2, Math.round(packages * between(random, ...HURT_SHARE)));
  const percent = wholeBetween(random, ...(story.percent ?? NOTHING));
  return { daysLate, count, pack, hurt: hurt ?? ["", ""], percent };
}

type Occasion = { readonly told: Told; readonly openedAt: Instant; readonly currency: Currency };

const shareOf = (end: Outcome, percent: number): number =>
  end === "split" ? (100 - percent) * 100 : end === "for_provider" ? 10_000 : 0;

/** A dispute as it goes on after the delivery, hour by hour at the desks of both. */
function disputeOn(random: Random, { script, story }: Chosen, of: Occasion): PlannedDispute {
  const { told, openedAt, currency } = of;
  const after = (from: Instant, least: number, most: number) =>
    inOffice(later(from, between(random, least, most) * DAY_MS));
  const other: Side = script.opener === "buyer" ? "provider" : "buyer";
  const ending: Ending = { outcome: story.end, shareBps: shareOf(story.end, told.percent), effect: "accepted" };
  const answered: Entry = { by: other, at: after(openedAt, 0.3, 1.4), words: worded(story.answers, told) };
  const charge = chargeOf(random, script, currency);
  const open = { script, openedAt, words: worded(story.opens, told), charge };
  const insistedAt = (from: Instant, most: number): Entry => ({
    ...{ by: script.opener, at: after(from, 0.4, most), words: worded(story.insists, told) },
  });
  if (!story.isRuled) {
    const insisted = insistedAt(answered.at, 1.5);
    const offered = { by: other, at: after(insisted.at, 0.5, 2), words: worded(story.ends, told), offer: ending };
    const endedAt = after(instant(Math.max(offered.at, openedAt + 2.6 * DAY_MS)), 0.5, 2.5);
    return { ...open, entries: [answered, insisted, offered], ruling: null, endedAt };
  }
  const isByClock = random() < BY_CLOCK_SHARE;
  const escalatedAt = isByClock ? later(openedAt, 7 * DAY_MS + HOUR_MS / 20) : after(openedAt, 3.2, 5.5);
  const insisted = insistedAt(escalatedAt, 1.8);
  const endedAt = after(later(escalatedAt, 3 * DAY_MS), 0.3, 3.5);
  const ruling = { escalatedAt, isByClock, ending, words: worded(story.ends, told) };
  return { ...open, entries: [answered, insisted], ruling, endedAt };
}

/**
 * Who of a year's orders comes into dispute, as they are placed: about one in a hundred, evenly, each kind in turn where an order gives occasion to it,
 * no company twice and no story twice. With dice of their own, so that the market is the same with disputes and without.
 */
export class YearsDisputes {
  private readonly random = randomFrom(OWN_DICE);
  private readonly known = new Set<string>();
  private readonly told = new Set<Story>();
  private turn: readonly Script[] = SCRIPTS;
  private owed = 0.5;

  constructor(
    private readonly now: Instant,
    /** Whose disputes are stories of their own. */
    private readonly without: readonly string[],
  ) {}

  planFor(order: Disputable): PlannedDispute | null {
    const { plan, service, deal, provider, currency } = order;
    const delivery = kindOf(service).milestones.find((milestone) => milestone.isDelivery);
    const delivered = delivery && timeIn(plan, delivery.code);
    if (plan.calledOff || !delivered) return null;
    const ago = this.now - delivered;
    const isLately = ago < LATELY.fromMs && ago > LATELY.untilMs;
    this.owed += isLately ? LATELY.share : SHARE;
    const ids = [deal.buyer.id, provider.id];
    if (ids.some((id) => this.known.has(id) || this.without.includes(id))) return null;
    const fitting = this.turn.flatMap((script) => {
      if (script.service !== service || !this.isDue(script)) return [];
      const story = script.stories.find((one) => !this.told.has(one) && isStoryOf(one, order));
      const told = story && toldOf(this.random, { script, story }, order);
      const openedAt = this.openingOf(script, order, delivered);
      return story && told && openedAt ? [{ script, story, told, openedAt }] : [];
    })[0];
    if (!fitting) return null;
    this.owed -= 1;
    this.turn = [...this.turn.filter((one) => one !== fitting.script), fitting.script];
    for (const id of ids) this.known.add(id);
    this.told.add(fitting.story);
    return disputeOn(this.random, fitting, { ...fitting, currency });
  }

  private isDue(script: Script): boolean {
    return script.isRare || this.owed >= (script === this.turn[0] ? EARLY : 1);
  }

  /** When an order is taken into dispute; undefined where it is over by then. */
  private openingOf(script: Script, order: Disputable, delivered: Instant): Instant | undefined {
    const from = foundAt(script, order, delivered);
    const at = from && inOffice(later(from, between(this.random, ...OPENED_HOURS) * HOUR_MS));
    return at && at > delivered && at < later(delivered, ON_ARRIVAL_WITHIN_MS) ? at : undefined;
  }
}

/** The order's plan with its buyer's acceptance at the dispute's end, and what follows the delivery so much later, on working days. */
export function afterDispute(plan: PlannedOrder, { endedAt }: Pick<PlannedDispute, "endedAt">): PlannedOrder {
  const lateMs = Math.max(0, endedAt - plan.acceptedAt);
  const reports = plan.reports.map((one) =>
    one.at >= plan.acceptedAt ? { ...one, at: inBank(later(one.at, lateMs)) } : one,
  );
  return { ...plan, reports, acceptedAt: endedAt };
}
