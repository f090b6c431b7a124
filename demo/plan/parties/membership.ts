import { DAY_MS, type Instant, instant, later } from "../../../domain/shared/time";
import { inBank } from "../calendar";
import type { DemoOrganisation, MarketData } from "../market-data";
import { randomFrom } from "../random";

/** Days before the market's present on which its zone opened to companies, and since when all but its newcomers have been there. */
export const ZONE_OPENED_DAYS = 1_040;
export const SETTLED_DAYS = 411;
/** More came in the first months than later: above 1 leans to the opening. An estimate. */
const LEAN = 1.6;

/** Dice of each company's own: its number. */
const diceOf = (id: string) => randomFrom(Number(id.replaceAll(/\D/g, "")) * 7_919 + id.length);

/** When a company registered in the market: newcomers so many days ago, all others before the year that is played; always on a working day. */
export function joinedAt({ id, joinedDaysAgo }: DemoOrganisation, now: Instant): Instant {
  const random = diceOf(id);
  const span = ZONE_OPENED_DAYS - SETTLED_DAYS - 1;
  const days = joinedDaysAgo ?? ZONE_OPENED_DAYS - 1 - span * random() ** LEAN;
  return inBank(later(now, -(days + random() / 3) * DAY_MS));
}

/** The market's companies, each with the day on which it registered. */
export const withMembers = (market: MarketData, now: Instant): MarketData => ({
  ...market,
  organisations: market.organisations.map((one) => ({ ...one, joinedAt: joinedAt(one, now) })),
});

/** Whether a company was registered by then: before that it neither posts nor bids. */
export const isMember = ({ joinedAt: joined }: Pick<DemoOrganisation, "joinedAt">, at: Instant): boolean =>
  joined === undefined || joined <= at;

/** When the market's zone opened, ahead of all its companies; `at` where no company has a day of its own. */
export const openedAt = ({ organisations }: Pick<MarketData, "organisations">, at: Instant): Instant =>
  instant(Math.min(at, ...organisations.map((one) => one.joinedAt ?? at)) - DAY_MS);
