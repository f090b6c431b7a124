import type { Request } from "./request";
import type { Visibility } from "./request-choices";
import { DAY_MS, HOUR_MS, type Instant, later } from "../shared/time";
import { type FormValues, valueOf, valuesOf } from "../shared/form-state";
import { type AmendReading, amendFormOf, readAmendForm } from "./amend-form";

/** Who had too little time is given more: bids are taken for this long at the least. */
const OPEN_MIN_MS = 3 * DAY_MS;

type FormerTimes = Pick<Request, "closesAt" | "decideBy"> & { readonly publishedAt: Instant | null };

const wholeHour = (at: number): number => Math.ceil(at / HOUR_MS) * HOUR_MS;

/** The times that the form of a request which is asked again begins with: open as long as the old one, three days at the least, and as long to decide. */
function timesAgain(
  { publishedAt, closesAt, decideBy }: FormerTimes,
  now: Instant,
): { closesAt: Instant; decideBy: Instant } {
  const openMs = Math.max(OPEN_MIN_MS, publishedAt === null ? 0 : closesAt - publishedAt);
  const close = wholeHour(now + openMs) as Instant;
  return { closesAt: close, decideBy: later(close, Math.max(HOUR_MS, decideBy - closesAt)) };
}

type Stood = Pick<Request, "service" | "closesAt" | "decideBy" | "visibility"> & {
  readonly spec: unknown;
  readonly publishedAt: Instant | null;
};

/** The form of a request that is asked again: all as it was, with new times, and those invited before ticked. */
export const againFormOf = (
  request: Stood,
  of: { readonly zone: string; readonly invitedIds: readonly string[]; readonly now: Instant },
): FormValues => ({
  ...amendFormOf({ ...request, ...timesAgain(request, of.now) }, of.zone),
  visibility: request.visibility,
  invited: [...of.invitedIds],
});

export type AgainReading = Omit<AmendReading, "reason"> & {
  readonly visibility: Visibility;
  readonly invitedIds: readonly string[];
};

/** Reads the form against the request that is asked again. A time that was left as the old one had it is that time, and too early. */
export function readAgainForm(request: Stood, values: FormValues): AgainReading {
  const { reason: _, ...reading } = readAmendForm(request, values);
  const visibility = valueOf(values, "visibility") || request.visibility;
  return {
    ...reading,
    closesAt: reading.closesAt ?? request.closesAt,
    decideBy: reading.decideBy ?? request.decideBy,
    visibility: visibility as Visibility,
    invitedIds: valuesOf(values, "invited").filter((id) => id !== ""),
  };
}
