import { existsSync } from "node:fs";
import { ROOT, check } from "./checkout";
import { runTool } from "./tools";

const HOUSE = [
  "app",
  "components",
  "views",
  "domain",
  "server",
  "db",
  "demo",
  "scripts",
  "test",
  "e2e",
  "bench",
  "proxy.ts",
  "instrumentation.ts",
];

/** Where its parser is missing, dependency-cruiser reads nothing and passes. The house had more modules than this when it was set. */
const MODULES_MIN = 500;

type Cruise = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
  };
};

/** What breaks the import law in a checkout, as `rule: from → to`. */
export async function cruise(
  folder: string,
  paths: readonly string[],
): Promise<{ modules: number; breaches: string[] }> {
  const { out } = await runTool(
    "dependency-cruiser/bin/dependency-cruiser.mjs",
    ["--config", "dependency-cruiser.config.mjs", "--output-type", "json", ...paths],
    folder,
  );
  const { summary } = JSON.parse(out) as Cruise;
  return {
    modules: summary.totalCruised,
    breaches: summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from}${to === from ? "" : ` → ${to}`}`),
  };
}

export const tooFewModules = (modules: number, floor = MODULES_MIN): string[] =>
  modules < floor
    ? [`only ${modules} modules were read, at least ${floor} are there: the parser does not see TypeScript`]
    : [];

export const importLaw = check("import law", async () => {
  const { modules, breaches } = await cruise(
    ROOT,
    HOUSE.filter((path) => existsSync(`${ROOT}/${path}`)),
  );
  return [...tooFewModules(modules), ...breaches];
});
