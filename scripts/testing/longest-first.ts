import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longer than their size tells: they build a market, start processes, or draw a thousand cases. */
export const LONG: readonly string[] = [
  "demo/night.test.ts",
  "server/orders/chain/chain.model.test.ts",
  "server/platform/process/start-with-keys.test.ts",
  "server/platform/process/run-script.test.ts",
  "demo/bulk/bulk-market.test.ts",
  "server/bidding/verify-command-line.test.ts",
  "server/api/fuzz.test.ts",
  "components/services/screens.test.tsx",
  "server/worker/lag.test.ts",
  "server/requests/fair-bidding.model.test.ts",
  "demo/killed-seeding.test.ts",
  "server/worker/two-processes.test.ts",
  "server/worker/random-trade.test.ts",
  "server/tariff/import-list.test.ts",
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((path) => moduleId.endsWith(`/${path}`));
  return at === -1 ? LONG.length : at;
};

/**
 * Vitest begins with the files that took long the last time, and in a fresh clone, where it knows of none, with the large ones. A long one that comes last has
 * the other workers wait for it: within their lane those come first.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const lanes = Map.groupBy(sorted, ({ project }) => project.name);
    return [...lanes.values()].flatMap((lane) => lane.toSorted((a, b) => place(a) - place(b)));
  }
}
