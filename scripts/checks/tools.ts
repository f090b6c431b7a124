import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT, check } from "./checkout";

export type ToolAnswer = { readonly code: number; readonly out: string };

/** Runs an installed program by this node and answers what it said. */
export function runTool(script: string, args: readonly string[], cwd = ROOT): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, "node_modules", script), ...args], {
      cwd,
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
    });
    const parts: string[] = [];
    const errors: string[] = [];
    child.stdout.on("data", (part) => parts.push(String(part)));
    child.stderr.on("data", (part) => errors.push(String(part)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, out: parts.join("") || errors.join("") }));
  });
}

/** A tool that says in its exit code whether all is well; what it printed are the breaches. */
async function breachesOf(script: string, args: readonly string[]): Promise<string[]> {
  const { code, out } = await runTool(script, args);
  if (code === 0) return [];
  const lines = out.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`${script} ended with exit code ${code}`];
}

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
