import type { Truck } from "../steps/slots";
import { ordersOfDeals } from "../../../db/repositories/orders";
import { awardBids } from "@/server/award/award-bids";
import type { DemoService } from "../../plan/market-data";
import type { SlotSystem } from "@/domain/orders/slots/systems";
import type { Posting, Scenery } from "./scenery";
import { OrderHand } from "../steps/order-steps";

const driver = (name: string, document: string, phone: string) => ({ name, document, phone });

/** Trucks of the demo's carrier, and Kazakhstan's that take over at Horgos what goes to Almaty. */
export const TRUCKS = {
  hanoi: {
    ...{ system: "cuakhauso", plate: "桂F·38215", trailer: "桂F·6127挂" },
    driver: driver("农伟明 Nong Weiming", "E81203347", "+86 138 7812 3460"),
  },
  langson: {
    ...{ system: "cn_port_booking", plate: "桂F·20977", trailer: "桂F·3388挂" },
    driver: driver("卢大成 Lu Dacheng", "E70441928", "+86 137 7081 2256"),
  },
  longgang: {
    ...{ system: "cuakhauso", plate: "桂F·41763", trailer: "桂F·7052挂" },
    driver: driver("黄光才 Huang Guangcai", "E93310582", "+86 135 1778 4096"),
  },
  pingxiang: {
    ...{ system: "cuakhauso", plate: "桂F·25590", trailer: "桂F·4436挂" },
    driver: driver("赵黎明 Zhao Liming", "E68827714", "+86 136 6789 0153"),
  },
  chongzuo: {
    ...{ system: "cuakhauso", plate: "桂F·50318", trailer: "桂F·8120挂" },
    driver: driver("凌永生 Ling Yongsheng", "EB2045937", "+86 139 7815 6627"),
  },
  ningming: {
    ...{ system: "cuakhauso", plate: "桂F·36684", trailer: "桂F·5907挂" },
    driver: driver("韦德福 Wei Defu", "E57712904", "+86 137 6812 9345"),
  },
  almaty: {
    ...{ system: "cargoruqsat", plate: "482ADK05", trailer: "57KMA05" },
    driver: driver("Асхат Жүнісов Askhat Zhunisov", "N13482206", "+7 701 448 2917"),
  },
  saryozek: {
    ...{ system: "cargoruqsat", plate: "305CMH05", trailer: "64TBK05" },
    driver: driver("Дәурен Қасымов Dauren Kasymov", "N13095578", "+7 701 812 4466"),
  },
  zharkent: {
    ...{ system: "cargoruqsat", plate: "719BEX05", trailer: "31RTB05" },
    driver: driver("Нұрлан Тілеубеков Nurlan Tileubekov", "N12907751", "+7 701 336 5082"),
  },
} as const satisfies Readonly<Record<string, Truck>>;

export const PLACES = {
  longgang: { north: "22/1 43/1 1704/100", east: "114/1 14/1 4884/100" },
  yiwu: { north: "29/1 18/1 2100/100", east: "120/1 4/1 3300/100" },
  horgos: { north: "44/1 12/1 3600/100", east: "80/1 24/1 0/1" },
} as const;

export const POSITIONS = {
  longgang: { latE6: 22_721_400, lonE6: 114_246_900, accuracyM: 12 },
  friendshipPass: { latE6: 21_974_300, lonE6: 106_714_200, accuracyM: 25 },
  pingxiangYard: { latE6: 21_998_600, lonE6: 106_742_300, accuracyM: 18 },
  yiwu: { latE6: 29_305_800, lonE6: 120_075_800, accuracyM: 14 },
  horgos: { latE6: 44_210_000, lonE6: 80_400_000, accuracyM: 30 },
} as const;

const HOURS_OPEN = 24;
const HOURS_TO_DECIDE = 48;

export type Contracting = Pick<Posting, "ware" | "lane" | "specs" | "loads" | "ready"> & {
  /** When the deal is posted, in hours from the demo's present; it is closed a day later and awarded some hours after that. */
  readonly posted: number;
  /** Who carries out each service that is asked for. */
  readonly by: Readonly<Partial<Record<DemoService, string>>>;
  /** The system in which the bid of carriage books its slots, where it is not the usual one of the way. */
  readonly slots?: SlotSystem;
};

export type Contract = {
  readonly dealId: string;
  readonly awarded: number;
  /** One of its orders, in the contract's own scenery or in one that is moved onto other days. */
  readonly order: (service: DemoService, on?: Scenery) => OrderHand;
  readonly scenery: Scenery;
  /** The days of carriage that the awarded bid promises at the most. */
  readonly transitDaysMax: number;
};

/** A deal of the demo's own buyer that is awarded as soon as it may be: one bid for each service, and an order for each. */
export async function contract(scenery: Scenery, { by, posted, slots, ...posting }: Contracting): Promise<Contract> {
  const { stage, parties } = scenery;
  const closes = posted + HOURS_OPEN;
  const services = Object.keys(by) as DemoService[];
  const asks = Object.fromEntries(services.map((service) => [service, {}]));
  const asked = await scenery.post({ ...posting, posted, closes, decides: closes + HOURS_TO_DECIDE, asks });
  const [first] = asked;
  if (!first) throw new Error("A contract is about a service at least");
  const bids: { bidId: string }[] = [];
  let transitDaysMax = 0;
  for (const [place, one] of asked.entries()) {
    const { bidId, offer } = await scenery.bid(one, by[one.planned.service] ?? "", posted + 6 + place, ({ terms }) =>
      slots && one.planned.service === "logistics"
        ? { terms: { ...(terms as object), slot: { system: slots, bookedBy: "provider" } } }
        : {},
    );
    bids.push({ bidId });
    if (one.planned.service === "logistics") transitDaysMax = (offer.transitDays as { max: number }).max;
  }
  for (const one of asked) await scenery.close(one);
  const awarded = closes + 3;
  const { dealId } = first;
  await stage.must(scenery.at(awarded), parties.actorOf(parties.buyer), awardBids, { dealId, bids });
  const rows = await ordersOfDeals(stage.database.read, [dealId]);
  return {
    dealId,
    awarded,
    transitDaysMax,
    scenery,
    order(service, on = scenery) {
      const row = rows.find((one) => one.service === service);
      if (!row) throw new Error(`The deal asks for no ${service}`);
      return new OrderHand(on, { id: row.id, service, providerId: by[service] ?? "", deal: first.deal });
    },
  };
}
