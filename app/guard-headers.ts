/** What every answer says to a browser, whatever it is asked. */
export const GUARD_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
} as const;

/** An answer of the API is data: nothing in it may be loaded, run or framed. */
export const API_HEADERS = {
  ...GUARD_HEADERS,
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
} as const;
