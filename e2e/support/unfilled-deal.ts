import { EXPORTER, PAYEE } from "@/domain/services/examples";
import { FUNDS_STEP } from "@/domain/services/payment/funds";
import type { APIRequestContext } from "@playwright/test";
import type { Service } from "@/domain/shared/vocabulary";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { RIVAL } from "../journey/cast";
import { callAs } from "./call-as";
import { dayIn, instantIn } from "./days-ahead";
import { payerOf } from "./paid-funds";
import { stepsOf, stored } from "./stored";

/** Who provides what of the deal; its customs nobody does. */
export const PROVIDED = { logistics: "provider", payment: RIVAL, inspection: "inspector" } as const;
export type Provided = keyof typeof PROVIDED;

export type UnfilledDeal = {
  readonly dealId: string;
  readonly title: string;
  readonly orders: Readonly<Record<Provided, string>>;
  readonly customs: { readonly id: string; readonly reference: string };
};

const yuan = (code: string, basis: string, minor: number) => ({
  ...{ code, basis },
  unitPrice: { minor, currency: "CNY" },
});

const ASKED = {
  logistics: {
    spec: { equipment: "tilt_136", pickupFrom: dayIn(21), pickupTo: dayIn(22) },
    charges: [yuan("OFT", "truck", 1_764_311)],
  },
  payment: {
    spec: {
      ...{ need: "supplier_payment", payerCurrency: "CNY", payeeCurrency: "CNY", ...PAYEE },
      amount: { minor: 8_437_100, currency: "CNY" },
    },
    charges: [yuan("PAY", "payout", 1_970_331)],
  },
  customs: { spec: { side: "export", supervisionMode: "0110", ...EXPORTER }, charges: [] },
  inspection: {
    spec: {
      ...{ type: "pre_shipment", factoryAddress: "88 Chouzhou Road, Yiwu", date: dayIn(2) },
      ...{ standard: "iso-2859-1", level: "S-2", aql: { critical: 0, major: 2.5, minor: 4 }, lotSize: 40 },
    },
    charges: [yuan("MND", "man_day", 1_383_093), yuan("RPT", "report", 4_170_317)],
  },
} as const satisfies Record<Service, { readonly spec: object; readonly charges: readonly object[] }>;

/** A deal of four services through Horgos, made by calls: three are awarded, and for customs nobody bids until its close. */
export async function unfilledDeal(request: APIRequestContext, title: string): Promise<UnfilledDeal> {
  const buyer = callAs(request, "buyer");
  const dealId = await buyer("/deals", { ...DEAL_BODY, title, hubId: "horgos", readyDate: dayIn(20) });
  const bidding = { ...REQUEST_BODY.bidding, closesAt: instantIn(4), decideBy: instantIn(9), mayCloseEarly: true };
  const ask = async (service: Service) => {
    const id = await buyer("/requests", { dealId, service, spec: ASKED[service].spec, bidding, publish: true });
    return id;
  };
  const bids: { readonly bidId: string }[] = [];
  for (const service of Object.keys(PROVIDED) as Provided[]) {
    const id = await ask(service);
    const offer = { ...BID_BODY, charges: ASKED[service].charges, terms: {}, validUntil: instantIn(30) };
    const bidId = await callAs(request, PROVIDED[service])(`/requests/${id}/bids`, offer);
    bids.push({ bidId });
    await buyer(`/requests/${id}/close`, {});
  }
  const customsId = await ask("customs");
  await buyer(`/requests/${customsId}/close`, {});
  await buyer(`/deals/${dealId}/award`, { bids });
  const rows = stored("SELECT id, service FROM orders WHERE deal_id = ?", dealId);
  const orders = Object.fromEntries(rows.map(({ id, service }) => [service, id])) as UnfilledDeal["orders"];
  const [asked] = stored("SELECT reference FROM requests WHERE id = ?", customsId);
  return { dealId, title, orders, customs: { id: customsId, reference: String(asked?.reference) } };
}

/** All that the deal's payment asks for, from the buyer's own account. */
const paidFunds = (orderId: string) => ({
  ...{ amount: ASKED.payment.spec.amount, valueDate: dayIn(0) },
  remitter: payerOf(orderId),
});

/** Reports steps of an order one after the other, as its provider's programs do. */
export async function reportAll(
  request: APIRequestContext,
  { orders }: UnfilledDeal,
  of: { readonly service: Provided; readonly codes: readonly string[] },
): Promise<void> {
  const call = callAs(request, PROVIDED[of.service]);
  const steps = stepsOf(orders[of.service]);
  for (const code of of.codes.filter((one) => steps.includes(one))) {
    const step = {
      code,
      occurredAt: new Date().toISOString(),
      earlyReason: "Played in a minute",
      papersReason: "On paper",
      ...(code === FUNDS_STEP ? { funds: paidFunds(orders.payment) } : {}),
    };
    await call(`/orders/${orders[of.service]}/milestones`, step);
  }
}
