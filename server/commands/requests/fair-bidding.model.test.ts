import fc from "fast-check";
import { expect, test } from "vitest";
import { dialect } from "@/db/dialect";
import { BIDDING, DECIDING, OPENING } from "@/test/fair-model/commands";
import { READERS, realMarket } from "@/test/fair-model/market";
import { freshModel } from "@/test/fair-model/model";

// A database of its own for each run costs ten times as much on PostgreSQL.
const RUNS = Number(process.env.KOUAN_MODEL_RUNS ?? (dialect === "postgres" ? 15 : 100));
const commandsOf = (of: typeof BIDDING, maxCommands: number) => fc.commands(of, { maxCommands, size: "max" });
const EACH_MS = 20_000;

test(
  "whatever is bid, amended, confirmed, closed, opened and awarded in whatever order, by a process that dies: no bid is taken after the end, no stale one wins, no version is lost, and all hear one sequence",
  async () => {
    await fc.assert(
      fc.asyncProperty(commandsOf(BIDDING, 24), OPENING, commandsOf(DECIDING, 12), async (...phases) => {
        const real = await realMarket();
        const state = { model: freshModel(), real };
        try {
          for (const commands of phases) await fc.asyncModelRun(() => state, commands);
          // Who comes back late hears all of it, once and in order.
          for (const reader of READERS) expect(await real.hear(reader, 1_000)).toEqual(await real.log());
        } finally {
          await real.end();
        }
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * EACH_MS,
);
