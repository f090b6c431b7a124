import type { IncomingMessage, ServerResponse } from "node:http";
import { LOCALES } from "../../domain/shared/locale.ts";
import { localeCookie } from "./cookies.ts";

const LANGUAGE = new RegExp(`^/(${LOCALES.join("|")})(/.*)?$`);
const FIELD = new RegExp(`^/(${LOCALES.join("|")})/f/`);
const COOKIE_SECONDS = 31_536_000;
const ALTERNATE_MAX = 1_000;

/** The same page in each language, for search engines. */
function alternates({ headers }: IncomingMessage, path: string): string {
  const said = (name: string, otherwise = ""): string => String(headers[name] ?? otherwise);
  const origin = `${said("x-forwarded-proto", "http")}://${said("x-forwarded-host", said("host"))}`;
  const link = (address: string, language: string) => `<${origin}${address}>; rel="alternate"; hreflang="${language}"`;
  return [...LOCALES.map((locale) => link(`/${locale}${path}`, locale)), link(path || "/", "x-default")].join(", ");
}

/** The language that an address says, and whether it is a page of somebody in the field; null where it says none that is spoken there. */
export function languageOf(path: string): { readonly locale: string; readonly isField: boolean } | null {
  const [, inField] = FIELD.exec(path) ?? [];
  if (inField !== undefined) return { locale: inField, isField: true };
  const [, locale] = LANGUAGE.exec(path) ?? [];
  return locale === undefined ? null : { locale, isField: false };
}

/**
 * An address with its language needs no negotiation, which is a tenth of a page's cost. What next-intl would do is done here: the language
 * for the page, its cookie for the next visit, the other languages' addresses. All else is led to its language by proxy.ts.
 */
export function speak(request: IncomingMessage, response: ServerResponse, path: string): void {
  const [, spoken] = FIELD.exec(path) ?? [];
  if (spoken !== undefined) {
    // One order's page for one person: nothing to find elsewhere, and no choice for the rest of the site.
    request.headers["x-next-intl-locale"] = spoken;
    return;
  }
  const [, locale, rest = ""] = LANGUAGE.exec(path) ?? [];
  if (locale === undefined) return;
  request.headers["x-next-intl-locale"] = locale;
  // Three times an endless address would be more than a browser takes for headers.
  if (rest.length <= ALTERNATE_MAX) response.setHeader("Link", alternates(request, rest));
  if (localeCookie(request) !== locale)
    response.appendHeader("Set-Cookie", `locale=${locale}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=lax`);
}
