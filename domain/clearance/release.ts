import { DUTY_CURRENCY, hasDutyRates } from "../tariff/duty-rate";
import type { Subcontractor } from "../bidding/offer/commercial-terms";
import type { CustomsSpec } from "../services/customs/spec";
import type { Currency } from "../shared/money";
import type { Declaration, DeclarationSide, DeclarationState } from "./declaration";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { LineState } from "../shared/vocabulary";
import { z } from "zod";
import { declarationNumber } from "./declaration-number";
import { localDateField } from "../shared/wire-fields";
import { dayOf, type Instant } from "../shared/time";
import { startOfDay } from "../shared/zones";
import type { Release } from "../orders/chain/chain-facts";
import { type Gate, type GateNeed, isRelease } from "../orders/chain/gate";
import type { GateWhy } from "../orders/chain/gate-state";
import { RELEASE_NUMBER_MAX, waiverReason } from "../orders/chain/waiver";

/** The sides that a customs order declares, in the order in which goods come to them. */
export const sidesOf = ({ side }: Pick<CustomsSpec, "side">): readonly DeclarationSide[] =>
  side === "both" ? ["export", "import"] : [side];

/** Declarations that the request asks for on each side: one where it does not say. */
export const declarationsAsked = ({ declarations }: Pick<CustomsSpec, "declarations">): number => declarations ?? 1;

/** The country whose customs a side is declared to: goods leave their origin and enter their destination; a transit says through which. */
export function countryOfSide(
  side: DeclarationSide,
  ends: { readonly origin: string; readonly destination: string },
): string | null {
  if (side === "transit") return null;
  return side === "export" ? ends.origin : ends.destination;
}

/** Through which countries a transit may be declared: the one that its request names and those of its deal's way; null of any, where the way is not known. */
export const transitCountries = (
  { transit }: Pick<CustomsSpec, "transit">,
  onWay: readonly string[] | null,
): readonly string[] | null => onWay && [...new Set([...(transit ? [transit.country] : []), ...onWay])];

export type TransitRefusal = Refusal<"country_not_passed">;

/** Whether a transit may be declared to a country. Refuses `country_not_passed` where its goods do not come there. */
export const mayPassThrough = (country: string, passed: readonly string[] | null): Result<void, TransitRefusal> =>
  passed === null || passed.includes(country) ? accept(undefined) : refuse("country_not_passed", { country });

/** In which currency a country's customs reckon; that of the goods where the market does not keep its tariff. */
export const currencyOfCountry = (country: string, ofGoods: Currency): Currency =>
  hasDutyRates(country) ? DUTY_CURRENCY[country] : ofGoods;

/** The part of the work that a declaration of a side is, by the charge that pays for it; any broker on the way may open a transit. */
const PART_OF_SIDE = { export: "EXD", import: "IMD", transit: null } as const;

/**
 * Whom the bid named to declare on a side in a country where its provider may not: that company files there and signs. Null where it named nobody,
 * and the provider declares itself.
 */
export function declarantOf(
  named: readonly Subcontractor[],
  { side, country }: { readonly side: DeclarationSide; readonly country: string },
): Pick<Subcontractor, "name" | "registrationNumber"> | null {
  const part = PART_OF_SIDE[side];
  const found = named.find((one) => one.country === country && part !== null && one.parts.includes(part));
  return found ? { name: found.name, registrationNumber: found.registrationNumber } : null;
}

export type DraftRefusal = Refusal<
  "side_not_asked" | "side_declared" | "country_needed" | "order_not_scheduled" | "order_over"
>;

type Order = {
  readonly state: LineState;
  readonly sides: readonly DeclarationSide[];
  readonly asked: number;
  readonly ends: { readonly origin: string; readonly destination: string };
  readonly declarations: readonly Pick<Declaration, "side" | "state">[];
};

const OVER: readonly LineState[] = ["delivered", "accepted", "completed", "cancelled"];

/**
 * The country that a new draft for this side is declared to. Refuses before the papers have been asked for (`order_not_scheduled`: the step that
 * begins the order) and after the release, a side that the order does not declare, more of one side than the request asks for (one that was
 * refused may be drafted anew), and a transit that does not say through which country.
 */
export function draftedFor(
  order: Order,
  { side, country }: { readonly side: DeclarationSide; readonly country: string | null },
): Result<string, DraftRefusal> {
  if (order.state === "placed") return refuse("order_not_scheduled");
  if (OVER.includes(order.state)) return refuse("order_over");
  if (!order.sides.includes(side)) return refuse("side_not_asked", { side });
  const there = order.declarations.filter((one) => one.side === side && one.state !== "refused");
  if (there.length >= order.asked) return refuse("side_declared", { side, asked: order.asked });
  const where = countryOfSide(side, order.ends) ?? country;
  return where === null ? refuse("country_needed") : accept(where);
}

