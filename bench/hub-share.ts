import type { Database } from "@/db/database";
import type { Actor } from "@/domain/access/policy";
import { TRAFFIC_MEASURES } from "@/domain/hubs/traffic";
import { DAY_MS, dayOf, instant, monthOf } from "@/domain/shared/time";
import { trafficShare } from "@/server/hubs/queries/traffic";
import { byTurns, comparisonOf, median, neighbours } from "./figures";
import type { Measured } from "./print";

const ROUNDS = 7;
const RUNS_A_ROUND = 10;

/** Twelve months of the hub share by every measure, in milliseconds: the larger market against the smaller one. */
export async function compareHubShare(of: {
  readonly large: Database;
  readonly small: Database;
  readonly administrator: Actor;
}): Promise<Measured> {
  const now = instant(Date.now());
  const period = { from: monthOf(dayOf(instant(now - 334 * DAY_MS))), to: monthOf(dayOf(now)), now };
  const measure = (database: Database) => async () => {
    const runs: number[] = [];
    for (let run = 0; run < RUNS_A_ROUND; run++) {
      const startMs = performance.now();
      for (const measured of TRAFFIC_MEASURES) {
        const share = await trafficShare(database.read, of.administrator, {
          ...period,
          measure: measured,
          by: "month",
        });
        if (!share.ok || share.value.rows.length === 0) throw new Error("The hub share has no rows");
      }
      runs.push(performance.now() - startMs);
    }
    const rate = median(runs);
    return { rate, cpuMs: 1 / rate };
  };
  await measure(of.large)();
  await measure(of.small)();
  const [large = [], small = []] = await byTurns(ROUNDS, [measure(of.large), measure(of.small)]);
  const compared = comparisonOf(neighbours(large, small));
  return { name: "hub share, 12 months, 4 measures, 100k against 10k", unit: "ms", floor: 1.2, goal: 1.2, ...compared };
}
