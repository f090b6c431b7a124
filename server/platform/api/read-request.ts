import { z } from "zod";
import { findHostile } from "../hostile-input";
import { problem, problemOfIssues } from "./problem";

const raw = (path: string, message: string): z.core.$ZodIssue =>
  ({ code: "custom", path: [path], message, input: undefined }) as z.core.$ZodIssue;

const NO_PARAMETERS = z.strictObject({});

/** Reads the parameters after the question mark, each once, by the endpoint's schema: unknown and repeated ones are refused. */
export function readQuery(
  schema: z.ZodObject | undefined,
  url: string,
): { readonly value: unknown } | { readonly issues: readonly z.core.$ZodIssue[] } {
  const given = url.includes("?") ? [...new URL(url).searchParams] : [];
  const names = given.map(([name]) => name);
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) return { issues: [raw(repeated, "named_twice")] };
  const broken = given.find(([name, text]) => name.includes("\0") || text.includes("\0"));
  if (broken) return { issues: [raw(broken[0].replaceAll("\0", ""), "control_characters")] };
  const parsed = (schema ?? NO_PARAMETERS).safeParse(Object.fromEntries(given));
  return parsed.success ? { value: parsed.data } : { issues: parsed.error.issues };
}

const BODY_MAX_BYTES = 1024 * 1024;

type Body = { readonly value: unknown } | { readonly refused: Response };

const isJson = (contentType: string | null): boolean =>
  contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/json";

/** The bytes of the body; null once there are more than we take, of which no more are read. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX_BYTES) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > BODY_MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The JSON of a request, undefined where it has no body, or the problem that it is. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request);
  if (bytes === null) return { refused: problem(413, "body_too_large", { details: { bytes: BODY_MAX_BYTES } }) };
  if (bytes.byteLength === 0) return { value: undefined };
  if (!isJson(request.headers.get("content-type"))) return { refused: problem(415, "json_needed") };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The caller's mistake, not ours: bytes that are no text, or text that is no JSON.
    return { refused: problem(400, "json_malformed") };
  }
  const hostile = findHostile(value);
  return hostile ? { refused: problemOfIssues([hostile]) } : { value };
}
