import { expect, onTestFinished, test } from "vitest";
import * as outbox from "@/db/outbox";
import { reviseBid } from "@/server/bidding/submit-bid";
import { execute } from "@/server/platform/execute";
import { onCommitted, platformOver } from "@/server/platform/platform";
import { biddingMarket, done } from "@/test/bidding-market";
import { startLoop } from "./loop";
import { relayRound } from "./relay";

const CLIENTS = 64;
const WRITES = 20 * CLIENTS;
/** What is written while a round runs, and while the next one waits for its turn. */
const WAITING_MAX = 5 * CLIENTS;
const TEST_MS = 120_000;

test(
  "the events that wait do not grow without end while many write, with the worker in the same process",
  async () => {
    const of = await biddingMarket({ mode: "sealed" });
    const on = { ...platformOver(of.database, of.on.clock), isMetered: false };
    const relay = startLoop({ name: "relay", everyMs: 1_000, round: () => relayRound(on) });
    const stopListening = onCommitted(relay.nudge);
    onTestFinished(async () => {
      stopListening();
      await relay.stop();
    });
    const { id: bidId } = await of.bid();
    const waiting: number[] = [];
    let [sent, written] = [0, 0];
    const client = async () => {
      while (sent++ < WRITES) {
        const input = { bidId, remarks: `Version ${sent}` };
        done(await execute(reviseBid, { actor: of.actors.provider, input }, on));
        if (++written % CLIENTS === 0) waiting.push((await outbox.backlog(of.database.read)).count);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    expect(Math.max(...waiting)).toBeLessThanOrEqual(WAITING_MAX);
  },
  TEST_MS,
);
