import { type Act, type Ask, type Sent, together } from "./drive";
import type { Access } from "./access";

export type Dialect = "sqlite" | "postgres";
export const SIZES = ["10k", "100k", "1m"] as const;
export type Size = (typeof SIZES)[number];
type Role = "visitor" | "buyer" | "admin";

/** A server of the product as the lines ask it. */
export type Client = {
  readonly ask: Ask;
  readonly access: Access;
  readonly cookies: Readonly<Record<Role, string>>;
  /** A request that is open to all. */
  readonly requestId: string;
};

/** What a line was at 9ca5d379, before the house was rebuilt, and what it must and should be: a second, a second of a core, or milliseconds. */
export type Target = {
  readonly of: "rate" | "perCore" | "p50Ms";
  readonly before: number;
  readonly floor: number;
  readonly goal?: number;
  /** It is held against markets from this size on. */
  readonly from?: Size;
};

export type Line = {
  readonly name: string;
  readonly kind: "page" | "answer" | "write";
  /** So many a round, with eight clients. */
  readonly amount: number;
  readonly targets: Partial<Record<Dialect, Target>>;
  /** The address of the bare application that does the same, and from which share of that on it is good. */
  readonly bare?: { readonly path: string; readonly floor: number; readonly goal: number };
  prepare(client: Client, count: number): Promise<Act>;
};

const API = "/api/v1";
const DAY_MS = 86_400_000;
const PREPARING = 8;
/** A word that no text holds. */
const UNKNOWN = "zzqxv";
const SEARCH = `${API}/requests?q=Almaty&service=customs&limit=25`;

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
let serial = 0;
/** By turns, since each may ask only so often in a minute. */
const turnOf = (keys: readonly string[]): string => keys[serial++ % keys.length] as string;

const reading = (sent: (client: Client) => Sent) => (client: Client) =>
  Promise.resolve(async () => (await client.ask(sent(client))).bytes);

type Named = Pick<Line, "name" | "amount"> & Partial<Pick<Line, "targets" | "bare">>;

function page(line: Named, role: Role, pathOf: (client: Client) => string): Line {
  const sent = (client: Client) => ({ path: pathOf(client), headers: { cookie: client.cookies[role] } });
  return { targets: {}, ...line, kind: "page", prepare: reading(sent) };
}

function answer(line: Named, pathOf: (client: Client) => string, keysOf = ({ readers }: Access) => readers): Line {
  const sent = (client: Client) => ({
    path: pathOf(client),
    headers: { authorization: turnOf(keysOf(client.access)) },
  });
  return { targets: {}, ...line, kind: "answer", prepare: reading(sent) };
}

type Made = { readonly id: string; readonly bytes: number };

async function post(client: Client, sent: Pick<Sent, "path" | "body"> & { readonly key: string }): Promise<Made> {
  const headers = { authorization: sent.key, "idempotency-key": `bench-${process.pid}-${serial++}` };
  const { bytes, text } = await client.ask({ path: API + sent.path, method: "POST", headers, body: sent.body });
  return { id: (JSON.parse(text) as { id: string }).id, bytes };
}

type Deal = { readonly key: string; readonly dealId: string; readonly bytes: number };
type Asked = Deal & { readonly requestId: string };
type Closed = Asked & { readonly bidId: string };

async function postDeal(client: Client): Promise<Deal> {
  const { access } = client;
  const key = turnOf(access.buyers);
  const body = { ...access.bodies.deal, readyDate: inDays(20).slice(0, 10) };
  const { id, bytes } = await post(client, { key, path: "/deals", body });
  return { key, dealId: id, bytes };
}

async function postRequest(client: Client, deal: Deal): Promise<Asked> {
  const { request } = client.access.bodies;
  const bidding = { ...request.bidding, closesAt: inDays(5), decideBy: inDays(9) };
  const body = { ...request, dealId: deal.dealId, bidding };
  const { id, bytes } = await post(client, { key: deal.key, path: "/requests", body });
  return { ...deal, requestId: id, bytes };
}

const postBid = (client: Client, { requestId }: Asked, key: string): Promise<Made> =>
  post(client, {
    key,
    path: `/requests/${requestId}/bids`,
    body: { ...client.access.bodies.bid, validUntil: inDays(20) },
  });

async function closeWithBid(client: Client, asked: Asked): Promise<Closed> {
  const { id } = await postBid(client, asked, turnOf(client.access.bidders));
  await post(client, { key: asked.key, path: `/requests/${asked.requestId}/close`, body: {} });
  return { ...asked, bidId: id };
}

const award = (client: Client, { key, requestId, bidId }: Closed): Promise<Made> =>
  post(client, { key, path: `/requests/${requestId}/award`, body: { bids: [{ bidId }] } });

/** A write that uses up one thing that was made before the round. */
async function writing<Thing>(
  things: { readonly count: number; readonly make: () => Promise<Thing> },
  write: (thing: Thing) => Promise<{ readonly bytes: number }>,
): Promise<Act> {
  const made: Thing[] = [];
  await together(things.count, PREPARING, async () => made.push(await things.make()));
  return async () => (await write(made.pop() as Thing)).bytes;
}

