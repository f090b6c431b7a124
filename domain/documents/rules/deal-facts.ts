import type { Deal } from "@/domain/deals/deal";
import type { Direction } from "@/domain/shared/direction";
import type { Mode } from "@/domain/hubs/place";
import type { WayLeg } from "@/domain/hubs/way";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { type Agreement, agreementsFor } from "@/domain/tariff/preferences";
import { addDays, type LocalDate } from "@/domain/shared/local-date";

/** What the rules ask of a deal. Countries are ISO 3166-1 alpha-2. */
export type DealFacts = {
  readonly hubId: string;
  readonly direction: Direction;
  readonly mode: Mode;
  readonly hsCodes: readonly string[];
  /** China's modes that the deal's customs requests name; none while nobody has asked for customs. */
  readonly supervisionModes: readonly string[];
  readonly originCountry: string;
  readonly destinationCountry: string;
  readonly transitCountries: readonly string[];
  readonly incoterm: IncotermRule;
  readonly unNumbers: readonly string[];
  /** Agreements that may lower the duty on a line of the goods in the country of destination. */
  readonly loweredUnder: readonly Agreement[];
};

/** A cargo line as far as the rules know it; the UN number is there for dangerous goods only. */
type FactCargo = {
  readonly hsCode: string;
  readonly dangerousGoods: { readonly unNumber: string } | null;
  readonly originCountry: string | null;
};

type FactDeal = Pick<Deal, "hubId" | "direction" | "mode" | "originId" | "destinationId"> & {
  readonly incoterm: { readonly rule: IncotermRule };
  readonly cargo: readonly FactCargo[];
};

type Around = {
  readonly legs: readonly Pick<WayLeg, "fromId" | "toId">[];
  readonly countryOf: (placeId: string) => string | undefined;
  readonly supervisionModes: readonly string[];
  /** Whether goods of this HS code are known to pay no duty at the common rate, so that nothing can lower it. */
  readonly isDutyFree: (hsCode: string) => boolean;
};

const CHINA = "CN";

/**
 * The facts of a deal on its planned way: countries between its ends, other than China, are passed in transit. Goods whose origin is not named are
 * taken as made where they start from.
 */
export function factsOf(deal: FactDeal, { legs, countryOf, supervisionModes, isDutyFree }: Around): DealFacts {
  const [origin = "", destination = ""] = [countryOf(deal.originId), countryOf(deal.destinationId)];
  const passed = legs.flatMap((leg) => [countryOf(leg.fromId) ?? CHINA, countryOf(leg.toId) ?? CHINA]);
  const lowered = deal.cargo.flatMap((line) =>
    isDutyFree(line.hsCode) ? [] : agreementsFor(destination, line.originCountry ?? origin),
  );
  return {
    hubId: deal.hubId,
    direction: deal.direction,
    mode: deal.mode,
    hsCodes: [...new Set(deal.cargo.map((line) => line.hsCode))],
    supervisionModes: [...new Set(supervisionModes)],
    originCountry: origin,
    destinationCountry: destination,
    transitCountries: [...new Set(passed)].filter((country) => ![CHINA, origin, destination].includes(country)),
    incoterm: deal.incoterm.rule,
    unNumbers: [...new Set(deal.cargo.flatMap((line) => line.dangerousGoods?.unNumber ?? []))],
    loweredUnder: [...new Set(lowered)],
  };
}

/**
 * The latest planned day at China's border: from the ready date the days of the way up to and with the leg that crosses it,
 * rounded up. The ready date itself where no way is known.
 */
export function borderDayOf(
  readyDate: LocalDate,
  legs: readonly Pick<WayLeg, "fromId" | "toId" | "days">[],
  countryOf: (placeId: string) => string | undefined,
): LocalDate {
  const isChinese = (placeId: string) => countryOf(placeId) === CHINA;
  const crossing = legs.findIndex((leg) => isChinese(leg.fromId) !== isChinese(leg.toId));
  const days = legs.slice(0, crossing + 1).reduce((all, leg) => all + leg.days.max, 0);
  return addDays(readyDate, Math.ceil(days));
}
