import type { APIRequestContext } from "@playwright/test";
import { apiKeyOf } from "./support/call-as";
import { endpointRoutes, fill, pageRoutes } from "./support/routes";
import { cookieOf } from "./support/sign-in";
import { organisationOf, type StoredRow, stored } from "./support/stored";
import { expect, test } from "./support/test";

/** For each parameter that names something private: a row of other organisations that the demo buyer has no part in. */
const FOREIGN: Readonly<Record<string, { readonly table: string; readonly where: string }>> = {
  dealId: { table: "deals", where: "buyer_organisation_id <> @own" },
  draftId: { table: "deal_drafts", where: "organisation_id <> @own" },
  orderId: { table: "orders", where: "buyer_organisation_id <> @own AND provider_organisation_id <> @own" },
  requestId: {
    table: "requests",
    where: "buyer_organisation_id <> @own AND (state = 'draft' OR visibility = 'invited')",
  },
  bidId: {
    table: "bids",
    where:
      "provider_organisation_id <> @own AND request_id IN (SELECT id FROM requests WHERE buyer_organisation_id <> @own)",
  },
};

/** An id of the right form that nothing has. */
const NOWHERE = "0000000000000000000000zzzz";

function foreignRow(param: string): StoredRow & { readonly id: string } {
  const { table, where } = FOREIGN[param] as { table: string; where: string };
  // The oldest: nobody who plays in another test at this moment has it in hand.
  const [row] = stored(`SELECT * FROM ${table} WHERE ${where} ORDER BY id LIMIT 1`, {
    own: organisationOf("buyer"),
  });
  if (!row) throw new Error(`The demo market has no ${table} of others to try`);
  return row as StoredRow & { id: string };
}

const rowNow = (param: string, id: string): StoredRow | undefined =>
  stored(`SELECT * FROM ${FOREIGN[param]?.table} WHERE id = ?`, id)[0];

const asBuyer = () => ({ cookie: cookieOf("buyer") });

const privateParam = (params: readonly string[]): string | undefined => params.find((name) => FOREIGN[name]);

for (const { path, params } of pageRoutes()) {
  const param = privateParam(params);
  if (!param) continue;
  test(`${path} of another organisation is not found`, async ({ request }) => {
    const row = foreignRow(param);
    const response = await request.get(fill(path, { locale: "en", [param]: row.id }), { headers: asBuyer() });
    expect(response.status()).toBe(404);
    expect(rowNow(param, row.id)).toEqual(row);
  });
}

const METHODS = ["GET", "POST", "PATCH", "DELETE"] as const;

let calls = 0;

/** The status and the words of an answer, without what is new in each answer. */
async function ask(
  request: APIRequestContext,
  method: string,
  path: string,
): Promise<{ status: number; code: unknown }> {
  calls += 1;
  const headers = {
    authorization: `Bearer ${apiKeyOf("buyer")}`,
    "idempotency-key": `isolation-${method}-${process.pid}-${calls}`,
    "content-type": "application/json",
  };
  const response = await request.fetch(path, { method, headers, ...(method === "GET" ? {} : { data: {} }) });
  const body = (await response.json().catch(() => null)) as { code?: unknown } | null;
  return { status: response.status(), code: body?.code };
}

/** The addresses of the API that name such a thing, by the document that the API gives of itself. */
async function apiPaths(request: APIRequestContext, param: string): Promise<string[]> {
  const document = (await (await request.get("/api/v1/openapi.json")).json()) as {
    paths: Readonly<Record<string, unknown>>;
  };
  return Object.keys(document.paths)
    .filter((path) => path.includes(`{${param}}`))
    .map((path) => path.replaceAll("{", "[").replaceAll("}", "]"));
}

/** Whatever is asked of another organisation's thing is answered as of what is not there, and changes nothing. */
async function expectNothingThere(request: APIRequestContext, path: string, param: string): Promise<void> {
  const row = foreignRow(param);
  for (const method of METHODS) {
    const theirs = await ask(request, method, fill(path, { [param]: row.id }));
    const nothing = await ask(request, method, fill(path, { [param]: NOWHERE }));
    expect(theirs, `${method} ${path}`).toEqual(nothing);
    expect([400, 404, 405, 422], `${method} ${path}`).toContain(theirs.status);
  }
  expect(rowNow(param, row.id)).toEqual(row);
}

for (const { path, params } of endpointRoutes()) {
  const param = privateParam(params);
  if (!param) continue;
  test(`${path} answers for what is another organisation's as for what is not there, and changes nothing`, ({
    request,
  }) => expectNothingThere(request, path, param));
}

for (const param of ["dealId", "orderId", "requestId", "bidId"])
  test(`the API answers for a ${param} of another organisation as for what is not there, and changes nothing`, async ({
    request,
  }) => {
    test.slow();
    const paths = await apiPaths(request, param);
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) await expectNothingThere(request, path, param);
  });

test("there are pages and endpoints to try", () => {
  expect(pageRoutes().filter(({ params }) => privateParam(params)).length).toBeGreaterThan(2);
  expect(endpointRoutes().filter(({ params }) => privateParam(params)).length).toBeGreaterThan(2);
});

for (const [what, path] of [
  ["a page of the market", "/en/orders"],
  ["a page of administrators", "/en/admin/traffic"],
] as const) {
  test(`${what} leads a visitor to the sign-in page`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.url()).toMatch(/\/en\/sign-in\?/);
  });
}

test("a page of administrators is not there for anybody else", async ({ request }) => {
  expect((await request.get("/en/admin/traffic", { headers: asBuyer() })).status()).toBe(404);
});
