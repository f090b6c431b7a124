import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { askerOf, drive, together } from "./drive";

/** A server that answers so many bytes, or a refusal at /no. */
async function serving(bytes: number): Promise<string> {
  const server = createServer((asked, answer) => {
    answer.statusCode = asked.url === "/no" ? 422 : 200;
    answer.end(asked.url === "/no" ? "Values refused" : "x".repeat(bytes));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("A round holds the bytes of one answer and the wait of each act, however many clients ask at once.", async () => {
  const ask = askerOf(await serving(500));
  let prepared = 0;
  const contender = {
    cpuMs: () => performance.now(),
    prepare: async (count: number) => {
      prepared += count;
      return async () => (await ask({ path: "/" })).bytes;
    },
  };
  const [rounds] = await drive([contender], { amount: 40, clients: 8, rounds: 2, warmRounds: 1 });
  expect(rounds?.map(({ bytes, latenciesMs }) => [bytes, latenciesMs.length])).toEqual([
    [500, 40],
    [500, 40],
  ]);
  expect(prepared).toBe(120);
});

test("An answer that is no success is an error that says what the server said.", async () => {
  const ask = askerOf(await serving(1));
  await expect(ask({ path: "/no" })).rejects.toThrow("/no answers 422: Values refused");
});

test("So many clients act at a time, and every act is done once.", async () => {
  const done: number[] = [];
  let [busy, busiest] = [0, 0];
  await together(20, 4, async (at) => {
    busiest = Math.max(busiest, ++busy);
    await pause(1);
    busy--;
    done.push(at);
  });
  expect(busiest).toBe(4);
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
});
