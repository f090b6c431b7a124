import { parseHsCode } from "../../domain/tariff/hs-code";
import { HOUR_MS, instant, toIso } from "../../domain/shared/instant";
import type { DemoOrganisation, DemoPrices, DemoService } from "./market-data";
import type { PlannedRequest } from "./plan-deal";
import type { Movement } from "./plan-movement";

type Wire = Record<string, unknown>;

type Promised = {
  readonly prices: DemoPrices;
  readonly movement: Pick<Movement, "corridor"> & { readonly cargo: Pick<Movement["cargo"], "hsCode"> };
  readonly request: Pick<PlannedRequest, "spec" | "decideBy">;
  readonly provider: Pick<DemoOrganisation, "country" | "priceLevel" | "speedLevel" | "licences">;
};

const HOURS_PER_DAY = 24;
/** A rate that is held is held a while longer than the decision takes. */
const HELD_HOURS = 12;

const licenceOf = ({ licences = [], country }: Promised["provider"], service: DemoService): Wire => {
  const licence = licences.find((one) => one.service === service);
  return licence
    ? { licenceNumber: licence.number, ...(service === "payment" ? { licenceCountry: country } : {}) }
    : {};
};

/** How a broker would classify the first line; of goods of which no more than the heading is known it says nothing. */
function opinionsOn({ hsCode }: Promised["movement"]["cargo"], { priceLevel = 1 }: Promised["provider"]): Wire {
  if (parseHsCode(hsCode) === null) return {};
  return { hsOpinions: { "1": { hsCode, confidence: priceLevel < 1 ? "medium" : "high" } } };
}

/** The market's figures of a clearance: those of its corridor, of each side that is asked for. */
const clearanceEntries = ({
  prices,
  movement,
  spec,
}: {
  prices: Promised["prices"];
  movement: Promised["movement"];
  spec: Wire;
}) =>
  prices.customs.filter(
    ({ corridor, side }) =>
      corridor === movement.corridor && (spec.side === "both" ? ["export", "import"] : [spec.side]).includes(side),
  );

/** In so many hours from complete papers a broker promises to file. */
export function hoursToFileOf(of: Omit<Promised, "request"> & { readonly spec: Wire }): number {
  const typical = clearanceEntries(of).map(({ hoursToFile }) =>
    Math.ceil(hoursToFile.typical / (of.provider.speedLevel ?? 1)),
  );
  return Math.max(1, ...typical);
}

/** What a broker says beside its prices: how soon it files, how long customs take, and how it would classify the first line. */
export function customsTerms({ prices, movement, request, provider }: Promised): Wire {
  const entries = clearanceEntries({ prices, movement, spec: request.spec });
  const speed = provider.speedLevel ?? 1;
  const longest = (hoursOf: (entry: (typeof entries)[number]) => number) =>
    Math.max(1, ...entries.map((entry) => Math.ceil(hoursOf(entry) / speed)));
  return {
    ...licenceOf(provider, "customs"),
    declarantRole: "representative",
    hoursToFile: hoursToFileOf({ prices, movement, provider, spec: request.spec }),
    hoursToRelease: longest(({ hoursToRelease }) => hoursToRelease.typical),
    // The customs keep no other hours for one broker's worst cases than for another's.
    hoursToReleaseP90: Math.max(...entries.map(({ hoursToRelease }) => hoursToRelease.max), 1),
    dutyPaidBy: "client_account",
    finesBorneBy: "who_caused_it",
    ...opinionsOn(movement.cargo, provider),
  };
}

/** What a payment agent says beside its prices: by which bank, how soon, and how long its rate is held. */
export function paymentTerms(
  { prices, movement, request, provider }: Promised,
  days: { readonly min: number; readonly max: number },
): Wire {
  const entry = prices.payment.find(({ corridor }) => corridor === movement.corridor);
  const isExchange = request.spec.payerCurrency !== request.spec.payeeCurrency;
  const isCheap = (provider.priceLevel ?? 1) < 1;
  return {
    ...licenceOf(provider, "payment"),
    // CIPS clears yuan and nothing else.
    channel: provider.country === "CN" && request.spec.payeeCurrency === "CNY" ? "cips" : "correspondent",
    fallbackChannel: "regional_bank",
    // Nine of ten are there within the days that it promises.
    hoursToPayout: Math.min(entry?.businessDaysToReceive.typical ?? days.min, days.max) * HOURS_PER_DAY,
    hoursToPayoutP90: days.max * HOURS_PER_DAY,
    ...(isExchange
      ? {
          lockMinutes: request.spec.lockMinutes,
          expiresAt: toIso(instant(request.decideBy + (isCheap ? 0 : HELD_HOURS) * HOUR_MS)),
        }
      : {}),
    returnCostBorneBy: isCheap ? "payer" : "provider",
    returnDays: isCheap ? 20 : 10,
    reportFrequency: "per_payment",
  };
}
