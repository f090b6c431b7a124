import { DrizzleQueryError } from "drizzle-orm/errors";
import fc from "fast-check";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { users } from "@/db/schema/accounts";
import { guardConsole, logTo, withoutValues } from "./log";

const SECRET = "line one\nhttps://market.example/reset-password?token=abc\nline three";

test("a failed query is logged with its statement and its cause, and without what it would have written", async () => {
  const database = await freshDatabase();
  const row = { email: SECRET, name: SECRET, passwordHash: "-", locale: "en", timeZone: "UTC", createdAt: 1 };
  const twice = async () =>
    database.write(async (tx) => {
      for (let time = 0; time < 2; time++) await tx.insert(users).values({ id: "one", ...row });
    });
  const error = await twice().then(
    () => null,
    (failed: unknown) => failed as Error,
  );
  const logged = JSON.stringify(withoutValues(error as Error));
  expect(logged).toMatch(/unique|duplicate/i);
  expect(logged).toContain(" at ");
  expect(logged).not.toMatch(/line one|token=abc|line three/);
});

test("A console says of a failed query what the log says of it, with the reference of the page, and all else as it is.", () => {
  const said: unknown[] = [];
  const guarded = { error: (...all: unknown[]) => void said.push(...all) };
  guardConsole(guarded);
  const cause = new Error("no such table");
  const failed = Object.assign(new DrizzleQueryError("insert into users values (?)", [SECRET], cause), {
    digest: "271828",
  });
  guarded.error(" ⨯", failed, { at: 1 });
  expect(said).toEqual([" ⨯", expect.stringContaining("insert into users values (?)"), { at: 1 }]);
  expect(said[1]).toContain("no such table");
  expect(said[1]).toContain("digest: '271828'");
  expect(said[1]).not.toMatch(/line one|token=abc|line three/);
});

test("any other error is logged as it is", () => {
  expect(withoutValues(new Error("disk full"))).toMatchObject({ type: "Error", message: "disk full" });
});

/** What a line says that is written of something thrown. */
function lineOf(thrown: unknown, beside: object = {}): Record<string, unknown> {
  const lines: string[] = [];
  const tested = logTo({ write: (line) => void lines.push(line) });
  // Whole runs are quiet.
  tested.level = "error";
  tested.error({ reference: "R1", err: thrown, ...beside }, "it failed");
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] as string) as Record<string, unknown>;
}

const hostileGetter = (name: string): Error =>
  Object.defineProperty(new Error("x"), name, {
    enumerable: true,
    get: () => {
      throw new Error("looked at");
    },
  });
const circular = Object.assign(new Error("round"), { self: {} as unknown });
circular.self = circular;
circular.cause = circular;
const ownNull = Object.assign(Object.create(null) as object, { message: "bare" });
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();

const THROWN: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["nothing", undefined],
  ["a text", "disk full"],
  ["a number", 7],
  ["a large number", 7n],
  ["a symbol", Symbol("s")],
  ["a function", () => 1],
  ["an object", { msBeforeNext: 1 }],
  ["an object without a prototype", ownNull],
  ["a frozen error", Object.freeze(new Error("x"))],
  ["an error without a stack", Object.assign(new Error("x"), { stack: undefined })],
  ["an error whose stack is no text", Object.assign(new Error("x"), { stack: 7n, message: Symbol("s") })],
  ["an error that holds itself", circular],
  ["an error that holds large numbers", Object.assign(new Error("x"), { amount: 7n, deep: { amount: 7n } })],
  ["an error of errors", new AggregateError([null, new Error("inner"), "text"])],
  ["an error caused by nothing", new Error("x", { cause: null })],
  ["an object that cannot be looked at", revoked],
  ...["message", "stack", "name", "cause", "code", "type", "toJSON", "errors"].map(
    (name) => [`an error that throws when its ${name} is read`, hostileGetter(name)] as const,
  ),
];

test.each(THROWN)("%s may be thrown and is logged with its reference.", (_what, thrown) => {
  expect(lineOf(thrown)).toMatchObject({ level: 50, reference: "R1", msg: "it failed" });
});

test("Whatever is thrown, and whatever goes with it, is one line with the words that were given.", () => {
  const thrown = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.tuple(fc.anything({ withBigInt: true }), fc.dictionary(fc.string(), fc.anything())).map(([cause, rest]) => {
      const error = new Error("x", { cause });
      for (const [name, value] of Object.entries(rest))
        Object.defineProperty(error, name, { value, enumerable: true, configurable: true });
      return error;
    }),
    fc.string().map(hostileGetter),
  );
  fc.assert(
    fc.property(thrown, fc.anything({ withBigInt: true }), (one, other) => {
      expect(String(lineOf(one, { other }).msg)).toMatch(/^it failed/);
      expect(() => JSON.stringify(withoutValues(one))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test("What is thrown and is no error tells its kind and its words, and no more.", () => {
  expect(withoutValues({ msBeforeNext: 1, email: "lin@lin.example" })).toEqual({ type: "Object" });
  expect(withoutValues("a\nparams: lin@lin.example")).toEqual({ type: "string", message: "a" });
});

test("Who goes with a secret beside an object that cannot be looked at is not written either.", () => {
  expect(JSON.stringify(lineOf(null, { other: revoked, password: "gate" }))).not.toContain("gate");
});
