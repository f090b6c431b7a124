/**
 * Rules of the market that its administrators may change from a day on, with what holds until they do. Minutes and days
 * are whole; `source` says where a default comes from.
 */
export const MARKET_RULES = {
  /** Least time between publishing and the close. */
  min_open_minutes: {
    value: 1440,
    source: "Our default: a day for bidders of all time zones; the demo market sets a short one.",
  },
  /** How many of an organisation's first requests an administrator reads before they open. */
  first_requests_in_review: { value: 0, source: "Off until organisations are verified." },
  /** After this many days an order that was delivered counts as accepted: logistics, customs, inspection. */
  auto_accept_days_services: {
    value: 7,
    source: "Our default, in the middle of the 5 to 10 days that service markets use.",
  },
  /** The same for payment, whose result is seen on the account. */
  auto_accept_days_payment: { value: 3, source: "Our default: a bank's usual days to answer for a transfer." },
} as const satisfies Record<string, { readonly value: number; readonly source: string }>;

export type MarketRuleName = keyof typeof MARKET_RULES;

export const isMarketRuleName = (name: string): name is MarketRuleName => Object.hasOwn(MARKET_RULES, name);
