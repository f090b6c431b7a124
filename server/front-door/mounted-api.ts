import type { IncomingMessage, ServerResponse } from "node:http";
import { onePerProcess } from "../platform/process/one-per-process.ts";

/** Answers a request of the public API. */
export type ApiListener = (request: IncomingMessage, response: ServerResponse) => void;

// The API is bundled with the server's code, which the front door cannot load; both hang it here.
const mounted = (): { api: ApiListener | null } => onePerProcess("mounted api", () => ({ api: null }));

/** Hands the public API to the front door. */
export function mountApi(api: ApiListener): void {
  mounted().api = api;
}

const isOfApi = (path: string): boolean => path === "/api/v1" || path.startsWith("/api/v1/");

/** Has the public API answer what is its own; false for every other address. */
export function answerByApi(request: IncomingMessage, response: ServerResponse, path: string): boolean {
  const { api } = mounted();
  if (!isOfApi(path) || api === null) return false;
  api(request, response);
  return true;
}
