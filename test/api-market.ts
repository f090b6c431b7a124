import { EXPORTER } from "../domain/services/examples";
import { expect } from "vitest";
import type { Database } from "../db/database";
import { insertApiKey } from "../db/repositories/api-keys";
import { memberships, users } from "../db/schema/accounts";
import { later, MINUTE_MS, toIso } from "../domain/shared/time";
import { type Role, type Scope, SCOPES } from "../domain/access/policy";
import { problemShape } from "../server/api/openapi-answers";
import { postFile } from "../server/files/api";
import { type CalledCommand, type Endpoint, endpointOf } from "../server/platform/api/endpoint-kinds";
import { serve } from "../server/platform/api/endpoint";
import { newId, usePlatform } from "../server/platform/platform";
import { hashOf } from "../server/platform/identity/tokens";
import { postingMarket, START } from "./posting-market";

const SECRET = "s".repeat(43);
const HOLDERS = {
  buyer: { organisationId: "buyer", userId: "user-buyer", role: "owner" },
  colleague: { organisationId: "buyer", userId: "user-colleague", role: "manager" },
  viewer: { organisationId: "buyer", userId: "user-viewer", role: "viewer" },
  buyer2: { organisationId: "buyer2", userId: "user-buyer2", role: "owner" },
  provider: { organisationId: "provider", userId: "user-provider", role: "owner" },
  provider2: { organisationId: "provider2", userId: "user-provider2", role: "owner" },
  admin: { organisationId: "platform", userId: "user-platform", role: "administrator" },
} as const satisfies Record<string, { organisationId: string; userId: string; role: Role }>;

export type Holder = keyof typeof HOLDERS;

type Call = {
  readonly as?: Holder | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>> | string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The idempotency key; a fresh one where it is not said, none where null. */
  readonly key?: string | null;
};

export type Answered = {
  readonly status: number;
  readonly body: never;
  readonly text: string;
  readonly headers: Headers;
};

/** The parameters as a router finds them in the path. */
export const pathWith = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((params[name] ?? "").toWellFormed()));

/** Of the ids that a test knows, those that the path names: a router hands on no others. */
const paramsIn = (path: string, known: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, known[name] ?? ""]));

const bodyOf = (body: unknown): string | undefined =>
  body === undefined || typeof body === "string" ? body : JSON.stringify(body);

/** Sends one call to an endpoint's handler, and holds the answer to what its schemas promise. */
async function send(endpoint: Endpoint, authorization: string | null, call: Call): Promise<Answered> {
  const query = typeof call.query === "string" ? call.query : new URLSearchParams(call.query).toString();
  const body = endpoint.method === "GET" ? undefined : bodyOf(call.body);
  const key = call.key === undefined ? newId() : call.key;
  const headers = new Headers({
    ...(authorization ? { authorization } : {}),
    ...(key && endpoint.method !== "GET" ? { "idempotency-key": key } : {}),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...call.headers,
  });
  const url = `http://localhost${pathWith(endpoint.path, call.params ?? {})}${query ? `?${query}` : ""}`;
  const request = new Request(url, { method: endpoint.method, headers, ...(body === undefined ? {} : { body }) });
  const response = await serve(endpoint)(request, paramsIn(endpoint.path, call.params ?? {}));
  const text = await response.text();
  const isFile = response.ok && endpoint.kind === "download";
  const answered = {
    status: response.status,
    // A file is answered as it is.
    body: (isFile ? text : JSON.parse(text || "null")) as never,
    text,
    headers: response.headers,
  };
  const shape = response.ok ? endpoint.response : problemShape;
  expect(
    shape.safeParse(answered.body).error?.issues,
    `${endpoint.name} answers ${response.status} as it promises: ${text}`,
  ).toBeUndefined();
  if (!isFile)
    expect(response.headers.get("content-type")).toBe(
      `application/${response.ok ? "json" : "problem+json"}; charset=utf-8`,
    );
  return answered;
}

/** What a test calls: an endpoint, or a command that says how it is called. */
type Called = Endpoint | CalledCommand;
const endpointFor = (called: Called): Endpoint => ("kind" in called ? called : endpointOf(called));

export type ApiMarket = Awaited<ReturnType<typeof apiMarket>>;

const inMinutes = (minutes: number): string => toIso(later(START, minutes * MINUTE_MS));

export const BIDDING = {
  mode: "sealed",
  closesAt: inMinutes(2_880),
  decideBy: inMinutes(4_320),
  currency: "CNY",
  mayCloseEarly: true,
};
export const CUSTOMS = { side: "export", supervisionMode: "0110", ...EXPORTER };

/** What a broker charges for an export declaration, `minor` in fen. */
export const bidBody = (minor = 32_000, changes: object = {}) => ({
  currency: "CNY",
  charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor, currency: "CNY" } }],
  transitDays: { min: 1, max: 2 },
  validUntil: inMinutes(20_000),
  ...changes,
});

/** Two buyers, two providers of customs clearance and an administrator, each with a key of all scopes, over a fresh database. */
export async function apiMarket(over?: Database) {
  const market = await postingMarket(over);
  const { database } = market;
  const keys = {} as Record<Holder, string>;
  const issue = async (
    holder: Holder,
    scopes: readonly Scope[] = SCOPES,
    more: { revokedAt?: number; expiresAt?: number } = {},
  ) => {
    const { organisationId, userId } = HOLDERS[holder];
    const id = newId();
    const row = {
      id,
      organisationId,
      madeByUserId: userId,
      name: holder,
      secretHash: hashOf(SECRET),
      scopes: [...scopes],
      createdAt: START,
    };
    await database.write((tx) => insertApiKey(tx, { ...row, ...more }));
    return `Bearer kouan_${id}_${SECRET}`;
  };
  await database.write(async (tx) => {
    for (const id of ["user-colleague", "user-viewer"])
      await tx.insert(users).values({
        id,
        email: `${id}@example.com`,
        name: id,
        passwordHash: "-",
        locale: "en",
        timeZone: "Asia/Almaty",
        createdAt: START,
      });
    for (const { organisationId, userId, role } of Object.values(HOLDERS))
      await tx.insert(memberships).values({ organisationId, userId, role, createdAt: START });
  });
  for (const holder of Object.keys(HOLDERS) as Holder[]) keys[holder] = await issue(holder);
  await market.list("provider", "customs");
  await market.list("provider2", "customs");
  const on = { ...market.on, isMetered: false };
  usePlatform(on);
  return {
    ...market,
    on,
    keys,
    issue,
    call: (called: Called, call: Call = {}) => send(endpointFor(called), call.as ? keys[call.as] : null, call),
    /** Sends a text as a file, which must go well. */
    upload: async (as: Holder, query: Readonly<Record<string, string>> = {}, content = "gate 4") => {
      const headers = { "content-type": "text/plain", "x-file-name": "note.txt" };
      const answered = await send(postFile, keys[as], { query, headers, body: content });
      expect(answered.status, answered.text).toBe(201);
      return answered.body as { id: string };
    },
    callWith: (authorization: string, called: Called, call: Call = {}) =>
      send(endpointFor(called), authorization, call),
  };
}
