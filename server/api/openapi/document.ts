import { z } from "zod";
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import type { Endpoint } from "../../platform/api/endpoint-kinds";
import type { LocalDate } from "@/domain/shared/local-date";
import { datedAhead } from "./dated-ahead";
import { etagHeader, failuresOf, idempotencyHeaders, successOf } from "./answers";

/** A part of the API, named like its room. */
export type Room = { readonly room: string; readonly endpoints: readonly Endpoint[] };

const DESCRIPTION = [
  "Deals of goods across China's border, their requests for logistics, payment, customs and inspection, bids, awards and orders.",
  "Ids are strings, times ISO 8601 UTC, money whole minor units of an ISO 4217 currency; units stand in the names.",
  "Errors are `application/problem+json` (RFC 9457). Clients take no harm from members that they do not know.",
].join("\n\n");

const SECURITY = {
  key: {
    type: "http",
    scheme: "bearer",
    description: "An API key of your organisation, with its scopes: `Authorization: Bearer kouan_…`",
  },
} as const;

function headersOf(endpoint: Endpoint): z.ZodObject | undefined {
  if (endpoint.kind === "stream") return endpoint.headers;
  if (endpoint.kind === "query" || endpoint.kind === "download") return undefined;
  if (endpoint.kind === "check") return z.object(idempotencyHeaders(endpoint));
  if (endpoint.kind === "upload") return z.object({ ...idempotencyHeaders(endpoint), ...endpoint.headers.shape });
  const shape = { ...idempotencyHeaders(endpoint), ...(endpoint.takesIfMatch ? { "if-match": etagHeader } : {}) };
  return z.object(shape);
}

function securityOf({ scope, isPublic }: Endpoint): ZodOpenApiOperationObject["security"] {
  if (scope === null) return [];
  return isPublic ? [{}, { key: [] }] : [{ key: [] }];
}

const FILE_BODY = {
  required: true,
  content: { "*/*": { schema: { type: "string", format: "binary" } } },
} as const;

const scopeText = ({ scope, isPublic }: Endpoint): string | null =>
  scope && `${isPublic ? "With a key needs" : "Needs"} the scope \`${scope}\`.`;

type Part = { readonly room: string; readonly today: LocalDate };

function operationOf({ room, today }: Part, endpoint: Endpoint): ZodOpenApiOperationObject {
  const headers = headersOf(endpoint);
  const body = endpoint.kind === "command" || endpoint.kind === "check" ? endpoint.body : undefined;
  const description = [endpoint.description, scopeText(endpoint)].filter((text) => text !== undefined && text !== null);
  return {
    operationId: endpoint.name,
    tags: [room],
    summary: endpoint.summary,
    ...(description.length > 0 ? { description: description.join("\n\n") } : {}),
    security: securityOf(endpoint),
    requestParams: {
      ...(endpoint.params ? { path: endpoint.params } : {}),
      ...("query" in endpoint && endpoint.query ? { query: endpoint.query } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(endpoint.kind === "upload" ? { requestBody: FILE_BODY } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: body,
                ...(endpoint.example === undefined ? {} : { example: datedAhead(endpoint.example, today) }),
              },
            },
          },
        }
      : {}),
    responses: { ...successOf(endpoint), ...failuresOf(endpoint) } as ZodOpenApiResponsesObject,
  };
}

// Answers may get new members without a new version; only what is sent to us is closed.
const OPTIONS: CreateDocumentOptions = {
  override: ({ jsonSchema, io }) => {
    if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  },
};

/** The OpenAPI document of the rooms' endpoints, made of the very schemas that validate; its examples are good to send on `today`. */
export function documentOf(rooms: readonly Room[], today: LocalDate) {
  const paths: ZodOpenApiPathsObject = {};
  for (const { room, endpoints } of rooms)
    for (const endpoint of endpoints)
      paths[endpoint.path] = {
        ...paths[endpoint.path],
        [endpoint.method.toLowerCase()]: operationOf({ room, today }, endpoint),
      };
  return createDocument(
    {
      openapi: "3.1.0",
      info: { title: "Kouan public API", version: "1", description: DESCRIPTION },
      servers: [{ url: "/", description: "This market" }],
      tags: rooms.map(({ room }) => ({ name: room })),
      paths,
      components: { securitySchemes: SECURITY },
    },
    OPTIONS,
  );
}
