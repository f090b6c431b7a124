import type { Sent } from "autocannon";
import { instant } from "@/domain/shared/time";
import { type Keys, type Pair, bidBody } from "./market";
import type { Line, Measured } from "./line";
import { alternate, throughput, type Traffic } from "./load";
import type { Server } from "./server";

export type Sides = { readonly ours: Server; readonly bare: Server };
export type Paths = {
  readonly list: string;
  readonly detail: string;
  readonly apiList: string;
  readonly apiDetail: string;
};

const CONNECTIONS = 8;
/** How often both servers are started anew: one start of a program is up to a seventh faster than the next, by how its code is compiled. */
export const STARTS = 3;
const ROUNDS = 3;
// Code is compiled and statements are prepared while it warms up, and the larger program takes longer.
const WARM_ROUNDS = 4;
const WARM_BID_ROUNDS = 2;
// About as long for each line.
const LISTS_A_ROUND = 120;
const PAGES_A_ROUND = 400;
const ANSWERS_A_ROUND = 800;
export const BID_CONNECTIONS = 16;
export const BIDS_A_ROUND = 400;

type Sending = Omit<Traffic, "connections">;
type Span = { readonly amount: number; readonly connections: number; readonly warmRounds: number };

async function compare(
  line: Line,
  sides: { ours: Sending; bare: Sending },
  { amount, connections, warmRounds }: Span,
): Promise<Measured> {
  const measure = (sending: Sending) => () => throughput({ ...sending, connections }, amount);
  for (let round = 0; round < warmRounds; round++) {
    await measure(sides.ours)();
    await measure(sides.bare)();
  }
  const compared = await alternate(ROUNDS, measure(sides.ours), measure(sides.bare));
  console.log(
    `  ${line.name}: ${(compared.ratio * 100).toFixed(0)} %, by processor time ${(compared.byCpu * 100).toFixed(0)} %`,
  );
  return { ...line, ...compared };
}

/** The two public pages, as a visitor, against a bare page of the same elements. */
export async function comparePages({ ours, bare }: Sides, paths: Paths): Promise<Measured[]> {
  const shares = { unit: "pages/s", floor: 0.6, goal: 0.8 };
  const span = { connections: CONNECTIONS, warmRounds: WARM_ROUNDS };
  const list = { ours: { server: ours, path: paths.list }, bare: { server: bare, path: "/list" } };
  const detail = { ours: { server: ours, path: paths.detail }, bare: { server: bare, path: "/detail" } };
  return [
    await compare({ name: "request list page", ...shares }, list, { ...span, amount: LISTS_A_ROUND }),
    await compare({ name: "request page", ...shares }, detail, { ...span, amount: PAGES_A_ROUND }),
  ];
}

/** Two reads of the API with a key, against a handler that answers the same bytes. */
export async function compareApi({ ours, bare }: Sides, paths: Paths, keys: Keys): Promise<Measured[]> {
  const shares = { unit: "answers/s", floor: 0.4, goal: 0.6 };
  const span = { amount: ANSWERS_A_ROUND, connections: CONNECTIONS, warmRounds: WARM_ROUNDS };
  let turn = 0;
  // By turns, since a key may ask only so often in a minute.
  const withKey = () => ({ headers: { authorization: keys.readers[turn++ % keys.readers.length] as string } });
  const list = {
    ours: { server: ours, path: paths.apiList, next: withKey },
    bare: { server: bare, path: "/api/list" },
  };
  const detail = {
    ours: { server: ours, path: paths.apiDetail, next: withKey },
    bare: { server: bare, path: "/api/detail" },
  };
  return [
    await compare({ name: "API request list", ...shares }, list, span),
    await compare({ name: "API request", ...shares }, detail, span),
  ];
}

/** Bids by providers on requests they have not bid on, against a handler with one durable insert. */
export async function compareBids({ ours, bare }: Sides, pairs: readonly Pair[]): Promise<Measured> {
  const body = JSON.stringify(bidBody(instant(Date.now())));
  const json = { "content-type": "application/json" };
  let at = 0;
  const bid = (): Sent => {
    const pair = pairs[at++];
    if (!pair) throw new Error("The benchmark has no pair left to bid with");
    const headers = { ...json, authorization: pair.key, "idempotency-key": `bench-${pair.requestId}-${at}` };
    return { method: "POST", path: `/api/v1/requests/${pair.requestId}/bids`, headers, body };
  };
  const insert = (): Sent => ({ method: "POST", headers: json, body });
  const sides = {
    ours: { server: ours, path: "/", next: bid },
    bare: { server: bare, path: "/api/insert", next: insert },
  };
  const line = { name: "bid over HTTP", unit: "bids/s", floor: 0.4, goal: 0.6 };
  return await compare(line, sides, {
    amount: BIDS_A_ROUND,
    connections: BID_CONNECTIONS,
    warmRounds: WARM_BID_ROUNDS,
  });
}

/** How many pairs `compareBids` uses up in one start; the connections prepare some that they do not send. */
export const BID_PAIRS_NEEDED = (BIDS_A_ROUND + 2 * BID_CONNECTIONS) * (ROUNDS + WARM_BID_ROUNDS);
