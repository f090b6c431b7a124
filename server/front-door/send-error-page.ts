import { existsSync, readFileSync } from "node:fs";
import { type IncomingMessage, STATUS_CODES, type ServerResponse } from "node:http";
import { join } from "node:path";
import { LOCALES } from "../../domain/shared/locale.ts";
import { env } from "../platform/process/env.ts";
import { localeCookie, sessionCookie, themeCookie } from "./cookies.ts";
import { languageOf } from "./language.ts";
import {
  AGAIN,
  DRAWN,
  type Drawn,
  FIELD_REASONS,
  REASONS,
  REFERENCE,
  type Reason,
  type Who,
  addressOf,
} from "./prerendered-error-pages.ts";
import { randomBytes } from "node:crypto";
import { log } from "../platform/process/log.ts";
import type { Said } from "../platform/process/answer-status.ts";
import { PAGE_WITHOUT_SCRIPTS } from "./guard.ts";
import { holdAnswer } from "./held-answer.ts";

type Parts = { readonly head: string; readonly body: string };

const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>|<link[^>]*\bas="script"[^>]*>/g;
const DEMO_BANNER = /<aside class="demo-banner"[\s\S]*?<\/aside>/;
const NO_REFERENCE = /<p class="condition-reference">[^<]*<\/p>/;
const OWN_ADDRESS = /="\/([\w-]+)\/instead\/\w+\/\w+"/g;
/** What the framework's own empty document says already. */
const SAID_TWICE = /<meta (?:charSet|name="viewport"|name="robots")[^>]*>/g;
const EMPTY_DOCUMENT = '<html id="__next_error__">';

const between = (html: string, start: string, end: string): string =>
  html.slice(html.indexOf(start) + start.length, html.lastIndexOf(end));

/** The pages of the build that can stand in place of another, without their scripts; none where nothing was built, as in development. */
function readDrawn(): ReadonlyMap<string, Parts> {
  const pages = new Map<string, Parts>();
  for (const address of DRAWN.map(addressOf)) {
    const file = join(process.cwd(), ".next/server/app", `${address}.html`);
    if (!existsSync(file)) continue;
    const html = readFileSync(file, "utf8").replace(SCRIPTS, "");
    pages.set(address, { head: between(html, "<head>", "</head>"), body: between(html, "<body>", "</body>") });
  }
  return pages;
}

let drawn: ReadonlyMap<string, Parts> | undefined;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Where an address says no language: the one of the last visit, else Chinese for whose browser asks for it first. */
function guessedLocale(request: IncomingMessage): string {
  const remembered = localeCookie(request);
  const known = LOCALES.find((locale) => locale === remembered);
  if (known) return known;
  return /^\s*zh/i.test(request.headers["accept-language"] ?? "") ? "zh-CN" : LOCALES[0];
}

/** The address that was asked for, on this site whatever it looks like: `//elsewhere.example` names another one. */
export const addressAsked = ({ url = "/" }: IncomingMessage): string =>
  `/${url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/^[/\\]+/, "")}`;

export type Instead = {
  readonly why: Reason;
  readonly reference: string | null;
  /** The framework's document, whose scripts draw the page anew; null for a page that needs none. */
  readonly document: string | null;
};

function drawnFor(request: IncomingMessage, path: string, why: Reason): Drawn {
  const spoken = languageOf(path);
  if (spoken?.isField) {
    const inField = FIELD_REASONS.find((one) => one === why) ?? (why === "fault_sent" ? "fault" : "missing");
    return { locale: spoken.locale, who: "field", why: inField };
  }
  const who: Who = sessionCookie(request) ? "member" : "visitor";
  return { locale: spoken?.locale ?? guessedLocale(request), who, why };
}

