import fc from "fast-check";
import { expect, test } from "vitest";
import { dialect } from "@/db/dialect";
import { dealLogAfter } from "@/db/repositories/chains";
import { ACTS, BEGUN } from "@/test/chain-model/commands";
import { freshModel } from "@/test/chain-model/model";
import { modelMarket } from "@/test/chain-model/real";

const RUNS = Number(process.env.KOUAN_MODEL_RUNS ?? (dialect === "postgres" ? 12 : 60));
const EACH_MS = 20_000;

test(
  "whatever is reported, inspected, decided, slotted, accepted, waived, called off, sent back and disputed in whatever order, by a process that dies between: no step passes a closed gate, what failed holds all behind it, and nothing happens twice",
  async () => {
    const played = fc.tuple(BEGUN, fc.noBias(fc.commands(ACTS, { maxCommands: 40, size: "max" })));
    await fc.assert(
      fc.asyncProperty(played, async ([begun, commands]) => {
        const state = { model: freshModel(), real: await modelMarket() };
        await fc.asyncModelRun(() => state, begun);
        await fc.asyncModelRun(() => state, commands);
        const { database, dealId } = state.real;
        const log = await dealLogAfter(database.read, { dealId, seq: 0, limit: 10_000 });
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * EACH_MS,
);
