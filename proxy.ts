import { type NextRequest, NextResponse } from "next/server";
import createLocaleRedirect from "next-intl/middleware";
import { routing } from "./app/routing";

const withLocale = createLocaleRedirect(routing);

const isDevelopment = process.env.NODE_ENV === "development";

/** Nonces everywhere: App Router pages always carry inline scripts. `style-src-attr` is open because React serialises `style` of its own streaming markers. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const STATIC_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "Cache-Control": "private, no-store",
} as const;

/** Headers and language only. Who may see what is decided where data is read, never here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const requestId = crypto.randomUUID();
  const csp = policy(nonce);
  request.headers.set("x-nonce", nonce);
  request.headers.set("x-request-id", requestId);
  request.headers.set("content-security-policy", csp);
  const isApi = request.nextUrl.pathname.startsWith("/api/");
  const response = isApi ? NextResponse.next({ request: { headers: request.headers } }) : withLocale(request);
  response.headers.set("Content-Security-Policy", isApi ? "default-src 'none'; frame-ancestors 'none'" : csp);
  response.headers.set("X-Request-Id", requestId);
  for (const [name, value] of Object.entries(STATIC_HEADERS)) response.headers.set(name, value);
  // What is set here wins over the handler, and a stream of events must not be squeezed on its way.
  if (request.nextUrl.pathname === "/api/v1/events") response.headers.set("Cache-Control", "no-cache, no-transform");
  return response;
}

export const config = { matcher: ["/((?!_next/|fonts/|icons/|[a-z-]+\\.svg$|favicon|robots.txt).*)"] };
