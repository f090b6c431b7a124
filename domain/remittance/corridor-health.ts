import type { CHANNELS } from "../services/payment/choices";
import { DAY_MS, type Instant } from "../shared/time";
import type { Currency } from "../shared/money";
import type { PaymentSpec } from "../services/payment/spec";

export type Channel = (typeof CHANNELS)[number];

/** The days that a corridor's figures look back. */
export const HEALTH_DAYS = 180;
export const HEALTH_MS = HEALTH_DAYS * DAY_MS;

/** A corridor is shown from so many orders of so many providers on: fewer would tell how one of them does. */
export const ORDERS_MIN = 5;
export const PROVIDERS_MIN = 3;

/** One sending as it counts. */
export type Sending = {
  readonly orderId: string;
  readonly providerOrganisationId: string;
  readonly payerCountry: string;
  readonly payeeCountry: string;
  readonly currency: Currency;
  /** Null where the bid names none. */
  readonly channel: Channel | null;
  readonly sentAt: Instant;
  readonly receivedAt: Instant | null;
  readonly isReturned: boolean;
  readonly wasFrozen: boolean;
};

export type CorridorHealth = Pick<Sending, "payerCountry" | "payeeCountry" | "currency" | "channel"> & {
  readonly orders: number;
  readonly sendings: number;
  readonly returned: number;
  /** Of all sendings; basis points, rounded half up. */
  readonly returnRateBps: number;
  readonly received: number;
  /** From sent to received; the mean of the middle two where there are two, whole milliseconds. Null while none was received. */
  readonly medianSettleMs: number | null;
  /** Nine of ten were received within it: the least of the times that does. */
  readonly p90SettleMs: number | null;
  readonly frozen: number;
};

/** What may be shown, by corridor, and how many corridors have too little behind them, with how many sendings together. */
export type ShownHealth = {
  readonly corridors: readonly CorridorHealth[];
  readonly suppressed: number;
  readonly suppressedSendings: number;
};

/** What is known of the corridor that a payment request asks for, by channel; where too little is, none. */
export type OwnCorridor = Pick<Sending, "payerCountry" | "payeeCountry" | "currency"> & {
  readonly channels: readonly CorridorHealth[];
};

const WHOLE_BPS = 10_000;
const NINE_OF_TEN = 0.9;

const keyOf = ({ payerCountry, payeeCountry, currency, channel }: Sending): string =>
  [payerCountry, payeeCountry, currency, channel ?? ""].join(" ");

const median = (sorted: readonly number[]): number | null => {
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper;
  return Math.floor((lower + upper) / 2);
};

const nineOfTen = (sorted: readonly number[]): number | null =>
  sorted[Math.ceil(sorted.length * NINE_OF_TEN) - 1] ?? null;

function healthOf(of: readonly [Sending, ...Sending[]]): CorridorHealth {
  const [{ payerCountry, payeeCountry, currency, channel }] = of;
  const settled = of.flatMap(({ sentAt, receivedAt }) => (receivedAt === null ? [] : [receivedAt - sentAt]));
  const sorted = settled.sort((a, b) => a - b);
  const returned = of.filter(({ isReturned }) => isReturned).length;
  return {
    ...{ payerCountry, payeeCountry, currency, channel },
    orders: new Set(of.map(({ orderId }) => orderId)).size,
    sendings: of.length,
    returned,
    returnRateBps: Math.round((returned * WHOLE_BPS) / of.length),
    received: sorted.length,
    medianSettleMs: median(sorted),
    p90SettleMs: nineOfTen(sorted),
    frozen: of.filter(({ wasFrozen }) => wasFrozen).length,
  };
}

const isEnough = (of: readonly Sending[]): boolean =>
  new Set(of.map(({ orderId }) => orderId)).size >= ORDERS_MIN &&
  new Set(of.map(({ providerOrganisationId }) => providerOrganisationId)).size >= PROVIDERS_MIN;

/**
 * How money fares on each corridor, from the market's own sendings of the last 180 days: payer's to payee's country, currency and channel. A
 * corridor with fewer than five orders or fewer than three providers is not shown, only counted, whatever its countries have by others. The one with the most sendings comes first.
 */
export function corridorHealth(sendings: readonly Sending[]): ShownHealth {
  const groups = new Map<string, [Sending, ...Sending[]]>();
  for (const sending of sendings) {
    const group = groups.get(keyOf(sending));
    if (group) group.push(sending);
    else groups.set(keyOf(sending), [sending]);
  }
  const shown = [...groups].filter(([, group]) => isEnough(group)).sort(([a], [b]) => (a < b ? -1 : 1));
  const corridors = shown.map(([, group]) => healthOf(group)).sort((a, b) => b.sendings - a.sendings);
  return {
    corridors,
    suppressed: groups.size - shown.length,
    suppressedSendings: sendings.length - corridors.reduce((sum, one) => sum + one.sendings, 0),
  };
}

/** From which country to which money goes; where the request does not say, against the goods: who gets them pays. */
export const paymentCountries = (
  { payerCountry, payeeCountry }: Pick<PaymentSpec, "payerCountry" | "payeeCountry">,
  goods: { readonly origin: string; readonly destination: string },
): { readonly payerCountry: string; readonly payeeCountry: string } => ({
  payerCountry: payerCountry ?? goods.destination,
  payeeCountry: payeeCountry ?? goods.origin,
});
