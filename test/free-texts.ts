import { z } from "zod";

type Json = {
  readonly type?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
  readonly allOf?: readonly Json[];
};

/** Shorter ones hold codes and numbers. */
const SENTENCE_MIN = 33;

function walk(schema: Json, path: readonly string[]): string[][] {
  const { type, properties = {}, items, additionalProperties, anyOf = [], allOf = [] } = schema;
  const isFree = type === "string" && !schema.enum && !schema.const && !schema.format && !schema.pattern;
  if (isFree) return (schema.maxLength ?? 0) >= SENTENCE_MIN ? [[...path]] : [];
  return [
    ...Object.entries(properties).flatMap(([name, member]) => walk(member, [...path, name])),
    ...(items ? walk(items, [...path, "0"]) : []),
    ...(typeof additionalProperties === "object" ? walk(additionalProperties, [...path, "1"]) : []),
    ...[...anyOf, ...allOf].flatMap((one) => walk(one, path)),
  ];
}

/** The places of a schema where people write in their own words, found in the schema itself: a new one cannot be forgotten. */
export function freeTexts(schema: z.ZodType): string[][] {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  return [...new Map(walk(json, []).map((path) => [path.join("."), path])).values()];
}

/** Nothing but this text, at its place: lists by their numbers. */
export function textAt(path: readonly string[], text: string): object {
  const [name, ...rest] = path;
  const value = rest.length === 0 ? text : textAt(rest, text);
  return name === "0" ? [value] : { [String(name)]: value };
}
