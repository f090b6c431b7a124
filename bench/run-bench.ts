import { join } from "node:path";
import { eq } from "drizzle-orm";
import { databaseOver } from "@/db/database";
import { sqliteDriver } from "@/db/drivers/sqlite";
import { memberships } from "@/db/schema/accounts";
import { makeKey } from "@/test/make-key";
import { startBare } from "./bare-sides";
import { comparisonOf, neighbours } from "./figures";
import { compareHubShare } from "./hub-share";
import { compareCommands, PAIRS_NEEDED } from "./in-process";
import { type Dialect, type Line, type Size, SIZES } from "./lines";
import { actorOf, makeKeys, makePairs } from "./market";
import { bareTable, type Driven, growthTable, linesTable, type Measured, type OnWire } from "./print";
import { countLines, driveLines } from "./run-lines";
import { build, buildBare, ROOT } from "./server";
import { openSide, type Side, startSide } from "./side";
import { statementTable } from "./statements";

export type Bench = {
  readonly lines: readonly Line[];
  readonly size: Size;
  readonly dialects: readonly Dialect[];
  readonly starts: number;
  /** Where the market of that size lies, and a folder for all else. */
  readonly market: string;
  readonly folder: string;
  /** The address of an empty database on the PostgreSQL server. */
  readonly urlOf: (database: string) => Promise<string>;
};

const say = (line: string) => console.log(line);

/** The lines that the bare application has, each side against ours. */
function bareLines(driven: readonly Driven[]): Measured[] {
  const unit = { page: "pages/s", answer: "answers/s", write: "acts/s" } as const;
  return driven.flatMap(({ line, sides: [ours, ...others] }) =>
    others.map(({ name, eight }) => ({
      ...comparisonOf(neighbours(ours?.eight ?? [], eight)),
      name: name === "same" ? line.name : `${line.name} beside the table`,
      unit: unit[line.kind],
      floor: name === "same" ? (line.bare?.floor ?? 0) : 0,
      goal: name === "same" ? (line.bare?.goal ?? 0) : 0,
    })),
  );
}

/** What is measured in this process: statements by number of bids, sealed bids by command, and the hubs' share where there are two markets. */
async function inProcess({ market, folder }: Bench, small: Side | null): Promise<Measured[]> {
  const database = databaseOver(sqliteDriver(join(market, "kouan.db")));
  const keys = await makeKeys(database);
  say(`${await statementTable(database, keys)}\n`);
  const pairs = await makePairs(database, keys, { count: PAIRS_NEEDED, mode: "sealed" });
  const lines = await compareCommands(database, folder, pairs);
  if (small) {
    const other = databaseOver(sqliteDriver(join(small.env["DATA_DIR"] as string, "kouan.db")));
    const [person] = await database.read
      .select()
      .from(memberships)
      .where(eq(memberships.role, "administrator"))
      .limit(1);
    if (!person) throw new Error("The market has no administrator");
    const administrator = await actorOf(await makeKey(database, person));
    lines.push(await compareHubShare({ large: database, small: other, administrator }));
    await other.close();
  }
  await database.close();
  return lines;
}

/** Every read in markets of several sizes by turns, each larger one beside the smallest. */
async function driveGrowth(bench: Bench, dialect: Dialect, sides: readonly [Side, ...Side[]]): Promise<void> {
  const reads = bench.lines.filter(({ kind }) => kind !== "write");
  const driven = await driveLines(reads, bench.starts, () => Promise.all(sides.map((side) => startSide(side))));
  for (const [at, { name }] of sides.entries()) {
    if (at === 0) continue;
    const pairs = driven.map(({ line, sides: all }) => ({
      line,
      sides: all.filter((side) => [sides[0].name, name].includes(side.name)),
    }));
    say(`\n${dialect}, from ${sides[0].name} to ${name}\n${growthTable(pairs, name as Size)}\n`);
  }
}

/** A market of that size, beside others of its database. */
const openSized = async ({ folder, urlOf }: Bench, dialect: Dialect, size: Size): Promise<Side> =>
  openSide({
    ...{ name: size, checkout: ROOT, dialect, size, folder: join(folder, `${dialect}-${size}`) },
    ...(dialect === "postgres" ? { url: await urlOf(`market_${size}`) } : {}),
  });

/** Reads alone, in markets of all sizes up to the one that is asked for. */
export async function runGrowth(bench: Bench): Promise<void> {
  say("building the product");
  await build(ROOT);
  const sizes = SIZES.slice(0, SIZES.indexOf(bench.size) + 1);
  for (const dialect of bench.dialects) {
    say(`${dialect}: markets of ${sizes.join(", ")} orders`);
    const sides: Side[] = [];
    // One that was kept is taken as it is.
    const kept = { ...bench, folder: dialect === "sqlite" ? bench.market : bench.folder };
    for (const size of sizes) sides.push(await openSized(kept, dialect, size));
    await driveGrowth(bench, dialect, sides as [Side, ...Side[]]);
  }
}

async function onDatabase(bench: Bench, dialect: Dialect): Promise<void> {
  const { size, market, folder, lines, starts } = bench;
  const isSqlite = dialect === "sqlite";
  const ours = await openSide({
    ...{ name: size, checkout: ROOT, dialect, size, folder: isSqlite ? market : join(folder, "ours-postgres") },
    ...(isSqlite ? {} : { url: await bench.urlOf("ours") }),
  });
  const driven = await driveLines(lines, starts, async () => {
    const running = await startSide(ours);
    return isSqlite ? [running, ...(await startBare(running.client, folder))] : [running];
  });
  const counts = isSqlite ? new Map<string, OnWire>() : await countLines(ours, lines);
  say(`\n${dialect}, ${size}\n${linesTable(driven, { dialect, size }, counts)}\n`);
  const small = size === "10k" ? null : await openSized(bench, dialect, "10k");
  if (small) await driveGrowth(bench, dialect, [small, ours]);
  if (!isSqlite) return;
  const commands = size === "1m" ? [] : await inProcess(bench, small);
  say(`beside something bare\n${bareTable([...bareLines(driven), ...commands])}\n`);
}

/** Builds, measures and prints, a database after the other. */
export async function runBench(bench: Bench): Promise<void> {
  say("building the product and the bare application");
  await build(ROOT);
  await buildBare();
  for (const dialect of bench.dialects) {
    say(`${dialect}: a market of ${bench.size} orders`);
    await onDatabase(bench, dialect);
  }
}
