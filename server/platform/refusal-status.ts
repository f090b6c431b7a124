import type { Refusal } from "../../domain/shared/result";

const BY_CODE: Readonly<Record<string, number>> = {
  sign_in_needed: 401,
  key_unknown: 401,
  not_permitted: 403,
  scope_missing: 403,
  not_found: 404,
  bid_expired: 410,
  link_expired: 410,
  stale_version: 412,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  in_progress: 409,
};

// A check of values: the same call with other values may pass at once, whatever the state of the market.
const VALUES = new Set([
  "amount_too_large",
  "basis_not_possible",
  "charge_not_of_service",
  "currency_mixed",
  "nothing_priced",
  "price_in_remarks",
  "rate_missing",
  "rate_stale",
  "validity_too_short",
  "closes_too_soon",
  "decides_before_close",
  "window_too_long",
  "place_unknown",
  "hub_unknown",
  "no_way",
  "way_not_abroad",
  "mode_not_offered",
  "spec_invalid",
  "deal_invalid",
  "milestone_unknown",
  "occurred_in_future",
  "file_unknown",
  "provider_unknown",
]);

/** The HTTP status of a refusal: 409 for a rule of the market, 422 for a failed check of values, and a few of their own. */
export const refusalStatus = ({ code }: Refusal): number => BY_CODE[code] ?? (VALUES.has(code) ? 422 : 409);