/** The whole page that stands in place of one; null where the build has none. It needs no database and no session. */
function pageInstead(request: IncomingMessage, path: string, instead: Instead): string | null {
  drawn ??= readDrawn();
  const which = drawnFor(request, path, instead.why);
  const parts = drawn.get(addressOf(which));
  if (!parts) return null;
  const asked = addressAsked(request);
  const prefix = `/${which.locale}`;
  const rest = asked.startsWith(`${prefix}/`) && instead.why !== "no_address" ? asked.slice(prefix.length) : "";
  const theme = /^(?:light|dark)$/.exec(themeCookie(request) ?? "")?.[0];
  const attributes = ` lang="${which.locale}"${theme ? ` data-theme="${theme}"` : ""}`;
  const body = (env().KOUAN_ENV === "demo" ? parts.body : parts.body.replace(DEMO_BANNER, ""))
    .replace(OWN_ADDRESS, (_, locale: string) => `="/${locale}${escaped(rest)}"`)
    .replaceAll(`"${AGAIN}"`, () => `"${escaped(asked)}"`);
  const told = instead.reference
    ? body.replaceAll(REFERENCE, () => escaped(instead.reference as string))
    : body.replace(NO_REFERENCE, "");
  const { document } = instead;
  if (!document?.includes(EMPTY_DOCUMENT))
    return `<!DOCTYPE html><html${attributes}><head>${parts.head}</head><body>${told}</body></html>`;
  return document
    .replace(EMPTY_DOCUMENT, () => `${EMPTY_DOCUMENT.slice(0, -1)}${attributes}>`)
    .replace("<head>", () => `<head>${parts.head.replace(SAID_TWICE, "")}`)
    .replace("<body>", () => `<body>${told}`);
}

/** Names why a request was refused before a page was asked (refuse-unread.ts); it is read here and goes no further. */
const REASON_HEADER = "x-instead";

const TEXT = /^text\/(html|plain)\b/;

const BY_STATUS: Readonly<Record<number, Reason>> = {
  403: "elsewhere",
  404: "missing",
  410: "missing",
  413: "too_large",
  429: "too_many",
  503: "outage",
  507: "outage",
};

/** Whether a person waits for a page: neither the framework's own scripts nor a program that calls the API. */
function isForReader({ method, headers }: IncomingMessage, path: string): boolean {
  if (headers.rsc !== undefined || headers["next-action"] !== undefined || path.startsWith("/_next/")) return false;
  if (path.startsWith("/api/v1/")) return false;
  // A file is a link on a page: who opens one that is not there looks at the answer.
  if (path.startsWith("/api/")) return method === "GET" && (headers.accept ?? "").includes("text/html");
  return true;
}

function reasonOf(status: number, named: unknown, { method }: IncomingMessage): Reason {
  const said = REASONS.find((reason) => reason === named);
  if (said) return said;
  if (status >= 500 && BY_STATUS[status] === undefined) return method === "POST" ? "fault_sent" : "fault";
  return BY_STATUS[status] ?? "unreadable";
}

/** Where the framework fails before a page is begun, nobody has named the fault: it is logged here, so that there is a reference all the same. */
function referenceOf(status: number, { headers }: IncomingMessage, said: Said): string | null {
  if (said.fault || status < 500) return said.fault?.reference ?? null;
  const reference = randomBytes(4).toString("hex").toUpperCase();
  log.error({ reference, status, requestId: headers["x-request-id"] }, "the framework answered without a page");
  return reference;
}

type About = { readonly path: string; readonly said: Said };

/**
 * Sends a whole page in place of an answer of the framework that is none, 400 and above: what is not there and what could not be made it
 * leaves to the browser's scripts, and white where none run. The status stays, but that an outage is 503 or 507.
 */
export function sendPageInstead(request: IncomingMessage, response: ServerResponse, { path, said }: About): void {
  if (!isForReader(request, path)) return;
  holdAnswer(response, {
    isHeld: (status, type) => status >= 400 && status !== 405 && (type === null || TEXT.test(type)),
    send: (answered, body) => {
      const document = body.toString("utf8");
      const outage = answered === 500 ? (said.fault?.outage ?? null) : null;
      const status = outage?.status ?? answered;
      // In an outage, and where the frame itself could not be made, scripts would put less in the place of this page.
      const keepsScripts = said.hasFrame && outage === null;
      const page = pageInstead(request, path, {
        why: reasonOf(status, response.getHeader(REASON_HEADER), request),
        reference: referenceOf(status, request, said),
        document: keepsScripts ? document : null,
      });
      response.removeHeader(REASON_HEADER);
      if (outage) response.setHeader("Retry-After", outage.retryAfterSeconds);
      if (page !== null) {
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.setHeader("Cache-Control", "private, no-store");
        if (!keepsScripts) response.setHeader("Content-Security-Policy", PAGE_WITHOUT_SCRIPTS);
      }
      response.statusMessage = STATUS_CODES[status] ?? "";
      response.writeHead(status);
      response.end(page ?? document);
    },
  });
}
