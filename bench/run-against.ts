import { join } from "node:path";
import { checkOut } from "./checkout";
import type { Dialect } from "./lines";
import { turnsTable } from "./print";
import type { Bench } from "./run-bench";
import { driveLines } from "./run-lines";
import { build, ROOT } from "./server";
import { openSide, startSide } from "./side";

/** This checkout and another commit, each built, with a market that its own code has made, driven by turns by one client. */
export async function runAgainst(commit: string, bench: Bench): Promise<void> {
  const { lines, size, dialects, starts, folder, urlOf } = bench;
  const old = checkOut(commit, join(folder, "checkout"));
  console.log(`building ${old.name} and this checkout`);
  await build(old.folder);
  await build(ROOT);
  const sideOf = async (name: string, checkout: string, dialect: Dialect) =>
    await openSide({
      ...{ name, checkout, dialect, size, folder: join(folder, `${name}-${dialect}`) },
      ...(dialect === "postgres" ? { url: await urlOf(`kouan_${name}`) } : {}),
    });
  for (const dialect of dialects) {
    const before = await sideOf(old.name, old.folder, dialect);
    const now = await sideOf("now", ROOT, dialect);
    const driven = await driveLines(lines, starts, async () => [await startSide(before), await startSide(now)]);
    console.log(
      `\n${dialect}, ${size}, ${old.name} -> now; floors and goals are multiples of 9ca5d379\n${turnsTable(driven, { dialect, size })}\n`,
    );
  }
}
