import { randomFillSync, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What every answer says to a browser, whatever it is asked. */
const GUARD_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
};
const GUARDS = new Map(Object.entries(GUARD_HEADERS));

/** An answer of the API is data: nothing in it may be loaded, run or framed. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

// The development server compiles in the browser and draws its own styles.
const isDevelopment = process.env.NODE_ENV === "development";

const NONCE_BYTES = 18;
// Asking the system for so few bytes costs more than all else that is said here, so it is asked for many at a time.
const entropy = Buffer.alloc(NONCE_BYTES * 256);
let spent = entropy.length;

/** Never the same twice, and not to be guessed. */
function newNonce(): string {
  if (spent === entropy.length) {
    randomFillSync(entropy);
    spent = 0;
  }
  spent += NONCE_BYTES;
  return entropy.toString("base64", spent - NONCE_BYTES, spent);
}

/** Nonces everywhere: App Router pages always carry inline scripts. `style-src-attr` is open because React serialises `style` of its own streaming markers. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** For a page that stands in place of another and was drawn at build, so that it has no nonce. */
export const PAGE_WITHOUT_SCRIPTS = pagePolicy("").replace(/script-src [^;]*/, "script-src 'none'");

/** Files of the build and of `public/`: not pages, and the same for everybody. */
export const isFile = (path: string): boolean => /^\/(_next|fonts)\/|^\/[a-z-]+\.(svg|png|txt|ico|js)$/.test(path);

/** What is made for all alike and may be kept: sitemaps, feeds, the manifest, the pictures of links. Each says for how long, and pictures stand on others' pages. */
const FOR_ALL =
  /^\/(?:sitemap\.xml|[A-Za-z-]+\/(?:sitemap\.xml|app\.webmanifest|feeds\/[A-Za-z.-]+\.xml|picture(?:\/.*)?))$/;
const PICTURE = /^\/[A-Za-z-]+\/picture(?:\/|$)/;

/** Where people in the field report from: they may say where they are and take a picture. */
const FIELD_PAGE = /^\/[A-Za-z-]+\/(f\/|orders\/[\w.-]+\/inspection$)/;
const FIELD_PERMISSIONS = "camera=(self), microphone=(), geolocation=(self), payment=(), usb=()";

/** Gives a request for a page a name and a nonce of its own, both in its headers: Next reads the nonce from the policy. */
export function nameRequest({ headers }: IncomingMessage): void {
  headers["x-request-id"] = randomUUID();
  headers["content-security-policy"] = pagePolicy(newNonce());
}

/** The nonce of a request that has been named. */
export const nonceOf = ({ headers }: IncomingMessage): string =>
  /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] as string;

/** Says of an answer what a browser must hold to. A page gets a nonce of its own. */
export function guard(request: IncomingMessage, response: ServerResponse, path: string): void {
  response.setHeaders(GUARDS);
  if (isFile(path)) return;
  if (path.startsWith("/api/")) {
    response.setHeader("Content-Security-Policy", API_POLICY);
    return;
  }
  nameRequest(request);
  response.setHeader("Content-Security-Policy", request.headers["content-security-policy"] as string);
  response.setHeader("X-Request-Id", request.headers["x-request-id"] as string);
  if (!FOR_ALL.test(path)) response.setHeader("Cache-Control", "private, no-store");
  if (PICTURE.test(path)) response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  if (FIELD_PAGE.test(path)) response.setHeader("Permissions-Policy", FIELD_PERMISSIONS);
}
