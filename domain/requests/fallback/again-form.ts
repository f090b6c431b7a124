import type { Instant } from "../../shared/instant";
import { type FormValues, valueOf, valuesOf } from "../../shared/form-state";
import { amendFormOf, type AmendReading, readAmendForm } from "../amend/amend-form";
import type { Request, Visibility } from "../request";
import { timesAgain } from "./again";

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
