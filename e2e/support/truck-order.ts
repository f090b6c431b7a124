import type { APIRequestContext } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { callAs } from "./call-as";
import { stored } from "./stored";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
const day = (days: number): string => inHours(days * DAY_HOURS).slice(0, 10);

const perUnit = (code: string, basis: string, minor: number) => ({
  code,
  basis,
  unitPrice: { minor, currency: "CNY" },
});

/** The order of a truck, or of so many, between the demo market's buyer and provider, from Yiwu through Horgos to Almaty, made by calls and booked. */
export async function truckOrder(request: APIRequestContext, title: string, trucks = 1): Promise<string> {
  const [buyer, provider] = [callAs(request, "buyer"), callAs(request, "provider")];
  const dealId = await buyer("/deals", { ...DEAL_BODY, title, hubId: "horgos", readyDate: day(20) });
  const requestId = await buyer("/requests", {
    ...{ ...REQUEST_BODY, dealId, service: "logistics" },
    spec: { equipment: "tilt_136", equipmentCount: trucks, pickupFrom: day(21), pickupTo: day(22) },
    bidding: { ...REQUEST_BODY.bidding, closesAt: inHours(5 * DAY_HOURS), decideBy: inHours(9 * DAY_HOURS) },
  });
  const bidId = await provider(`/requests/${requestId}/bids`, {
    ...{ ...BID_BODY, validUntil: inHours(30 * DAY_HOURS) },
    charges: [perUnit("OFT", "truck", 1_850_000), perUnit("WTG", "truck_day_after_free", 90_000)],
    terms: { freeTimeBorderHours: 24, closuresExcluded: true, slot: { system: "cargoruqsat", bookedBy: "provider" } },
  });
  await buyer(`/requests/${requestId}/close`, {});
  await buyer(`/requests/${requestId}/award`, { bids: [{ bidId }] });
  const [order] = stored("SELECT id FROM orders WHERE request_id = ?", requestId);
  const orderId = order?.id as string;
  await provider(`/orders/${orderId}/milestones`, { code: "booked", occurredAt: inHours(0) });
  return orderId;
}

/** A plate of these letters that no other lane has: a truck is in one slot at a time. */
export const plateIn = (lane: string, letters: string): string =>
  `${100 + ([...lane].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 900)} ${letters} 05`;

export const slotOf = (plate: string, hours = DAY_HOURS) => ({
  placeId: "KZHOR",
  windowFrom: inHours(hours),
  windowTo: inHours(hours + 2),
  tractorPlate: plate,
  drivers: [{ name: "Ivan Petrov", document: "N 1234567" }],
});
