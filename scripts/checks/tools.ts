import { check } from "./check";
import { breachesOf } from "./tool";

// Each further checker works out for itself what the others know: on a few cores one alone is done first.
export const types = check("types (tsc)", () =>
  breachesOf("typescript/bin/tsc", ["-p", ".", "--noEmit", "--incremental", "false", "--checkers", "1"]),
);

export const lint = check("lint with types (oxlint)", () =>
  breachesOf("oxlint/bin/oxlint", ["--type-aware", "--format", "unix", "."]),
);

export const format = check("format (biome)", () =>
  breachesOf("@biomejs/biome/bin/biome", ["format", "--max-diagnostics=30", "."]),
);

export const nothingUnused = check("nothing unused (knip)", () =>
  breachesOf("knip/bin/knip.js", ["--reporter", "compact", "--no-progress"]),
);
