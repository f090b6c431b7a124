import { describe, expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { datedAhead, documentOf } from "./openapi-document";
import { apiRouter } from "./router";
import { ENDPOINTS, ROOMS } from "./registry";

const TODAY = "2026-12-31" as LocalDate;

test("an example of what is to come lies ahead of today, its days as far apart as they were", () => {
  expect(
    datedAhead({ closesAt: "2026-11-28T10:00:00Z", bids: [{ validUntil: "2026-12-15T10:00:00Z" }] }, TODAY),
  ).toEqual({ closesAt: "2027-01-14T10:00:00Z", bids: [{ validUntil: "2027-01-31T10:00:00Z" }] });
});

test.each([
  ["of what has happened", { occurredAt: "2026-11-28T10:00:00Z" }],
  ["without days", { answer: "10 kW", number: "530320260123456789" }],
  ["that is none", undefined],
])("an example %s stays as it is", (_, example) => expect(datedAhead(example, TODAY)).toEqual(example));

type Json = { [name: string]: unknown };

const document = JSON.parse(JSON.stringify(documentOf(ROOMS, "2026-11-29" as LocalDate))) as Json & {
  paths: Record<
    string,
    Record<string, Json & { operationId: string; responses: Record<string, Json>; parameters?: Json[] }>
  >;
};

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

function* everyObject(value: unknown): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const member of Object.values(value)) yield* everyObject(member);
}

const resolve = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split("/")
    .reduce<unknown>(
      (at, part) => (at as Json | undefined)?.[part.replaceAll("~1", "/").replaceAll("~0", "~")],
      document,
    );

const TYPES = ["string", "number", "integer", "boolean", "array", "object", "null"];

describe("the OpenAPI document", () => {
  test("is of 3.1, with title and version", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: expect.any(String), version: expect.any(String) },
    });
  });

  test("every reference leads somewhere", () => {
    const references = [...everyObject(document)].flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : []));
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((reference) => resolve(reference) === undefined)).toEqual([]);
  });

  test("a reference stands beside words only: nothing there forbids what it describes", () => {
    const beside = [...everyObject(document)].flatMap(({ $ref, ...rest }) =>
      typeof $ref === "string" ? Object.keys(rest) : [],
    );
    expect(beside).toContain("description");
    expect(beside.filter((name) => !["description", "example", "examples", "summary", "title"].includes(name))).toEqual(
      [],
    );
  });

  test("every type is one of JSON Schema's, and every required member of an object is one of its own", () => {
    const schemas = [...everyObject(document)].filter(
      (one) => typeof one.type === "string" && ("properties" in one || "items" in one || "enum" in one),
    );
    expect(schemas.length).toBeGreaterThan(50);
    for (const schema of schemas) {
      expect(TYPES).toContain(schema.type);
      const known = Object.keys((schema.properties ?? {}) as Json);
      for (const name of (schema.required ?? []) as string[]) expect(known).toContain(name);
    }
  });

  test.each(operations)("$method $path names exactly the parameters of its path", ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = (operation.parameters ?? []).filter((one) => one.in === "path");
    expect(new Set(declared.map((one) => one.name))).toEqual(new Set(inPath));
    for (const one of declared) expect(one.required).toBe(true);
    const names = (operation.parameters ?? []).map((one) => `${String(one.in)} ${String(one.name)}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("no two operations have one name, and each is in a tag that is described", () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    const tags = (document.tags as { name: string }[]).map(({ name }) => name);
    for (const { operation } of operations) expect(tags).toContain((operation.tags as string[])[0]);
  });

  test.each(operations)(
    "$method $path says what it answers, well and ill, and what a key needs",
    ({ method, operation }) => {
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description).not.toBe("");
        const type = status.startsWith("2")
          ? /application\/(json|octet-stream)|text\/event-stream/
          : /application\/problem\+json/;
        expect(Object.keys(response.content as Json)[0]).toMatch(type);
      }
      expect(operation.security).toBeInstanceOf(Array);
      expect(document.components).toMatchObject({ securitySchemes: { key: { type: "http", scheme: "bearer" } } });
      if (method === "post")
        expect((operation.parameters ?? []).find((one) => one.name === "idempotency-key")).toMatchObject({
          required: true,
        });
    },
  );

  test("an example of a body passes its own schema", () => {
    const withBody = ENDPOINTS.flatMap((one) => (one.kind === "command" && one.body ? [one] : []));
    expect(withBody.length).toBeGreaterThan(8);
    for (const endpoint of withBody) expect(endpoint.body?.safeParse(endpoint.example).error?.issues).toBeUndefined();
  });
});

test("every path of an endpoint has a route, every route is one's, and it allows the methods of its endpoints alone", async () => {
  const router = apiRouter();
  const patternOf = (path: string) => path.replace(/\{(\w+)\}/g, ":$1");
  const byPath = Map.groupBy(ENDPOINTS, ({ path }) => patternOf(path));
  expect(router.routes.map(({ path }) => path).sort()).toEqual([...byPath.keys()].sort());
  for (const [path, own] of byPath) {
    const allow = (await router.request(path, { method: "OPTIONS" })).headers.get("allow") ?? "";
    const methods = allow.split(", ").filter((method) => method !== "HEAD" && method !== "OPTIONS");
    expect([path, methods.sort()]).toEqual([path, own.map(({ method }) => method).sort()]);
  }
});