/** What the buyer says of a release. */
export const releaseFields = z.strictObject({
  number: z
    .string()
    .trim()
    .min(1, "required")
    .max(RELEASE_NUMBER_MAX, "too_long")
    .meta({ description: "Of the release note or of the declaration, in its country's form where that is known" }),
  releasedOn: localDateField.meta({ description: "The day of the release, not after today at the market" }),
  reason: waiverReason.meta({ description: "How the buyer knows; all who wait for the release read it" }),
});

/** Where a deal's goods come from and go to, and what its clearance was asked for, where it has one. */
export type ReleaseDeal = {
  readonly ends: { readonly origin: string; readonly destination: string };
  readonly side: CustomsSpec["side"] | null;
};

/** On which side the customs give a release; of a clearance of both sides the last one is that of the side where goods come in. */
export function sideOfRelease(need: GateNeed, { side }: Pick<ReleaseDeal, "side">): DeclarationSide {
  const code = need.kind === "step" ? need.step.code : null;
  if (code === "export_released") return "export";
  if (code === "import_released") return "import";
  return side === "export" || side === "transit" ? side : "import";
}

/** What the deal itself has on record of its goods and declarations. */
export type OnRecord = {
  /** Those of its customs orders, with the state where they are kept here; null of a number that was told by hand. */
  readonly declared: readonly {
    readonly number: string;
    readonly state: DeclarationState | null;
    readonly filedAt: Instant;
  }[];
  /** When the goods were picked up; null while they were not. */
  readonly pickedUpAt: Instant | null;
};

const HELD: readonly (DeclarationState | null)[] = ["questioned", "inspected", "refused"];

export type ReleaseRefusal = Refusal<
  | "release_in_future"
  | "declaration_number_malformed"
  | "release_before_filing"
  | "release_before_pickup"
  | "release_on_hold"
>;

/**
 * Whether a release agrees with what the deal has on record. Refuses `release_before_pickup` a day before the goods were picked up,
 * `release_before_filing` a day before the declaration of that number was filed, and `release_on_hold` the number of a declaration that the
 * customs ask about, inspect or have refused: that one is released by the broker's own record. Days are those of UTC, which no customs of the way are behind.
 */
function fitsRecord({ number, releasedOn }: Release, { declared, pickedUpAt }: OnRecord): Result<void, ReleaseRefusal> {
  const isBefore = (at: Instant | null) => at !== null && releasedOn < dayOf(at, "UTC");
  const own = declared.find((one) => one.number === number);
  if (own && HELD.includes(own.state)) return refuse("release_on_hold", { number });
  if (own && isBefore(own.filedAt)) return refuse("release_before_filing", { number });
  return isBefore(pickedUpAt) ? refuse("release_before_pickup") : accept(undefined);
}

/**
 * The release as it is kept. Refuses `release_in_future` a day that has not begun, and `declaration_number_malformed` a number that the
 * country's customs cannot have given; where no form is known 4 to 35 letters, digits and what separates them. What contradicts the deal's
 * own record is refused as well (`fitsRecord`).
 */
export function readRelease(
  typed: Release,
  of: { readonly need: GateNeed; readonly deal: ReleaseDeal; readonly onRecord: OnRecord; readonly now: Instant },
): Result<Release, ReleaseRefusal> {
  const { need, deal, onRecord, now } = of;
  if (typed.releasedOn > dayOf(now)) return refuse("release_in_future");
  const side = sideOfRelease(need, deal);
  const country = countryOfSide(side, deal.ends) ?? "";
  const read = declarationNumber(
    { country, side, filedAt: startOfDay(typed.releasedOn), isLatest: true },
    typed.number,
  );
  if (!read.ok) return read;
  const release = { ...typed, number: read.value };
  const fits = fitsRecord(release, onRecord);
  return fits.ok ? accept(release) : fits;
}

type ShownGate = Pick<Gate, "need"> & {
  /** Null where it is open. */
  readonly why: GateWhy | null;
  readonly passedAt: Instant | null;
};

/** Whether the viewer may state the release that a closed gate waits for: whoever gives the buyer's word where it clears itself, else whoever may open gates. */
export const mayStateRelease = (
  { need, why, passedAt }: ShownGate,
  { mayState, mayWaive }: { readonly mayState: boolean; readonly mayWaive: boolean },
): boolean => {
  if (!isRelease({ need }) || passedAt !== null || why === null) return false;
  return why === "not_stated" ? mayState : mayWaive;
};
