import { eq } from "drizzle-orm";
import type { Database } from "../db/database";
import { findOrder } from "../db/repositories/orders";
import { slotsOfOrder } from "../db/repositories/slots";
import { bidVersions, requests } from "../db/schema/requests";
import { deals } from "../db/schema/deals";
import { outbox } from "../db/schema/notices";
import type { Gate } from "../domain/orders/chain/gate";
import type { LogisticsTerms } from "../domain/services/logistics/terms";
import { DAY_MS, HOUR_MS, later, toIso } from "../domain/shared/time";
import type { Command } from "../server/platform/command";
import type { Refusal } from "../domain/shared/result";
import { layChain } from "./settled-chains";
import { reportMilestone } from "../server/orders/report-milestone";
import { requestSlot } from "../server/orders/slots/book-slot";
import { execute } from "../server/platform/execute";
import { actorOf, EARLY, orderMarket, START } from "./order-market";
import { must } from "./must";

type Who = Parameters<typeof actorOf>[0];

export const SLOT_TERMS: LogisticsTerms = {
  freeTimeBorderHours: 48,
  freeTimeDestinationHours: 24,
  slot: { system: "cargoruqsat", bookedBy: "provider" },
};

const line = (code: string, basis: string, unitPriceMinor: string) => ({
  ...{
    code,
    basis,
    unitPriceMinor,
    rateBps: null,
    quantityMilli: null,
    amountMinor: null,
    isPassThrough: false,
    note: "",
  },
});

/** What a day of a waiting truck costs, at the border and where it unloads. */
export const WAITING_LINES = [line("WTG", "truck_day_after_free", "80000"), line("DMR", "day_after_free", "20000")];

/** A day's window from tomorrow noon on, as a form of the API writes it. */
export const WINDOW = { windowFrom: toIso(later(START, DAY_MS)), windowTo: toIso(later(START, DAY_MS + 2 * HOUR_MS)) };

export const BOOKING = {
  placeId: "KZHOR",
  ...WINDOW,
  tractorPlate: "123 abc 05",
  trailerPlate: "77 RR 05",
  drivers: [{ name: "Ivan Petrov", document: "N 1234567" }],
};

/** What gates a truck's slot and its dispatch, where customs is asked for too. */
export const GATES: readonly Gate[] = [
  {
    need: { kind: "step", step: { service: "customs", code: "documents_complete" } },
    holds: { service: "logistics", code: "slot_reserved" },
  },
  { need: { kind: "slot" }, holds: { service: "logistics", code: "picked_up" } },
];

const TRUCK_SPEC = {
  equipment: "tilt_136",
  equipmentCount: 1,
  pickupFrom: "2026-12-10",
  pickupTo: "2026-12-12",
} as const;

/** Gives an order of carriage that has no bid behind it the contract of one truck that books its slots here. */
export async function contractTruck(
  database: Database,
  orderId: string,
  { lines = [], terms = SLOT_TERMS }: Pick<Made, "lines" | "terms"> = {},
): Promise<void> {
  const content = { lines, transitDays: { min: 5, max: 9 }, currency: "CNY", exclusions: [], terms };
  await database.write(async (tx) => {
    await tx.insert(bidVersions).values({
      ...{ bidId: `b-${orderId}`, version: 1, submittedAt: START, receipt: "" },
      content: content as unknown as typeof bidVersions.$inferInsert.content,
    });
    await tx
      .update(requests)
      .set({ spec: TRUCK_SPEC })
      .where(eq(requests.id, `r-${orderId}`));
  });
}

type Made = {
  readonly terms?: LogisticsTerms;
  readonly trucks?: number;
  readonly gates?: readonly Gate[];
  readonly isBooked?: boolean;
  readonly lines?: readonly object[];
  readonly alternatives?: readonly object[];
  readonly hubId?: string;
};

/** A truck's order from Yiwu to Almaty through Horgos, with the terms of its bid; scheduled, unless the test says not to. */
export async function slotMarket({
  terms = SLOT_TERMS,
  trucks = 1,
  gates = [],
  isBooked = true,
  lines,
  alternatives = [],
  hubId = "horgos",
}: Made = {}) {
  const market = await orderMarket({ services: ["logistics", "customs"], hubId });
  const { database, on, orders } = market;
  const orderId = orders.logistics as string;
  const order = await findOrder(database.read, orderId);
  if (!order) throw new Error("the order is there");
  const content = {
    lines: lines ?? WAITING_LINES,
    alternatives,
    transitDays: { min: 5, max: 9 },
    currency: "CNY",
    exclusions: [],
    terms,
  } as unknown as typeof bidVersions.$inferInsert.content;
  const way = {
    hubId,
    mode: "road",
    legs: [],
    distanceKm: 0,
    days: { min: 1, max: 2 },
    borderWait: null,
    isEstimate: false,
  } as const;
  const spec = { ...TRUCK_SPEC, equipmentCount: trucks };
  await database.write(async (tx) => {
    await tx.insert(bidVersions).values({ bidId: order.bidId, version: 1, submittedAt: START, receipt: "", content });
    await tx.update(deals).set({ way }).where(eq(deals.id, order.dealId));
    await tx.update(requests).set({ spec }).where(eq(requests.id, order.requestId));
    if (gates.length > 0) await layChain(tx, order.dealId, { gates, at: START });
  });
  const run = <Input, Output, R extends Refusal>(command: Command<Input, Output, R>, who: Who, input: object) =>
    execute(command, { actor: actorOf(who), input: { orderId, ...input } }, on);
  const step = (code: string, more: object = {}) =>
    must(on, reportMilestone, {
      actor: actorOf("timur"),
      input: { orderId, code, occurredAt: toIso(market.now()), ...EARLY, ...more },
    });
  if (isBooked) await step("booked");
  return {
    ...market,
    orderId,
    customsId: orders.customs as string,
    dealId: order.dealId,
    run,
    step,
    order: async () => {
      const found = await findOrder(database.read, orderId);
      if (!found) throw new Error("the order is there");
      return found;
    },
    slots: () => slotsOfOrder(database.read, orderId),
    slot: async (number = 1) => {
      const found = (await slotsOfOrder(database.read, orderId))[number - 1];
      if (!found) throw new Error(`no slot ${number}`);
      return found;
    },
    request: async (more: object = {}, who: Who = "timur") =>
      must(on, requestSlot, { actor: actorOf(who), input: { orderId, ...BOOKING, ...more } }),
    types: async () => (await database.read.select().from(outbox)).map(({ event }) => event.type),
  };
}

export type SlotMarket = Awaited<ReturnType<typeof slotMarket>>;
