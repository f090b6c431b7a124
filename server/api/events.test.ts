import { expect, onTestFinished, test, vi } from "vitest";
import { apiKeys } from "../../db/schema/accounts";
import { insertOrganisationEvents } from "../../db/repositories/organisation-events";
import { type ApiMarket, apiMarket } from "@/test/api-market";
import { START } from "@/test/posting-market";
import { serve } from "../platform/api/endpoint";
import { newId } from "../platform/platform";
import { getEvents } from "./events";

/** Something happens to an organisation, as the relay would tell it. */
async function happen({ database, on }: ApiMarket, organisationId: string): Promise<string> {
  const id = newId();
  const row = {
    id,
    organisationId,
    eventId: id,
    type: "bid.submitted",
    body: { requestId: id },
    createdAt: START,
  } as const;
  await database.write((tx) => insertOrganisationEvents(tx, [row]));
  on.nudge();
  return id;
}

async function listen(authorization: string, headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const request = new Request("http://localhost/api/v1/events", {
    headers: { authorization, ...headers },
    signal: gone.signal,
  });
  const response = await serve(getEvents)(request, {});
  const reader = response.ok ? response.body?.getReader() : undefined;
  const decoder = new TextDecoder();
  let heard = "";
  const leave = async () => {
    gone.abort();
    await reader?.cancel();
  };
  onTestFinished(leave);
  return {
    response,
    leave,
    /** Reads on until so many events were heard, and answers their ids. */
    ids: async (count: number): Promise<string[]> => {
      const found = () => [...heard.matchAll(/^id: (\w+)$/gm)].map(([, id = ""]) => id);
      while (found().length < count) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) break;
        heard += decoder.decode(value, { stream: true });
      }
      return found();
    },
    heard: () => heard,
  };
}

test("a listener hears what happens to its organisation, in order, and nothing of others", async () => {
  const market = await apiMarket();
  await happen(market, "buyer");
  const listener = await listen(market.keys.buyer);
  const first = await happen(market, "buyer");
  await happen(market, "provider");
  const second = await happen(market, "buyer");
  expect(await listener.ids(2)).toEqual([first, second]);
  expect(listener.heard()).toContain(
    `event: bid.submitted\ndata: {"at":"2026-11-24T08:00:00.000Z","requestId":"${first}"}\n\n`,
  );
  expect(listener.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(listener.response.headers.get("cache-control")).toBe("no-cache, no-transform");
});

test("who comes back with the id heard last misses nothing", async () => {
  const market = await apiMarket();
  const ids: string[] = [];
  for (let count = 0; count < 130; count++) ids.push(await happen(market, "buyer"));
  const listener = await listen(market.keys.buyer, { "last-event-id": ids[4] as string });
  expect(await listener.ids(125)).toEqual(ids.slice(5));
});

test("a key has four connections at most, and a place that is given back is free", async () => {
  const market = await apiMarket();
  const open = await Promise.all([1, 2, 3, 4].map(() => listen(market.keys.buyer)));
  const fifth = await listen(market.keys.buyer);
  expect(fifth.response.status).toBe(429);
  expect(fifth.response.headers.get("retry-after")).toBe("5");
  expect((await listen(market.keys.provider)).response.status).toBe(200);
  await open[0]?.leave();
  expect((await listen(market.keys.buyer)).response.status).toBe(200);
});

test("no key, no scope and an id that is none are refused", async () => {
  const market = await apiMarket();
  expect((await listen("Bearer nonsense")).response.status).toBe(401);
  expect((await listen(await market.issue("buyer", ["deals:read"]))).response.status).toBe(403);
  expect((await listen(market.keys.buyer, { "last-event-id": "' OR 1=1" })).response.status).toBe(422);
});

test("a listener whose key is revoked is let go with the next heartbeat", async () => {
  const market = await apiMarket();
  const listener = await listen(market.keys.buyer);
  await market.database.write((tx) => tx.update(apiKeys).set({ revokedAt: 1 }));
  // The beat comes every quarter of a minute; the clock that it is measured by runs ahead instead of the test waiting for it.
  let ahead = Date.now();
  const clock = vi.spyOn(Date, "now").mockImplementation(() => (ahead += 20_000));
  onTestFinished(() => clock.mockRestore());
  expect(await listener.ids(1)).toEqual([]);
});
