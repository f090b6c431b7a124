import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Http } from "../command";
import { endpointOf } from "./endpoint-kinds";

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

  test("takes no version and answers none where only the screens send it", () => {
    const endpoint = made({ screensOnly: ["version"] });
    expect(bodyOf(endpoint)).toEqual(["gates"]);
    expect([endpoint.takesIfMatch, endpoint.versionOf]).toEqual([undefined, undefined]);
    const call = { params: { dealId: "deal" }, body: { gates: [] }, version: 3 };
    expect(endpoint.toInput(call as never)).toEqual({ dealId: "deal", gates: [] });
  });
});
