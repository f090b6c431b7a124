import { dayOf, HOUR_MS, type Instant, later, type LocalDate, toIso } from "../../../domain/shared/time";
import { startOfDay } from "../../../domain/shared/zones";
import { submitBid } from "@/server/bidding/submit-bid";
import { createDeal } from "@/server/deals/create-deal";
import { closeDueRequest } from "@/server/requests/close-request";
import { createRequest } from "@/server/requests/create-request";
import { backToMidday, deskTime, onBankDay, type BankTime, firstLockOf } from "../../plan/calendar";
import { isFactoryDay } from "../../plan/factory-days";
import type { DemoOrganisation, DemoService } from "../../plan/market-data";
import { planDeal, type PlannedDeal, type PlannedRequest } from "../../plan/plan-deal";
import type { ReferenceData } from "../../plan/plan-movement";
import { choosePartner } from "../../plan/parties/plan-parties";
import { type Random, uuidFrom } from "../../plan/random";
import type { DemoParties } from "../cast";
import { offerOn, pricedOn } from "../offer-on";
import { type Stage, SYSTEM } from "../stage";
import { type Lane, movementOf, type WareName } from "./goods";

type Wire = Record<string, unknown>;

/** What of a line of goods there is more of where there are more of them. */
const COUNTED = ["packages", "grossWeightGrams", "netWeightGrams", "volumeCm3"];

const DAY_HOURS = 24;
/** So many days a story may move for a weekend or a holiday of the factories. */
const REST_DAYS = [0, 1, 2, 3] as const;

/** When things happen, in hours from the demo's present: what is past is negative. */
export type Hours = { readonly posted: number; readonly closes: number; readonly decides: number };

export type Posting = Hours & {
  readonly ware: WareName;
  readonly lane: Lane;
  /** What is asked for, with the terms of its bidding beside its times. */
  readonly asks: Readonly<Partial<Record<DemoService, Wire>>>;
  /** What is asked for of a service where chance must not decide it. */
  readonly specs?: Readonly<Partial<Record<DemoService, Wire | ((deal: PlannedDeal) => Wire)>>>;
  readonly buyer?: DemoOrganisation;
  /** How many trucks or wagons the goods fill; one where left out. */
  readonly loads?: number;
  /** When the goods are ready, in hours from the demo's present, where chance must not decide it. */
  readonly ready?: number;
};

export type Asked = Hours & {
  readonly dealId: string;
  readonly requestId: string;
  readonly buyer: DemoOrganisation;
  readonly deal: PlannedDeal;
  readonly planned: PlannedRequest;
  readonly priced: ReturnType<typeof pricedOn>;
};

export type Bid = { readonly bidId: string; readonly offer: Wire };

type Setting = {
  readonly stage: Stage;
  readonly random: Random;
  readonly referenceData: ReferenceData;
  readonly parties: DemoParties;
  readonly now: Instant;
  /** Milliseconds by which the past is moved back. */
  readonly back?: number;
  /** Where banks are at work: how their days bound it. */
  readonly banks?: BankTime;
};

type Cargo = Wire & { readonly value: { readonly minor: number } };

/** A deal of so many times the goods, each line of them. */
function timesAsMuch({ cargo, goodsValue, ...deal }: Wire, times: number): Wire {
  const much = (of: { readonly minor: number }) => ({ ...of, minor: of.minor * times });
  const lines = (cargo as Cargo[]).map((line) => ({
    ...line,
    ...Object.fromEntries(COUNTED.map((field) => [field, Number(line[field]) * times])),
    value: much(line.value),
  }));
  return { ...deal, goodsValue: much(goodsValue as Cargo["value"]), cargo: lines };
}

/** The hands of the demo's scenes: each of their steps is a command of the product at an hour of its own, and none may be refused. */
export class Scenery {
  readonly stage: Stage;
  readonly parties: DemoParties;

  constructor(private readonly setting: Setting) {
    this.stage = setting.stage;
    this.parties = setting.parties;
  }

  /** So many hours from the demo's present, at a desk: the mapping keeps order, and stands at `deskTime`. */
  at(hours: number): Instant {
    const { banks } = this.setting;
    const at = this.atDesk(hours);
    return banks === undefined || hours >= 0 ? at : onBankDay(at, banks);
  }

  /** The same whether or not banks are at work then. */
  atDesk(hours: number): Instant {
    return deskTime(this.setting.now, hours, this.setting.back);
  }

  /** The same scenery on the days of China's banks, none of it before so many hours from the present. */
  atBanks(fromHours: number, restsMost?: number): Scenery {
    return new Scenery({ ...this.setting, banks: { from: this.at(fromHours), restsMost } });
  }

  /** When the first of two rates is locked, as `firstLockOf` finds it. */
  firstLock(of: Omit<Parameters<typeof firstLockOf>[0], "now">): number | null {
    return firstLockOf({ ...of, now: this.setting.now });
  }

