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

const LANGUAGE = new RegExp(`^/(${routing.locales.join("|")})(/.*)?$`);
const COOKIE_SECONDS = 31_536_000;

/** The same page in each language, for search engines. */
function alternates(request: NextRequest, path: string): string {
  const { headers, nextUrl } = request;
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? nextUrl.host;
  const origin = `${headers.get("x-forwarded-proto") ?? nextUrl.protocol.replace(":", "")}://${host}`;
  const link = (address: string, language: string) => `<${origin}${address}>; rel="alternate"; hreflang="${language}"`;
  return [...routing.locales.map((locale) => link(`/${locale}${path}`, locale)), link(path || "/", "x-default")].join(
    ", ",
  );
}

/**
 * An address with its language needs no negotiation, which is a tenth of a page's cost; what next-intl would do is done here: the
 * language for the page, its cookie for the next visit, the other languages' addresses. All else is led to its language by next-intl.
 */
function inLanguage(request: NextRequest): NextResponse {
  const [, locale, path = ""] = LANGUAGE.exec(request.nextUrl.pathname) ?? [];
  if (locale === undefined) return withLocale(request);
  request.headers.set("X-NEXT-INTL-LOCALE", locale);
  const response = NextResponse.next({ request: { headers: request.headers } });
  response.headers.set("Link", alternates(request, path));
  if (request.cookies.get("locale")?.value !== locale)
    response.headers.append("Set-Cookie", `locale=${locale}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=lax`);
  return response;
}

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
  const response = isApi ? NextResponse.next({ request: { headers: request.headers } }) : inLanguage(request);
  response.headers.set("Content-Security-Policy", csp);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("Cache-Control", "private, no-store");
  for (const [name, value] of Object.entries(isApi ? API_HEADERS : GUARD_HEADERS)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/v1/|api/health|_next/|fonts/|icons/|[a-z-]+\\.svg$|favicon|robots.txt).*)"],
};
