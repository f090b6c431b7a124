import { expect, test } from "vitest";
import { z } from "zod";
import { type CalledCommand, endpointOf } from "./endpoint-kinds";

const HTTP = {
  method: "POST",
  path: "/crates",
  scope: "deals:write",
  status: 200,
  summary: "Closes a crate",
  output: z.strictObject({ id: z.string() }),
  refusals: [],
} as const;

const endpointFor = (input: z.ZodType, http: Partial<CalledCommand["http"]> = {}) =>
  endpointOf({ name: "crates.close-crate", input, http: { ...HTTP, ...http } });

const members = (schema: z.ZodType | undefined) => schema && Object.keys((schema as z.ZodObject).shape);

test("an operation has the name of its command without the room, or the one that the command says", () => {
  expect(endpointFor(z.strictObject({})).name).toBe("closeCrate");
  expect(endpointFor(z.strictObject({}), { operation: "closeWoodenCrate" }).name).toBe("closeWoodenCrate");
});

test("the body holds what stands neither in the path nor in If-Match and is not of the screens alone", () => {
  const input = z.strictObject({
    crateId: z.string(),
    version: z.int().optional(),
    draft: z.string(),
    words: z.string(),
  });
  const of = endpointFor(input, { path: "/crates/{crateId}/close", screensOnly: ["draft"] });
  expect([members(of.params), members(of.body), of.takesIfMatch]).toEqual([["crateId"], ["words"], true]);
  const bare = endpointFor(z.strictObject({ crateId: z.string() }), { path: "/crates/{crateId}/close" });
  expect([bare.body, bare.takesIfMatch]).toEqual([undefined, undefined]);
});

test("an input of which nothing stands elsewhere is the body itself, with its checks, also a choice of several forms", () => {
  const checked = z.strictObject({ words: z.string() }).refine(({ words }) => words !== "none", "reason_required");
  expect(endpointFor(checked).body).toBe(checked);
  const choice = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("wood"), boards: z.int() }),
    z.strictObject({ kind: z.literal("steel") }),
  ]);
  expect(endpointFor(choice).body).toBe(choice);
  expect(() => endpointFor(choice, { path: "/crates/{crateId}" })).toThrow(/outside of its body/);
});