  /** The reference of a payment, from the scenery's dice. */
  uetr(): string {
    return uuidFrom(this.setting.random);
  }

  get market(): ReferenceData["market"] {
    return this.setting.referenceData.market;
  }

  /** The day in China that lies so many hours from the present. */
  day(hours: number): LocalDate {
    return dayOf(this.at(hours));
  }

  /** That hour of the day in China on the day that lies so many hours from the present. */
  onDay(hours: number, hourOfDay: number): Instant {
    return later(startOfDay(this.day(hours)), hourOfDay * HOUR_MS);
  }

  /** How many hours before a day of the story China's factories last worked: none where they do then, or have rested for long. */
  restBefore(hours: number): number {
    const days = REST_DAYS.find((back) => isFactoryDay(this.day(hours - back * DAY_HOURS), "CN"));
    return (days ?? 0) * DAY_HOURS;
  }

  /** The same scenery in which so many hours from now it is midday in China: at most a day earlier, for what is over already. */
  atMidday(hours: number): Scenery {
    return new Scenery({ ...this.setting, back: backToMidday(this.setting.now, hours) });
  }

  by(providerId: string) {
    return this.parties.actorOf(this.parties.organisation(providerId));
  }

  organisationId(providerId: string): string {
    return this.by(providerId).organisationId ?? "";
  }

  /** Posts a deal with a request for each service that is asked for, in their order. */
  async post({
    ware,
    lane,
    asks,
    specs = {},
    buyer = this.parties.buyer,
    loads = 1,
    ready,
    ...hours
  }: Posting): Promise<Asked[]> {
    const { random, referenceData } = this.setting;
    const at = this.at(hours.posted);
    const movement = movementOf(referenceData, { ware, lane, at });
    const partner = choosePartner(random, referenceData, movement, buyer);
    const services = Object.keys(asks) as DemoService[];
    const { customs } = specs;
    const side = typeof customs === "function" ? undefined : (customs?.side as string | undefined);
    const times = { decideBy: this.at(hours.decides), readyDate: ready === undefined ? undefined : this.day(ready) };
    const one = planDeal(random, referenceData, movement, {
      at,
      buyer,
      partner,
      services,
      currency: "USD",
      side,
      ...times,
    });
    const { freight, beyond, insurance } = one.byBorder;
    const byBorder = {
      ...one.byBorder,
      ...{ freight: freight * loads, beyond: beyond * loads, insurance: insurance * loads },
    };
    const deal = { ...one, byBorder, deal: timesAsMuch(one.deal, loads) };
    const created = await this.stage.must(at, this.parties.actorOf(buyer), createDeal, deal.deal);
    const asked: Asked[] = [];
    for (const request of deal.requests) {
      const count = request.service === "logistics" ? { equipmentCount: loads } : {};
      const said = specs[request.service];
      const spec = { ...request.spec, ...count, ...(typeof said === "function" ? said(deal) : said) };
      const planned = { ...request, spec, closesAt: this.at(hours.closes), decideBy: this.at(hours.decides) };
      const { id: requestId } = await this.stage.must(at, this.parties.actorOf(buyer), createRequest, {
        dealId: created.id,
        service: planned.service,
        spec: planned.spec,
        bidding: {
          mode: "sealed",
          closesAt: toIso(planned.closesAt),
          decideBy: toIso(planned.decideBy),
          currency: planned.currency,
          ...asks[planned.service],
        },
        publish: true,
      });
      const priced = pricedOn(referenceData, deal, planned);
      asked.push({ ...hours, dealId: created.id, requestId, buyer, deal, planned, priced });
    }
    return asked;
  }

  /** A provider's bid at its own prices; `beside` says what it says beyond them. */
  async bid(
    { requestId, ...asked }: Asked,
    providerId: string,
    hours: number,
    beside: (offer: Wire) => Wire = () => ({}),
  ): Promise<Bid> {
    const { random, referenceData } = this.setting;
    const at = this.at(hours);
    const provider = this.parties.organisation(providerId);
    // The buyer of the stories has paid through its agents for long.
    const planned = offerOn(random, referenceData, { ...asked, provider, at, isCheckCharged: false });
    if (!planned) throw new Error(`${providerId} has no price for ${asked.planned.service}`);
    const offer = { ...planned, ...beside(planned) };
    const { id: bidId } = await this.stage.must(at, this.by(providerId), submitBid, { requestId, ...offer });
    return { bidId, offer };
  }

  /** The clock closes it, which opens it where one person's word is not waited for. */
  async close({ requestId, closes }: Asked): Promise<void> {
    await this.stage.must(later(this.at(closes), 1000), SYSTEM, closeDueRequest, { requestId });
  }
}
