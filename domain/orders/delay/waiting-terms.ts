import type { Condition } from "../../bidding/offer/commercial-terms-fields";
import { type LogisticsTerms, termsWithConditions } from "../../services/logistics/terms";
import type { SlotBooker } from "../slots/slot";
import type { LogisticsSpec } from "../../services/logistics/spec";
import type { DelayPlace } from "./intervals";
import type { PricedLine } from "../../bidding/price-charges";
import type { ChargeCode, KeptTier } from "../../services/charge";

/** What a bid binds slots and waits by. */
export type Clauses = {
  readonly terms: LogisticsTerms;
  readonly bookedBy: SlotBooker | undefined;
};

/**
 * A bid's terms with what its conditions say of the same: that closed hours are left out, how long unloading is free, that the buyer books
 * the slot. Where terms and conditions both say it, the terms hold, which were asked for by name.
 */
export function clausesOf(terms: LogisticsTerms, conditions: readonly Condition[] = []): Clauses {
  const holds = (type: Condition["type"]) => conditions.some((condition) => condition.type === type);
  return {
    terms: { closuresExcluded: false, ...termsWithConditions(terms, conditions) },
    bookedBy: terms.slot?.bookedBy ?? (holds("slot_by_buyer") ? "buyer" : undefined),
  };
}

/** Hours that cost nothing, and who said so. */
export type FreeTime = { readonly hours: number; readonly saidBy: "bid" | "request" | "nobody" };

type Wished = Pick<LogisticsSpec, "freeTimeHours" | "freeTimeBorderHours" | "freeTimeDestinationHours">;
type Promised = Pick<LogisticsTerms, "freeTimeBorderHours" | "freeTimeDestinationHours">;

/** Free time at a place: what the bid says, else what the request asked for and the bid did not contradict, else none. */
export function freeTimeOf(place: DelayPlace, terms: Promised, spec: Partial<Wished>): FreeTime {
  const of = place === "border" ? "freeTimeBorderHours" : "freeTimeDestinationHours";
  const promised = terms[of];
  if (promised !== undefined) return { hours: promised, saidBy: "bid" };
  const wished = spec[of] ?? spec.freeTimeHours;
  return wished === undefined ? { hours: 0, saidBy: "nobody" } : { hours: wished, saidBy: "request" };
}

/** What a day of waiting costs by one charge of the bid, in minor units of its currency as digits. */
export type WaitingPrice = {
  readonly code: ChargeCode;
  readonly unitPriceMinor: string;
  readonly tiers: readonly KeptTier[];
  /** A day of each truck, where it is not a day of the whole. */
  readonly isPerTruck: boolean;
};

const CODES: Readonly<Record<DelayPlace, readonly ChargeCode[]>> = { border: ["WTG", "BST"], destination: ["DMR"] };

const isOfDays = ({ basis }: PricedLine): boolean => basis === "day_after_free" || basis === "truck_day_after_free";

/**
 * The charges by which a wait is priced: at the border waiting trucks and storage, at the destination demurrage, and where the bid has
 * none of it the waiting truck. Only charges by the day after free time count; what the bid does not price is not charged.
 */
export function waitingPrices(lines: readonly PricedLine[], place: DelayPlace): WaitingPrice[] {
  const ofDays = lines.filter(isOfDays);
  const own = ofDays.filter(({ code }) => CODES[place].includes(code));
  const taken = place === "destination" && own.length === 0 ? ofDays.filter(({ code }) => code === "WTG") : own;
  return taken.flatMap(({ code, basis, unitPriceMinor, tiers = [] }) =>
    unitPriceMinor === null ? [] : [{ code, unitPriceMinor, tiers, isPerTruck: basis === "truck_day_after_free" }],
  );
}
