/** What an API key may be allowed; it never gets more than its maker may do. */
export const SCOPES = [
  "deals:read",
  "deals:write",
  "requests:read",
  "requests:write",
  "bids:read",
  "bids:write",
  "awards:write",
  "orders:read",
  "orders:write",
  "files:read",
  "files:write",
  "admin:read",
  "admin:write",
] as const;
export type Scope = (typeof SCOPES)[number];
