import type { Movement } from "./plan-movement";
import { parseHsCode } from "../../domain/tariff/hs-code";
import { liabilitiesFor } from "../../domain/services/logistics/terms";
import { HOUR_MS, instant, toIso } from "../../domain/shared/time";
import { type DemoOrganisation, type DemoPrices, type DemoService, type MarketData, writtenName } from "./market-data";
import type { PlannedRequest } from "./plan-deal";
import { digitsOf } from "./registered-numbers";
import { SUBCONTRACTOR_NAME_MAX } from "../../domain/bidding/bid-form-limits";
import type { LocalPart } from "../../domain/services/kind";

const SLOT_SYSTEM: Readonly<Record<string, string>> = { KZ: "cargoruqsat", VN: "cuakhauso", RU: "rosgranstroy" };

const HOURS_PER_DAY = 24;

/** Of the whole way by land, the part on the near side of the hub. */
const NEAR_SHARE = 0.6;

const PLACE_MAX = 60;

type PromisedCarriage = {
  readonly days: number;
  readonly hub: string;
  readonly destination: string;
  /** Whether the goods change trucks at the border, which has its price: else the same one goes all the way. */
  readonly isTransshipped: boolean;
};

/** Whoever promises days assumes a wait somewhat above the planned one, in half days, and a day at the least. An estimate. */
const ASSUMED_OF_PLANNED = 1.25;
const HALF_DAY_HOURS = 12;

const assumedWait = ({ waitHours }: Movement): number =>
  Math.max(24, Math.ceil((waitHours * ASSUMED_OF_PLANNED) / HALF_DAY_HOURS) * HALF_DAY_HOURS);

/** The days of a leg; one within the day that another ends on has none of its own. */
const daysOfLeg = (days: number) => (days > 0 ? { days } : {});

/** What a forwarder says beside its prices: a leg to the hub and one on, which with the wait add up to the most days it promises, and how the border is crossed. */
export function carriageTerms(movement: Movement, of: PromisedCarriage) {
  const [origin = "", destination = ""] = movement.corridor.split("-");
  const isOut = origin === "CN";
  const { fromId = "", toId = "" } = movement.crossing ?? {};
  const beyond = (isOut ? toId : fromId).slice(0, 2);
  const isRoad = movement.mode === "road";
  const isAcrossLand = isRoad || movement.mode === "rail";
  const borderWaitHours = isAcrossLand ? assumedWait(movement) : 0;
  const moving = of.days - Math.floor(borderWaitHours / HOURS_PER_DAY);
  const near = Math.round(moving * (isAcrossLand ? NEAR_SHARE : movement.nearShare));
  return {
    legs: [
      // What comes to China by sea or air is aboard up to its hub, what leaves it from there on.
      { place: of.hub.slice(0, PLACE_MAX), mode: isAcrossLand || !isOut ? movement.mode : "road", ...daysOfLeg(near) },
      {
        place: of.destination.slice(0, PLACE_MAX),
        mode: isAcrossLand || isOut ? movement.mode : "road",
        ...daysOfLeg(moving - near),
      },
    ],
    ...(isRoad ? { plates: { beforeBorder: origin, beyondBorder: of.isTransshipped ? destination : origin } } : {}),
    ...(isRoad ? { slot: { system: SLOT_SYSTEM[beyond] ?? "none", bookedBy: "provider" } } : {}),
    ...(isAcrossLand ? { borderWaitHours, freeTimeBorderHours: 24 } : {}),
    freeTimeDestinationHours: 24,
    tracking: isRoad ? "gps" : "milestones",
    liability: liabilitiesFor({ mode: movement.mode, originCountry: origin, destinationCountry: destination })[0],
  };
}

type Wire = Record<string, unknown>;

type Promised = {
  readonly prices: DemoPrices;
  readonly movement: Pick<Movement, "corridor"> & { readonly cargo: Pick<Movement["cargo"], "hsCode"> };
  readonly request: Pick<PlannedRequest, "spec" | "decideBy">;
  readonly provider: Pick<DemoOrganisation, "country" | "priceLevel" | "speedLevel" | "licences">;
};

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

/** Of ten importers so many pay the customs from an account of their own with them; the broker advances the others' duty and tax. An estimate. */
const OWN_ACCOUNTS_OF_TEN = 3;

/** Whether the importer of record pays duty and tax itself, whoever clears its goods: then they are on no broker's bill. */
export function paysCustomsItself(spec: Wire): boolean {
  const { taxId } = (spec.importerOfRecord ?? {}) as { readonly taxId?: string };
  return taxId !== undefined && Number(digitsOf(taxId, 1)) < OWN_ACCOUNTS_OF_TEN;
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
    ...(request.spec.side === "export" || request.spec.side === "transit"
      ? {}
      : { dutyPaidBy: paysCustomsItself(request.spec) ? "client_account" : "broker_advance" }),
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

type Named = { readonly name: string; readonly registrationNumber: string };

const named = (company: DemoOrganisation): Named => ({
  name: writtenName(company, SUBCONTRACTOR_NAME_MAX),
  registrationNumber: company.registration.number,
});

type Deal = { readonly market: MarketData; readonly corridor: string; readonly provider: DemoOrganisation };

/** The partner of a broker in a country: always the same one of that country's brokers on the deal's corridor, so that no dice are thrown for it. */
function partnerIn(country: string, { market, corridor, provider }: Deal): Named | undefined {
  const known = market.organisations.filter(
    (one) => one.country === country && one.id !== provider.id && (one.services ?? []).includes("customs"),
  );
  const near = known.filter(({ corridors }) => corridors.includes(corridor));
  const brokers = near.length > 0 ? near : known;
  const place = Number(/\d+$/.exec(provider.id)?.[0] ?? 0) % Math.max(1, brokers.length);
  const broker = brokers[place];
  return broker && named(broker);
}

/** Whom a broker names for the declarations that it cannot make itself. */
export const namedDeclarants = (parts: readonly LocalPart[], deal: Deal) =>
  parts
    .filter(({ country }) => country !== deal.provider.country)
    .flatMap(({ code, country }) => {
      const partner = partnerIn(country, deal);
      return partner ? [{ ...partner, country, parts: [code] }] : [];
    });