const asked = async (client: Client) => postRequest(client, await postDeal(client));

async function bids(client: Client, count: number): Promise<Act> {
  const { bidders } = client.access;
  const pairs: (readonly [Asked, string])[] = [];
  await together(Math.ceil(count / bidders.length), PREPARING, async () => {
    const request = await asked(client);
    pairs.push(...bidders.map((key) => [request, key] as const));
  });
  return async () => (await postBid(client, ...(pairs.pop() as (typeof pairs)[number]))).bytes;
}

const both = (target: Target): Line["targets"] => ({ sqlite: target, postgres: target });
const pages = (before: number, floor: number) => both({ of: "perCore", before, floor });
type Figures = readonly [before: number, floor: number, goal: number];
const rate = ([before, floor, goal]: Figures): Target => ({ of: "rate", before, floor, goal });
const rates = (sqlite: Figures, postgres: Figures) => ({ sqlite: rate(sqlite), postgres: rate(postgres) });
const waits = (sqlite: Figures, postgres: Figures): Line["targets"] => ({
  sqlite: { ...rate(sqlite), of: "p50Ms", from: "100k" },
  postgres: { ...rate(postgres), of: "p50Ms", from: "100k" },
});

/** All that is measured, on either database. */
export const LINES: readonly Line[] = [
  page(
    { name: "list page", amount: 96, targets: pages(26, 80), bare: { path: "/list", floor: 0.6, goal: 0.8 } },
    "visitor",
    () => "/en/requests",
  ),
  page(
    { name: "request page", amount: 240, targets: pages(100, 200), bare: { path: "/detail", floor: 0.6, goal: 0.8 } },
    "visitor",
    ({ requestId }) => `/en/requests/${requestId}`,
  ),
  // A visitor's page is drawn once for all who come within two seconds; these are drawn each time.
  page({ name: "list page of a member", amount: 96 }, "buyer", () => "/en/requests"),
  page({ name: "request page of a member", amount: 240 }, "buyer", ({ requestId }) => `/en/requests/${requestId}`),
  page({ name: "home page of a member", amount: 160 }, "buyer", () => "/en"),
  page({ name: "orders page", amount: 96, targets: pages(37, 90) }, "buyer", () => "/en/orders"),
  page({ name: "home page", amount: 160, targets: pages(48, 100) }, "visitor", () => "/en"),
  page({ name: "traffic page", amount: 64, targets: pages(21, 80) }, "admin", () => "/en/admin/traffic"),
  page({ name: "deal form", amount: 120 }, "buyer", () => "/en/deals/new"),
  page(
    { name: "page of no match", amount: 96, targets: waits([179, 30, 15], [246, 40, 20]) },
    "visitor",
    () => `/en/requests?state=all&q=${UNKNOWN}`,
  ),
  answer(
    {
      name: "API list",
      amount: 600,
      targets: rates([561, 1100, 1500], [297, 700, 1000]),
      bare: { path: "/api/list", floor: 0.4, goal: 0.6 },
    },
    () => `${API}/requests?state=open&limit=25`,
  ),
  answer(
    {
      name: "API detail",
      amount: 600,
      targets: rates([417, 1700, 2500], [287, 900, 1500]),
      bare: { path: "/api/detail", floor: 0.4, goal: 0.6 },
    },
    ({ requestId }) => `${API}/requests/${requestId}`,
  ),
  answer({ name: "API search", amount: 400, targets: rates([268, 600, 1200], [98, 400, 800]) }, () => SEARCH),
  answer(
    { name: "API no match", amount: 400, targets: waits([79, 8, 4], [128, 10, 5]) },
    () => `${API}/requests?q=${UNKNOWN}&limit=25`,
  ),
  answer(
    { name: "API hub share", amount: 120 },
    () => `${API}/hubs/traffic-share`,
    ({ administrator }) => [administrator],
  ),
  {
    ...{ name: "post a deal", kind: "write", amount: 120, targets: rates([72, 250, 400], [64, 150, 300]) },
    prepare: (client) => Promise.resolve(async () => (await postDeal(client)).bytes),
  },
  {
    ...{ name: "post a request", kind: "write", amount: 120, targets: rates([200, 400, 600], [40, 250, 400]) },
    prepare: (client, count) => writing({ count, make: () => postDeal(client) }, (deal) => postRequest(client, deal)),
  },
  {
    ...{ name: "sealed bid", kind: "write", amount: 240, targets: rates([231, 450, 700], [32, 250, 450]) },
    bare: { path: "/api/insert", floor: 0.4, goal: 0.6 },
    prepare: bids,
  },
  {
    ...{ name: "award", kind: "write", amount: 64, targets: rates([125, 250, 400], [17, 120, 250]) },
    prepare: (client, count) =>
      writing({ count, make: async () => closeWithBid(client, await asked(client)) }, (closed) =>
        award(client, closed),
      ),
  },
  {
    ...{ name: "deal to order", kind: "write", amount: 40, targets: rates([26, 60, 100], [4, 30, 60]) },
    prepare: (client) =>
      Promise.resolve(async () => (await award(client, await closeWithBid(client, await asked(client)))).bytes),
  },
];
