import { type NextRequest, NextResponse } from "next/server";
import createLocaleRedirect from "next-intl/middleware";
import { API_HEADERS, GUARD_HEADERS } from "./app/guard-headers";
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

/**
 * Headers and language only. Who may see what is decided where data is read, never here. The public API is not led through here: its
 * headers are the same for every answer, so next.config.ts states them, at a third of the cost.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const requestId = crypto.randomUUID();
  const csp = policy(nonce);
  request.headers.set("x-nonce", nonce);
  request.headers.set("x-request-id", requestId);
  request.headers.set("content-security-policy", csp);
  const isApi = request.nextUrl.pathname.startsWith("/api/");
  const response = isApi ? NextResponse.next({ request: { headers: request.headers } }) : withLocale(request);
  response.headers.set("Content-Security-Policy", csp);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("Cache-Control", "private, no-store");
  for (const [name, value] of Object.entries(isApi ? API_HEADERS : GUARD_HEADERS)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/v1/|api/health|_next/|fonts/|icons/|[a-z-]+\\.svg$|favicon|robots.txt).*)"],
};
