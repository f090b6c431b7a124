import { dayOf, type Instant, type LocalDate, MINUTE_MS } from "../shared/time";
import { type Position, metresBetween } from "../shared/position";

/** One key for what people write in several ways: letters and digits alone, in one width and case. */
const keyOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Names a factory by its address, however it is spaced and punctuated. */
export const factoryKey = keyOf;

/** Names an inspector within its own organisation. */
export const inspectorKey = (organisationId: string, name: string): string => `${organisationId}:${keyOf(name)}`;

export type Pairing = { readonly times: number; readonly of: number };

/**
 * How often the inspector was the one at the factory's last visits, this one among them and the latest first; null below the market's
 * figure. An inspector who always comes to the same factory is asked about, not accused.
 */
export function repeatPairing(
  inspector: string,
  {
    visits,
    repeats,
    window,
  }: { readonly visits: readonly string[]; readonly repeats: number; readonly window: number },
): Pairing | null {
  const last = visits.slice(0, window);
  const times = last.filter((one) => one === inspector).length;
  return times >= repeats ? { times, of: last.length } : null;
}

/** A phone's clock and a walk to the gate: a photo may be so much earlier or later than the visit. */
export const CLOCK_TOLERANCE_MS = 15 * MINUTE_MS;

/** A factory's ground and a phone's error; a photo from farther away was not taken there. */
export const FAR_METRES = 2_000;

export type SamePhoto = {
  readonly fileId: string;
  readonly orderId: string;
  readonly roundId: string;
  readonly distance: number;
  readonly keptAt: Instant;
};

/** What a photo gives reason to ask about. A flag proves nothing and blocks nothing: those who see it ask. */
export type PhotoFlag =
  | { readonly kind: "same_in_report" | "same_elsewhere"; readonly same: SamePhoto }
  | { readonly kind: "taken_before" | "taken_after"; readonly takenAt: Instant }
  | { readonly kind: "far_away"; readonly metres: number };

export type FlaggedPhoto = {
  readonly roundId: string;
  readonly keptAt: Instant;
  readonly takenAt: Instant | null;
  readonly position: Position | null;
  readonly same: readonly SamePhoto[];
};

/** The visit that photos are held against; `place` is the factory where it is known, else where the inspector checked in. */
export type Visit = {
  readonly orderId: string;
  readonly checkedInAt: Instant | null;
  readonly checkedOutAt: Instant | null;
  readonly place: Position | null;
};

/** How far a position is from a place, in metres; null where it is within the ground of a factory and what both may be off. */
function metresAway(position: Position, place: Position): number | null {
  const metres = metresBetween(position, place);
  const slack = (position.accuracyM ?? 0) + (place.accuracyM ?? 0);
  return metres > FAR_METRES + slack ? metres : null;
}

/** The flags of one photo: the same picture sent before, in this report or another one (the earlier of two gives no reason to ask), taken outside the visit, or far from where the goods are. */
export function photoFlags(photo: FlaggedPhoto, visit: Visit): PhotoFlag[] {
  const earlier = photo.same.filter(({ keptAt }) => keptAt <= photo.keptAt);
  const flags: PhotoFlag[] = earlier.map((same) => ({
    kind: same.roundId === photo.roundId ? "same_in_report" : "same_elsewhere",
    same,
  }));
  const { takenAt, position } = photo;
  if (takenAt !== null && visit.checkedInAt !== null && takenAt < visit.checkedInAt - CLOCK_TOLERANCE_MS)
    flags.push({ kind: "taken_before", takenAt });
  if (takenAt !== null && visit.checkedOutAt !== null && takenAt > visit.checkedOutAt + CLOCK_TOLERANCE_MS)
    flags.push({ kind: "taken_after", takenAt });
  if (position && visit.place) {
    const metres = metresAway(position, visit.place);
    if (metres !== null) flags.push({ kind: "far_away", metres });
  }
  return flags;
}

/** What a check-in gives reason to ask about: it was on another day than the booked one where the goods are, or far from them. */
export type VisitFlag = { readonly kind: "other_day" } | { readonly kind: "far_from_goods"; readonly metres: number };

type Arrival = {
  readonly plannedDay: LocalDate | null;
  readonly checkedInAt: Instant | null;
  readonly position: Position | null;
};

/** The flags of a check-in, by the zone of the place and by where the goods are; where nobody knows that, no distance is told. */
export function visitFlags(
  { plannedDay, checkedInAt, position }: Arrival,
  { place, zone }: { readonly place: Position | null; readonly zone: string },
): VisitFlag[] {
  if (checkedInAt === null) return [];
  const metres = position && place && metresAway(position, place);
  return [
    ...(plannedDay !== null && dayOf(checkedInAt, zone) !== plannedDay ? [{ kind: "other_day" } as const] : []),
    ...(metres === null ? [] : [{ kind: "far_from_goods", metres } as const]),
  ];
}
