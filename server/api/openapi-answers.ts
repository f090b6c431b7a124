import { z } from "zod";
import type { CheckEndpoint, CommandEndpoint, Endpoint, UploadEndpoint } from "../platform/api/endpoint-kinds";
import { refusalStatus } from "../platform/api/problem";

const detailsShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const pointer = z
  .string()
  .optional()
  .meta({ description: "The member of the body, as a JSON Pointer (RFC 6901)", example: "/cargo/0/hsCode" });

/** RFC 9457, as every error of the API is written. */
export const problemShape = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable; programs branch on it", example: "request_not_open" }),
    detail: z.string().optional(),
    issues: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string(), pointer }))
      .optional()
      .meta({ description: "Of malformed input: where, and what is wrong" }),
    details: detailsShape.optional(),
    others: z
      .array(z.strictObject({ code: z.string(), details: detailsShape.optional(), pointer }))
      .optional()
      .meta({
        description:
          "What else the same input is refused for, each with its `field` in the details where it has one; beside `issues` what is refused of the members that can be read",
      }),
    pointer,
  })
  .meta({
    id: "Problem",
    description: "application/problem+json",
    example: { type: "about:blank", title: "Refused by a rule of the market", status: 409, code: "request_not_open" },
  });

export const etagHeader = z
  .string()
  .optional()
  .meta({ description: "The `ETag` that you saw; where it is no longer the one, 412", example: '"3"' });

/** A POST needs its key; another command takes one. */
export function idempotencyHeaders({
  method,
}: CommandEndpoint | UploadEndpoint | CheckEndpoint): Record<string, z.ZodType> {
  const key = z.string().min(1).max(200).meta({
    description: "One key makes one effect: sent again with the same body it answers the same, with another body 422",
    example: "5f0c7a52-order-118",
  });
  return { "idempotency-key": method === "POST" ? key : key.optional() };
}

const etag = { etag: z.string().meta({ description: "The version, in quotes" }) };
const replayed = {
  "idempotent-replayed": z.literal("true").optional().meta({ description: "Where the key had made its effect before" }),
};

const ANSWERS: Readonly<Record<Endpoint["kind"], string>> = {
  query: "application/json",
  command: "application/json",
  check: "application/json",
  upload: "application/json",
  download: "application/octet-stream",
  stream: "text/event-stream",
};

/** The answer when it goes well. */
export function successOf(endpoint: Endpoint) {
  const type = ANSWERS[endpoint.kind];
  const hasVersion = "versionOf" in endpoint && endpoint.versionOf !== undefined;
  const headers = { ...(hasVersion ? etag : {}), ...("status" in endpoint ? replayed : {}) };
  const status = "status" in endpoint ? endpoint.status : 200;
  return {
    [status]: {
      description: endpoint.summary,
      content: { [type]: { schema: endpoint.response } },
      ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
    },
  };
}

const WORDS: Readonly<Record<number, string>> = {
  400: "No idempotency key, or no JSON",
  401: "No key, or one that is not good",
  403: "The key has not the scope, or its maker not the role",
  404: "Not there, or not yours",
  409: "A rule of the market refuses, or the same call is still under way",
  410: "Expired",
  412: "Changed since you saw it",
  413: "More than a megabyte, or a file beyond its limit",
  415: "Not application/json",
  422: "Values refused: malformed, or against a check of values",
  429: "Too many; `Retry-After` says when",
  500: "A fault of ours; `detail` has its reference",
  503: "Storage fails at the moment; `Retry-After` says when to send the same call again, with the same key",
  507: "There is no room to save at the moment; `Retry-After` says when to send the same call again, with the same key",
};

/** Which codes an endpoint may answer, by status. */
export function codesOf(endpoint: Endpoint): Map<number, string[]> {
  const codes = new Map<number, string[]>();
  const put = (status: number, ...added: string[]) => codes.set(status, [...(codes.get(status) ?? []), ...added]);
  if (endpoint.scope !== null) put(401, "key_unknown", ...(endpoint.isPublic ? [] : ["key_missing"]));
  else put(401, "key_unknown");
  if (endpoint.scope !== null) put(403, "scope_missing");
  if (endpoint.params) put(404, "not_found");
  put(422, "invalid");
  put(429, "too_many_requests");
  put(500, "fault");
  put(503, "database_unavailable", "files_unavailable", "read_only", "storage_corrupt", "busy");
  put(507, "disk_full");
  if (endpoint.kind === "command") {
    if (endpoint.method === "POST") put(400, "idempotency_key_missing");
    put(400, "idempotency_key_too_long", "json_malformed");
    put(403, "not_permitted");
    if (!endpoint.params) put(404, "not_found");
    put(409, "in_progress");
    put(413, "body_too_large");
    put(415, "json_needed");
    put(422, "idempotency_key_reused");
    if (endpoint.takesIfMatch) put(412, "stale_version");
  }
  if (endpoint.kind === "check") {
    put(400, "idempotency_key_missing", "idempotency_key_too_long", "json_malformed");
    put(403, "not_permitted");
    put(413, "body_too_large");
    put(415, "json_needed");
  }
  if (endpoint.kind === "upload") {
    put(400, "idempotency_key_missing", "idempotency_key_too_long", "upload_cut_off");
    put(403, "not_permitted");
    put(404, "not_found");
    put(409, "in_progress");
    put(422, "idempotency_key_reused");
  }
  if (endpoint.kind === "stream") put(429, "too_many_listeners");
  for (const code of endpoint.refusals ?? []) {
    const status = refusalStatus({ code });
    if (!codes.get(status)?.includes(code)) put(status, code);
  }
  return codes;
}

/** The answers when it does not, each a problem. */
export const failuresOf = (endpoint: Endpoint) =>
  Object.fromEntries(
    [...codesOf(endpoint)]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: `${WORDS[status] ?? "Refused"}: ${codes.map((code) => `\`${code}\``).join(", ")}`,
          content: { "application/problem+json": { schema: problemShape } },
        },
      ]),
  );
