import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Node = { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } };
type Profile = {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

const PARTS: readonly (readonly [string, RegExp])[] = [
  ["React and Next rendering", /next-server\/app-(page|route)[^/]*runtime|react-dom|react-server/],
  ["Next server", /node_modules\/next\/|\.next\/server\/(chunks\/)?.*middleware/],
  ["SQLite driver", /better-sqlite3/],
  ["product and its packages", /\.next\/server\//],
  ["Node", /^node:|^$/],
];

function partOf({ callFrame: { functionName, url } }: Node): string {
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(program)") return "outside JavaScript";
  return PARTS.find(([, pattern]) => pattern.test(url))?.[0] ?? "other";
}

/** Where a process spent its working time, from the CPU profile that Node left in the folder. */
export function whereTimeGoes(folder: string): string {
  const file = readdirSync(folder).find((name) => name.endsWith(".cpuprofile"));
  if (!file) return "no profile was written";
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const node = byId.get(id);
    if (!node || node.callFrame.functionName === "(idle)" || node.callFrame.functionName === "(root)") continue;
    spent.set(partOf(node), (spent.get(partOf(node)) ?? 0) + (timeDeltas[at] ?? 0));
  }
  const whole = [...spent.values()].reduce((all, one) => all + one, 0);
  const shares = [...spent]
    .sort((a, b) => b[1] - a[1])
    .map(([part, time]) => `${part} ${((time / whole) * 100).toFixed(0)} %`);
  return shares.join(", ");
}
