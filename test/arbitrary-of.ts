import fc from "fast-check";
import type { z } from "zod";

type Def = { readonly type: string } & Readonly<Record<string, unknown>>;

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

/** Text that has broken things before: null characters, halves of surrogates, directions, wildcards, code, lengths. */
export const HOSTILE_TEXTS = [
  "",
  " ",
  "\0",
  "a\u0000b",
  "\ud800",
  "\u202egnp.exe",
  "%",
  "_%_",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "../../../../etc/passwd",
  "__proto__",
  "constructor",
  "NaN",
  "-0",
  "1e309",
  "9007199254740993",
  "2026-02-30",
  "2026-13-01T25:61:61Z",
  "+275760-09-13T00:00:00.001Z",
  "0000-01-01",
  "9999-12-31T23:59:59.999999999+23:59",
  "🚚".repeat(50),
  "字".repeat(5_000),
] as const;

export const hostileText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary", maxLength: 60 }));

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, -1, 0, 0.1, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], [null], { toString: "x" }),
  fc.jsonValue({ maxDepth: 3 }),
);

// Words that stand for what a schema's refinements ask and its structure does not say.
const WORDS = [
  "CNYIU",
  "KZALA",
  "any",
  "horgos",
  "2026-12-10",
  "2026-12-01T08:00:00Z",
  "850440",
  "CT",
  "documents_requested",
  "a text",
];

const wholeNumber = fc.oneof(fc.constantFrom(0, 1, 2, 100), fc.integer(), fc.maxSafeInteger());

/** What travels to a schema and may pass it: its structure is kept, its refinements are met now and then. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const inner = (name: string): fc.Arbitrary<unknown> => arbitraryOf(def[name] as z.ZodType);
  switch (def.type) {
    case "object": {
      const shape = def.shape as Record<string, z.ZodType>;
      const members = Object.entries(shape).map(([name, member]): [string, fc.Arbitrary<unknown>] => [
        name,
        arbitraryOf(member),
      ]);
      return fc
        .record(Object.fromEntries(members))
        .map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));
    }
    case "array":
      return fc.array(inner("element"), { minLength: 0, maxLength: 3 });
    case "union":
      return fc.oneof(...(def.options as z.ZodType[]).map(arbitraryOf));
    case "record":
      return fc.dictionary(
        fc.constantFrom("remarks", "reportHours", "isImpartial", "x"),
        fc.oneof(fc.string(), wholeNumber, fc.boolean()),
        { maxKeys: 3 },
      );
    case "enum":
      return fc.constantFrom(...Object.values(def.entries as Record<string, string>));
    case "literal":
      return fc.constantFrom(...(def.values as unknown[]));
    case "optional":
    case "default":
    case "prefault":
      return fc.option(inner("innerType"), { nil: undefined });
    case "nullable":
      return fc.option(inner("innerType"), { nil: null });
    case "pipe":
      return inner("in");
    case "boolean":
      return fc.boolean();
    case "number":
      return wholeNumber;
    case "string":
      return fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 30 }));
    case "undefined":
      return fc.constant(undefined);
    case "unknown":
      return fc.jsonValue({ maxDepth: 2 });
    default:
      throw new Error(`No arbitrary for a schema of type ${def.type}`);
  }
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, member]) =>
      pathsOf(member, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function changed(value: unknown, path: Path, to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const next = changed(copy[first], rest, to);
  if (next === undefined) delete copy[first];
  else copy[first] = next;
  return copy;
}

/** A good value with one member gone, replaced or added. */
export const nearly = (good: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...pathsOf(good)), fc.oneof(fc.constant(undefined), hostileValue))
    .map(([path, to]) => changed(good, path, to));

/** The value once for each of its texts, with that text replaced. */
export const withEachText = (good: unknown, text: string): unknown[] =>
  pathsOf(good)
    .filter(
      (path) =>
        typeof path.reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], good) === "string",
    )
    .map((path) => changed(good, path, text));
