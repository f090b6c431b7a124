import { addDays, dayOf, daysBetween, type LocalDate } from "@/domain/shared/time";
import { z } from "zod";
import {
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
  createDocument,
} from "zod-openapi";
import { type Endpoint, moneyShape, queryEndpoint } from "../platform/api/endpoint-kinds";
import { etagHeader, failuresOf, idempotencyHeaders, successOf } from "./openapi-answers";
import { accept } from "@/domain/shared/result";
import { platform } from "../platform/platform";

const DAY = /\d{4}-\d{2}-\d{2}/g;
/** Days from today to the first day that an example names: a copy of it is still taken some days later. */
const AHEAD_DAYS = 14;

/** Members that must lie ahead; examples of what has happened have none of them, and keep their days. */
const COMES = /"(closesAt|decideBy|readyDate|validUntil)":/;

/**
 * An example of a body with all its days moved by the same number of whole days, so that the first of them lies ahead of `today`: a request that
 * closes in the past is refused. Examples that name nothing that is to come stay as they are.
 */
export function datedAhead(example: unknown, today: LocalDate): unknown {
  const text = JSON.stringify(example);
  const first = text && COMES.test(text) ? (text.match(DAY)?.toSorted()[0] as LocalDate | undefined) : undefined;
  if (first === undefined) return example;
  const days = daysBetween(first, addDays(today, AHEAD_DAYS));
  return JSON.parse(text.replace(DAY, (day) => addDays(day as LocalDate, days)));
}

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

/**
 * Opens what stands beside a reference. A described copy of a closed schema is written as a reference and stays closed beside it, where it
 * knows no member at all: it would forbid those that the reference describes.
 */
function openBesideReferences(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  if ("$ref" in part && "additionalProperties" in part) delete part.additionalProperties;
  for (const member of Object.values(part)) openBesideReferences(member);
}

/** The OpenAPI document of the rooms' endpoints, made of the very schemas that validate; its examples are good to send on `today`. */
export function documentOf(rooms: readonly Room[], today: LocalDate) {
  const paths: ZodOpenApiPathsObject = {};
  for (const { room, endpoints } of rooms)
    for (const endpoint of endpoints)
      paths[endpoint.path] = {
        ...paths[endpoint.path],
        [endpoint.method.toLowerCase()]: operationOf({ room, today }, endpoint),
      };
  const document = createDocument(
    {
      openapi: "3.1.0",
      info: { title: "Kouan public API", version: "1", description: DESCRIPTION },
      servers: [{ url: "/", description: "This market" }],
      tags: rooms.map(({ room }) => ({ name: room })),
      paths,
      // Views point to it by name; no schema of theirs holds it.
      components: { securitySchemes: SECURITY, schemas: { Money: moneyShape } },
    },
    OPTIONS,
  );
  openBesideReferences(document);
  return document;
}

/** The endpoint that describes the others, and itself. */
export function documentEndpoint(rooms: readonly Room[]): Endpoint {
  let known: { readonly today: LocalDate; readonly document: ReturnType<typeof documentOf> } | undefined;
  const endpoint: Endpoint = queryEndpoint({
    name: "getDocument",
    path: "/api/v1/openapi.json",
    summary: "This description, in OpenAPI 3.1",
    scope: null,
    response: z.looseObject({ openapi: z.string() }),
    run: async () => {
      const today = dayOf(platform().clock());
      if (known?.today !== today)
        known = { today, document: documentOf([...rooms, { room: "api", endpoints: [endpoint] }], today) };
      return accept({ ...known.document });
    },
  });
  return endpoint;
}
