import "server-only";
import { and, eq, gt, gte, inArray, isNotNull, lt, ne } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import { bids, bidVersions, requests } from "@/db/schema/requests";
import {
  alikeBy,
  type OpenedBid,
  type PriceDistance,
  type PricedOrder,
  priceDistance,
  priceLevels,
} from "@/domain/about/price-distance";
import { FIGURE_MS } from "@/domain/about/service-figures";
import { rankedPrice } from "@/domain/bidding/bid";
import { addMonths, firstDayOf } from "@/domain/hubs/traffic";
import { BASE_CURRENCY, convert, type ExchangeRate } from "@/domain/shared/exchange-rate";
import { DAY_MS, dayOf, type Instant, instant, type LocalDate, type Month, monthOf } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { keptByQuestion, keptFor } from "../platform/process/kept-for";

const MONTHS = 12;
/** Bids of which a price is told: they stood when the request was opened. */
const STOOD = ["submitted", "won", "lost", "expired"] as const;

const firstOf = (month: Month): Instant => startOfDay(firstDayOf(month));

/** The whole months that are compared, the first first: the one that runs is not, so that no bid can be read from a change. */
function monthsBefore(now: Instant): readonly Month[] {
  const running = monthOf(dayOf(now));
  return Array.from({ length: MONTHS }, (_, at) => addMonths(running, at - MONTHS));
}

/** The market's levels by service, corridor and month. */
async function readLevels(read: Reader, now: Instant): Promise<ReadonlyMap<string, number>> {
  const months = monthsBefore(now);
  const rows = await read
    .select({
      ...{ service: orders.service, hubId: orders.hubId, corridor: orders.corridor, mode: orders.mode },
      spec: requests.spec,
      providerOrganisationId: orders.providerOrganisationId,
      buyerOrganisationId: orders.buyerOrganisationId,
      ...{ contractedAt: orders.contractedAt, grossWeightGrams: orders.grossWeightGrams },
      ...{ contract: orders.contractCnyMinor, atCost: orders.passThroughCnyMinor },
    })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .where(and(gt(orders.contractedAt, firstOf(months[0] as Month) - FIGURE_MS), ne(orders.state, "cancelled")));
  return priceLevels(
    rows.map(
      ({ contract, atCost, contractedAt, mode, spec, ...row }): PricedOrder => ({
        alike: alikeBy({ service: row.service, mode, spec }),
        ...{ ...row, priceMinor: contract - atCost, contractedAt: instant(contractedAt), deliveredAt: null },
      }),
    ),
    months,
  );
}

const LEVELS_KEPT_MS = 3_600_000;

/** The same, up to an hour old: every order of one and a half years is read for it. */
const keptLevels = keptFor("price levels", LEVELS_KEPT_MS, readLevels);

/** The rates of days, each day read once. */
function ratesByDay(read: Reader): (day: LocalDate) => Promise<ExchangeRate[]> {
  const known = new Map<LocalDate, Promise<ExchangeRate[]>>();
  return (day) => {
    const rates = known.get(day) ?? ratesUpTo(read, day);
    known.set(day, rates);
    return rates;
  };
}

/** The bids of a provider that stood on requests which were opened in these months. A bid whose request is sealed has no content here and is of no month. */
async function openedBids(read: Reader, organisationId: string, months: readonly Month[]): Promise<OpenedBid[]> {
  const [first, last] = [months[0] as Month, months.at(-1) as Month];
  const rows = await read
    .select({
      ...{
        requestId: bids.requestId,
        service: requests.service,
        corridor: requests.corridor,
        mode: deals.mode,
        spec: requests.spec,
      },
      ...{ buyerOrganisationId: requests.buyerOrganisationId, grossWeightGrams: deals.grossWeightGrams },
      ...{ closedAt: requests.closedAt, content: bidVersions.content },
    })
    .from(bids)
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .innerJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .where(
      and(
        eq(bids.providerOrganisationId, organisationId),
        inArray(bids.state, [...STOOD]),
        isNotNull(requests.openedAt),
        gte(requests.closedAt, firstOf(first)),
        lt(requests.closedAt, firstOf(addMonths(last, 1))),
        isNotNull(bidVersions.content),
      ),
    );
  const ratesOf = ratesByDay(read);
  const opened: OpenedBid[] = [];
  for (const { closedAt, content, mode, spec, ...bid } of rows) {
    if (closedAt === null || content === null) continue;
    const day = dayOf(closedAt as Instant);
    const price = rankedPrice(content);
    const rates = price.currency === BASE_CURRENCY ? [] : await ratesOf(day);
    const inBase = convert(price, BASE_CURRENCY, rates, day);
    if (inBase.ok) {
      const alike = alikeBy({ service: bid.service, mode, spec });
      opened.push({ ...bid, alike, month: monthOf(day), priceMinor: inBase.value.amount.minor });
    }
  }
  return opened;
}

const DISTANCES_KEPT = { ms: DAY_MS / 4, max: 2_000 };

/** By how much a provider's opened bids lie above or below the market's prices, over the last twelve whole months; up to six hours old. */
const kept = keptByQuestion("price distance", DISTANCES_KEPT, async (read, organisationId: string, now) => {
  const bidsOf = await openedBids(read, organisationId, monthsBefore(now));
  return bidsOf.length === 0 ? null : priceDistance(bidsOf, await keptLevels(read, now));
});

/** The same; null where too few bids can be compared. */
export const priceDistanceOf = (read: Reader, organisationId: string, now: Instant): Promise<PriceDistance | null> =>
  kept(read, organisationId, now);
