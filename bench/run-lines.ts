import { setTimeout as pause } from "node:timers/promises";
import { type Contender, drive, together } from "./drive";
import { type Round, summaryOf } from "./figures";
import type { Line } from "./lines";
import type { Driven, OnWire, Sided } from "./print";
import { type Running, type Side, startSide } from "./side";
import { wireTo } from "./wire";

const CLIENTS = 8;
const ROUNDS = 3;
// Code is compiled and statements are prepared while it warms up, and the larger program takes longer.
const WARM_ROUNDS = 2;
/** One client has an eighth of the acts of eight. */
const aloneOf = (amount: number) => Math.ceil(amount / CLIENTS);

type Taking = { readonly name: string; readonly contender: Contender };

/** Those that have the line: one that fails at its first act is left out with a word. */
async function thoseWith(line: Line, running: readonly Running[]): Promise<Taking[]> {
  const taking: Taking[] = [];
  for (const { name, contender: contenderOf } of running) {
    const contender = contenderOf(line);
    if (!contender) continue;
    try {
      await (await contender.prepare(1))();
      taking.push({ name, contender });
    } catch (error) {
      console.log(`  ${line.name} is left out of ${name}: ${(error as Error).message}`);
    }
  }
  return taking;
}

async function driveLine(line: Line, running: readonly Running[]): Promise<Sided[]> {
  const taking = await thoseWith(line, running);
  const contenders = taking.map(({ contender }) => contender);
  const { amount } = line;
  const eight = await drive(contenders, { amount, clients: CLIENTS, rounds: ROUNDS, warmRounds: WARM_ROUNDS });
  const one = await drive(contenders, { amount: aloneOf(amount), clients: 1, rounds: ROUNDS, warmRounds: 0 });
  const roundsOf = (rounds: Round[][], at: number) => rounds[at] as Round[];
  const said = taking.map(({ name }, at) => `${name} ${summaryOf(roundsOf(eight, at)).perCore.toFixed(0)}/s a core`);
  console.log(`  ${line.name}: ${said.join(", ")}`);
  return taking.map(({ name }, at) => ({ name, eight: roundsOf(eight, at), one: roundsOf(one, at) }));
}

/** All lines by turns on what each start brings up; a start is up to a seventh faster than the next, so rounds of all count together. */
export async function driveLines(
  lines: readonly Line[],
  starts: number,
  start: () => Promise<readonly Running[]>,
): Promise<Driven[]> {
  const all: Sided[][] = lines.map(() => []);
  for (let at = 0; at < starts; at++) {
    const running = await start();
    try {
      for (const [position, line] of lines.entries()) all[position]?.push(...(await driveLine(line, running)));
    } finally {
      for (const server of new Set(running.map((one) => one.server))) await server.stop();
    }
  }
  return lines.map((line, at) => {
    const bySide = Map.groupBy(all[at] ?? [], ({ name }) => name);
    const sides = [...bySide].map(([name, parts]) => ({
      name,
      eight: parts.flatMap((part) => part.eight),
      one: parts.flatMap((part) => part.one),
    }));
    return { line, sides };
  });
}

const COUNTED_ACTS = 5;
const WARMING_ACTS = 3;
/** By then what followed from the act before has been done. */
const SETTLED_MS = 150;

/** Statements of each line's act, the least of some, and conflicts where eight write at once: of a server whose wire to PostgreSQL is listened to. */
export async function countLines(side: Side, lines: readonly Line[]): Promise<Map<string, OnWire>> {
  const database = new URL(side.env["DATABASE_URL"] as string);
  const wire = await wireTo(Number(database.port));
  database.port = `${wire.port}`;
  const running = await startSide(side, { DATABASE_URL: database.href });
  const counted = new Map<string, OnWire>();
  try {
    for (const line of lines) {
      const [taken] = await thoseWith(line, [running]);
      if (!taken) continue;
      const act = await taken.contender.prepare(WARMING_ACTS + COUNTED_ACTS);
      await together(WARMING_ACTS, 1, act);
      const each: number[] = [];
      await together(COUNTED_ACTS, 1, async () => {
        await pause(SETTLED_MS);
        const before = wire.counted().statements;
        await act();
        each.push(wire.counted().statements - before);
      });
      counted.set(line.name, { statements: Math.min(...each), lost: await lostOf(line, taken.contender) });
    }
  } finally {
    await running.server.stop();
    wire.close();
  }
  return counted;

  async function lostOf({ kind, amount }: Line, { prepare }: Contender): Promise<number | null> {
    if (kind !== "write") return null;
    const act = await prepare(amount);
    const before = wire.counted().conflicts;
    await together(amount, CLIENTS, act);
    const conflicts = wire.counted().conflicts - before;
    return conflicts / (amount + conflicts);
  }
}
