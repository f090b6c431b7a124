import fc from "fast-check";
import { expect, test } from "vitest";
import { dialect } from "@/db/dialect";
import { BIDDING, DECIDING, OPENED, OPENED_ON, OPENING } from "@/test/fair-model/commands";
import { READERS, realMarket } from "@/test/fair-model/market";
import { freshModel } from "@/test/fair-model/model";

// A database of its own for each run costs ten times as much on PostgreSQL.
const RUNS = Number(process.env.KOUAN_MODEL_RUNS ?? (dialect === "postgres" ? 8 : 40));
const commandsOf = (of: typeof BIDDING, maxCommands: number) => fc.commands(of, { maxCommands, size: "max" });
const EACH_MS = 20_000;

type Phases = readonly Iterable<(typeof OPENED)[number]>[];

/** Plays the phases one after the other on a market of their own. */
async function play(phases: Phases): Promise<void> {
  const real = await realMarket();
  const state = { model: freshModel(), real };
  try {
    for (const commands of phases) await fc.asyncModelRun(() => state, commands);
    // Who comes back late hears all of it, once and in order.
    for (const reader of READERS) expect(await real.hear(reader, 1_000)).toEqual(await real.log());
  } finally {
    await real.end();
  }
}

test(
  "whatever is bid, amended, confirmed, closed, opened and awarded in whatever order, by a process that dies: no bid is taken after the end, no stale one wins, no version is lost, and all hear one sequence",
  async () => {
    const phases = fc.tuple(commandsOf(BIDDING, 24), OPENING, commandsOf(DECIDING, 12));
    await fc.assert(fc.asyncProperty(phases, play), { numRuns: RUNS });
  },
  RUNS * EACH_MS,
);

test(
  "however opened bids are held for longer, negotiated, put out, mended, judged, rejected and awarded: nothing is decided after its time, no more is moved or offered than was published, no bid is passed over for papers that are still being mended, no bid that is out wins, each yes is one version and one award, and every loser is told why",
  async () => {
    const decided = commandsOf(OPENED_ON, 20).map((commands): Phases => [OPENED, commands]);
    await fc.assert(fc.asyncProperty(decided, play), { numRuns: Math.ceil(RUNS * 0.6) });
  },
  RUNS * EACH_MS,
);
