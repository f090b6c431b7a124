import { EXPORTER, PAYEE } from "@/domain/services/examples";
import type { APIRequestContext } from "@playwright/test";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { tells } from "../journey/tells";
import { amountsInMarket } from "../support/amounts-in-market";
import { callAs } from "../support/call-as";
import { dayIn, instantIn } from "../support/days-ahead";
import { demoFacts } from "../support/demo-facts";
import { stored } from "../support/stored";
import { HANDLES } from "./cast";

/** Who provides which of the four services. */
export const PROVIDERS = {
  logistics: "carrier",
  payment: "agent",
  customs: "broker",
  inspection: "inspector",
} as const satisfies Record<Service, keyof typeof HANDLES>;

type Provider = (typeof PROVIDERS)[Service];

/** What is different in the two languages: the words that are typed, and how far ahead the goods leave, so that two runs never close one border for each other. */
const RUNS = {
  en: {
    title: "Heat pumps for a hospital",
    pickUpIn: 3,
    driver: { name: "Azamat", document: "N 4471823", language: "zh-CN" },
    plates: ["481 KZA 05", "482 KZA 05"],
    declaration: `5301${new Date().getFullYear()}0000481207`,
    reference: "97ed4827-7b6f-4491-a061-c7d1a2f0e481",
    container: "10",
    defect: "Fan does not turn",
    again: "The factory has changed the fans",
    reason: "Snow on the pass road",
    moved: "The border is closed in our window",
  },
  "zh-CN": {
    title: "医院用热泵机组",
    pickUpIn: 16,
    driver: { name: "叶尔兰", document: "N 5582934", language: "en" },
    plates: ["591 KZB 05", "592 KZB 05"],
    declaration: `5301${new Date().getFullYear()}0000591308`,
    reference: "97ed4827-7b6f-4491-a062-c7d1a2f0e592",
    container: "10",
    defect: "风机不转",
    again: "工厂已更换风机",
    reason: "山口道路积雪",
    moved: "我们的时段里口岸关闭",
  },
} as const;

export type Order = { readonly id: string; readonly reference: string; readonly amounts: readonly string[] };

/** A deal of four services through Horgos to Almaty, awarded to four companies. */
export type Haul = {
  readonly dealId: string;
  readonly reference: string;
  readonly orders: Readonly<Record<Service, Order>>;
  readonly names: Readonly<Record<Provider | "buyer", string>>;
  readonly run: (typeof RUNS)[keyof typeof RUNS];
};

/** What is asked for, and at which prices it is offered, each `addedMinor` above its first one. */
function offersAt(pickUpIn: number, addedMinor: number) {
  const yuan = (code: string, basis: string, minor: number) => ({
    ...{ code, basis },
    unitPrice: { minor: minor + addedMinor, currency: "CNY" as const },
  });
  return {
    logistics: {
      spec: { equipment: "tilt_136", equipmentCount: 1, pickupFrom: dayIn(pickUpIn), pickupTo: dayIn(pickUpIn + 1) },
      charges: [yuan("OFT", "truck", 1_861_703), yuan("WTG", "truck_day_after_free", 1_913_071)],
      terms: { freeTimeBorderHours: 24, closuresExcluded: true, slot: { system: "cargoruqsat", bookedBy: "provider" } },
    },
    payment: {
      spec: {
        ...{ need: "supplier_payment", payerCurrency: "USD", payeeCurrency: "CNY", ...PAYEE },
        amount: { minor: 8_437_100, currency: "USD" },
      },
      charges: [yuan("PAY", "payout", 2_170_931)],
      terms: { channel: "correspondent", lockMinutes: 60, midRate: "7.12", returnCostBorneBy: "payer" },
    },
    customs: {
      spec: { side: "export", supervisionMode: "0110", ...EXPORTER },
      charges: [yuan("EXD", "declaration", 3_290_731)],
      terms: {},
    },
    inspection: {
      spec: {
        ...{ type: "pre_shipment", factoryAddress: "88 Chouzhou Road, Yiwu", date: dayIn(2) },
        ...{ standard: "iso-2859-1", level: "S-2", aql: { critical: 0, major: 2.5, minor: 4 }, lotSize: 40 },
      },
      charges: [
        yuan("MND", "man_day", 1_483_093),
        yuan("RPT", "report", 4_070_317),
        yuan("MND", "reinspection", 1_379_033),
      ],
      terms: {},
    },
  } as const;
}

const decimal = (minor: number | bigint): string =>
  `${BigInt(minor) / 100n}.${String(BigInt(minor) % 100n).padStart(2, "0")}`;

const STEP_MINOR = 10_103;
const STEPS = 100;

/** The first offers of whose prices the market at hand has none, so that a price that is found was told by one of these orders. */
function offersFor(pickUpIn: number, inMarket: string) {
  for (let step = 0; step < STEPS; step++) {
    const offers = offersAt(pickUpIn, step * STEP_MINOR);
    const prices = SERVICES.flatMap((service) =>
      offers[service].charges.map(({ unitPrice }) => decimal(unitPrice.minor)),
    );
    if (tells(inMarket, prices).length === 0) return offers;
  }
  throw new Error("The market has one of the prices whichever is chosen");
}

/** Posts, bids and awards by calls: what comes after is played on screens. */
export async function awardHaul(request: APIRequestContext, locale: string): Promise<Haul> {
  const run = RUNS[locale as keyof typeof RUNS];
  const buyer = callAs(request, HANDLES.buyer);
  const dealId = await buyer("/deals", {
    ...DEAL_BODY,
    title: run.title,
    hubId: "horgos",
    readyDate: dayIn(run.pickUpIn),
  });
  const inMarket = amountsInMarket();
  const offers = offersFor(run.pickUpIn, inMarket);
  const bidding = { ...REQUEST_BODY.bidding, closesAt: instantIn(0.2), decideBy: instantIn(1) };
  const bids = await Promise.all(
    SERVICES.map(async (service) => {
      const { spec, ...offer } = offers[service];
      const id = await buyer("/requests", { ...REQUEST_BODY, dealId, service, spec, bidding });
      const bid = callAs(request, HANDLES[PROVIDERS[service]]);
      const bidId = await bid(`/requests/${id}/bids`, { ...BID_BODY, ...offer, validUntil: instantIn(30) });
      await buyer(`/requests/${id}/close`, {});
      return { bidId };
    }),
  );
  await buyer(`/deals/${dealId}/award`, { bids });
  const [deal] = stored("SELECT reference FROM deals WHERE id = ?", dealId);
  const rows = stored("SELECT id, service, reference, contract_minor AS price FROM orders WHERE deal_id = ?", dealId);
  const orders = Object.fromEntries(
    rows.map(({ id, service, reference, price }) => {
      const units = offers[service as Service].charges.map(({ unitPrice }) => decimal(unitPrice.minor));
      return [service, { id, reference, amounts: [...new Set([...units, decimal(BigInt(price as number))])] }];
    }),
  ) as unknown as Haul["orders"];
  const sums = Object.values(orders).flatMap(({ amounts }) => amounts);
  const known = tells(inMarket, sums);
  if (known.length > 0) throw new Error(`The market has had ${known.join(", ")} before`);
  const named = (part: keyof typeof HANDLES) => [part, demoFacts(HANDLES[part], locale).shown];
  const names = Object.fromEntries([...Object.values(PROVIDERS), "buyer" as const].map(named)) as Haul["names"];
  return { dealId, reference: String(deal?.reference), orders, names, run };
}
