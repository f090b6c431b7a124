import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { SCOPES } from "@/domain/access/policy";
import { ENDPOINTS, ROOMS } from "./registry";
import type { Endpoint } from "../platform/api/endpoint-kinds";
import type { LocalDate } from "@/domain/shared/time";
import { codesOf } from "./openapi-answers";
import { datedAhead } from "./openapi-document";

/** An endpoint as a page of documentation shows it; its words are in messages/developers.json under its name. */
export type EndpointView = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly scope: string | null;
  readonly isPublic: boolean;
  /** What may be asked with, after the question mark. */
  readonly query: readonly string[];
  readonly takesIfMatch: boolean;
  readonly refusals: readonly RefusalCode[];
  /** A body that passes, as JSON. */
  readonly example: string | null;
};

export type ApiReference = {
  readonly rooms: readonly { readonly room: string; readonly endpoints: readonly EndpointView[] }[];
  readonly scopes: readonly string[];
  /** What every endpoint may answer when it does not go well, by status; an endpoint's own refusals stand with it. */
  readonly failures: readonly { readonly status: number; readonly codes: readonly string[] }[];
};

const viewOf = (endpoint: Endpoint, today: LocalDate): EndpointView => ({
  name: endpoint.name,
  method: endpoint.method,
  path: endpoint.path,
  scope: endpoint.scope,
  isPublic: endpoint.isPublic === true,
  query: endpoint.kind === "query" ? Object.keys(endpoint.query?.shape ?? {}) : [],
  takesIfMatch: endpoint.kind === "command" && endpoint.takesIfMatch === true,
  refusals: endpoint.refusals ?? [],
  example: endpoint.example === undefined ? null : JSON.stringify(datedAhead(endpoint.example, today), null, 2),
});

/** The codes that do not belong to one endpoint, and 409 and 410 as the statuses of the market's own rules. */
function failures(): ApiReference["failures"] {
  const byStatus = new Map<number, Set<string>>();
  for (const endpoint of ENDPOINTS)
    for (const [status, codes] of codesOf(endpoint)) {
      const known = byStatus.get(status) ?? new Set();
      byStatus.set(status, known);
      for (const code of codes)
        if (!(endpoint.refusals as readonly string[] | undefined)?.includes(code)) known.add(code);
    }
  return [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => ({ status, codes: [...codes].sort() }));
}

/** The public API for a reader, from the registry that the routes are made of; examples of what is to come lie ahead of `today`. */
export const apiReference = (today: LocalDate): ApiReference => ({
  rooms: ROOMS.map(({ room, endpoints }) => ({ room, endpoints: endpoints.map((one) => viewOf(one, today)) })),
  scopes: SCOPES,
  failures: failures(),
});
