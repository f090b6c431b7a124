import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Http } from "../command";
import { type CalledCommand, endpointOf } from "./endpoint-kinds";

const HTTP: Http = {
  method: "POST",
  path: "/deals/{dealId}/gates",
  scope: "deals:write",
  status: 200,
  summary: "Change the gates of a deal",
  output: z.strictObject({ dealId: z.string(), version: z.int() }),
  refusals: [],
};
const input = z.strictObject({ dealId: z.string(), gates: z.array(z.string()), version: z.int().optional() });

const made = (more: Partial<Http> = {}) =>
  endpointOf({ name: "chain.change-gates", input, http: { ...HTTP, ...more } });
const bodyOf = (endpoint: ReturnType<typeof made>) => Object.keys((endpoint.body as z.ZodObject).shape);

describe("the endpoint of a command", () => {
  test("has the path's members as parameters, the version from If-Match and the others as its body", () => {
    const endpoint = made();
    expect(Object.keys(endpoint.params?.shape ?? {})).toEqual(["dealId"]);
    expect(bodyOf(endpoint)).toEqual(["gates"]);
    expect(endpoint).toMatchObject({ path: "/api/v1/deals/{dealId}/gates", takesIfMatch: true });
    const call = { params: { dealId: "deal" }, body: { gates: [] }, version: 3 };
    expect(endpoint.toInput(call as never)).toEqual({ dealId: "deal", gates: [], version: 3 });
    expect(endpoint.versionOf?.({ version: 4 } as never)).toBe(4);
  });

  test("is named by its command, or by the name that the command gives its operation", () => {
    expect(made().name).toBe("changeGates");
    expect(made({ operation: "changeDealGates" }).name).toBe("changeDealGates");
  });

  test("answers the command's output as it is, or what the command makes of it for each answer", () => {
    expect(made().toBody).toBeUndefined();
    const toBody = ({ dealId }: { dealId: string }) => ({ dealId, version: 1 });
    expect(made({ toBody }).toBody).toBe(toBody);
  });

  test("takes no version and answers none where only the screens send it", () => {
    const endpoint = made({ screensOnly: ["version"] });
    expect(bodyOf(endpoint)).toEqual(["gates"]);
    expect([endpoint.takesIfMatch, endpoint.versionOf]).toEqual([undefined, undefined]);
    const call = { params: { dealId: "deal" }, body: { gates: [] }, version: 3 };
    expect(endpoint.toInput(call as never)).toEqual({ dealId: "deal", gates: [] });
  });
});

const endpointFor = (input: z.ZodType, http: Partial<CalledCommand["http"]> = {}) =>
  endpointOf({
    name: "crates.close-crate",
    input,
    http: { ...HTTP, path: "/crates", output: z.strictObject({ id: z.string() }), ...http },
  });

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
  expect(() => endpointFor(choice, { path: "/crates/{crateId}" })).toThrow(/only what is a member of its input/);
});

test("a choice of several forms that all name what the path names is a choice without it", () => {
  const choice = z.discriminatedUnion("kind", [
    z.strictObject({ crateId: z.string(), kind: z.literal("wood"), boards: z.int() }),
    z.strictObject({ crateId: z.string(), kind: z.literal("steel") }),
  ]);
  const of = endpointFor(choice, { path: "/crates/{crateId}/rebuild" });
  expect(members(of.params)).toEqual(["crateId"]);
  const takes = (body: object) => of.body?.safeParse(body).success;
  expect([takes({ kind: "wood", boards: 4 }), takes({ kind: "steel" })]).toEqual([true, true]);
  expect([takes({ kind: "wood" }), takes({ kind: "steel", crateId: "c1" })]).toEqual([false, false]);
});
