import { getRequestListener, RequestError } from "@hono/node-server";
import compression from "compression";
import { type Context, Hono } from "hono";
import { nothing } from "../platform/api/nothing";
import { ENDPOINTS } from "./registry";
import type { ApiListener } from "../front-door/mounted-api";
import { type Handler, serve } from "../platform/api/endpoint";
import type { Endpoint } from "../platform/api/endpoint-kinds";
import { problem, problemOfFault } from "../platform/api/problem";
import { noteFault } from "../platform/process/fault";

/** A path as the router writes it: OpenAPI's `{requestId}` is its `:requestId`. */
const patternOf = (path: string): string => path.replace(/\{(\w+)\}/g, ":$1");

/** The methods of one path as `Allow` lists them. Whoever may read may also ask for the headers alone. */
const allowOf = (endpoints: readonly Endpoint[]): string =>
  [...endpoints.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"].sort().join(", ");

/** Whether the percents of an address stand for text. */
function isReadable(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    decodeURIComponent(url.split("?", 1)[0] as string);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/**
 * The public API: a route for each endpoint, and for each path an answer to OPTIONS and to the methods that it does not take. Any other
 * address under /api/v1 answers 404.
 */
export function apiRouter(endpoints: readonly Endpoint[] = ENDPOINTS): Hono {
  const router = new Hono();
  const unreadable = () => problem(400, "address_malformed");
  for (const [path, own = []] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const handlers = new Map<string, Handler>(own.map((endpoint) => [endpoint.method, serve(endpoint)]));
    const allow = allowOf(own);
    // One handler a path: of several Hono makes a chain for each request.
    router.all(patternOf(path), ({ req }: Context) => {
      if (!isReadable(req.url)) return unreadable();
      const handle = handlers.get(req.method === "HEAD" ? "GET" : req.method);
      if (handle) return handle(req.raw, req.param());
      if (req.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
      return problem(405, "method_not_allowed", {}, { allow });
    });
  }
  const handleNothing = serve(nothing);
  router.notFound(({ req }) => (isReadable(req.url) ? handleNothing(req.raw, {}) : unreadable()));
  return router;
}

/** An address or a host that nobody can read is the caller's mistake; all else that fails before an endpoint is reached is ours. */
const answerUnread = (error: unknown): Response =>
  error instanceof RequestError
    ? problem(400, "address_malformed")
    : problemOfFault(noteFault(error, "the API failed before an endpoint", {}));

/**
 * The router as the front door calls it. The headers are handed on as the front door left them: what a caller made up of its address is taken
 * out of `headers`, and would still stand in `rawHeaders`.
 */
export function apiListener(router: Hono = apiRouter()): ApiListener {
  const listen = getRequestListener(router.fetch, {
    // The framework in this process has its own Request and Response.
    overrideGlobalObjects: false,
    // The front door sees to bodies that nobody reads.
    autoCleanupIncoming: false,
    errorHandler: answerUnread,
  });
  // By Node's own streams: those of the web take three times as long for an answer of ours.
  const compress = compression();
  return (request, response) => {
    request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) =>
      [value ?? []].flat().flatMap((one) => [name, one]),
    );
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
      void listen(request, response);
    });
  };
}
