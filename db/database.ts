import { AsyncLocalStorage } from "node:async_hooks";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Dialect } from "./dialect";
import { codeOf, isAfterFailure, isConflict, isKeyRace } from "./failures";
import { createHash } from "node:crypto";
import { type Placeholder, sql } from "drizzle-orm";

type Orm = PgDatabase<PgQueryResultHKT>;

/** What a query may use. There is no insert here to misuse. */
export type Reader = Pick<Orm, "select" | "selectDistinct" | "$count" | "with">;

/** What a command may use, inside `write` only. */
export type Writer = Reader & Pick<Orm, "insert" | "update" | "delete">;

/**
 * Serializable, unless it is said that the rows that the work locks are all that it rests on: only then read committed, which meets no
 * conflict with what others only read. SQLite has one writer at a time and knows no difference.
 */
export type Isolation = "serializable" | "read committed";

/** How some work is done: see `Isolation`; `isFirst` passes over whoever waits for a turn or a connection. */
export type Turn = { readonly isolation: Isolation; readonly isFirst?: boolean };

export type Driver = {
  readonly dialect: Dialect;
  readonly reader: unknown;
  transact<T>(work: (tx: Writer) => Promise<T>, how: Required<Turn>): Promise<T>;
  /** Runs SQL that the migration runner and tests need; never on a request's path. */
  execute(statement: string): Promise<void>;
  /** Lets the planner know how large tables have become, where the engine does not see to it itself. */
  refreshStatistics(): Promise<void>;
  close(): Promise<void>;
};

export type Database = {
  readonly dialect: Dialect;
  /** Reads a state that was committed; on PostgreSQL it may be a replica's. */
  readonly read: Reader;
  /**
   * Runs `work` in one transaction, serializable if nothing else is asked for. It may run again after a conflict and, on SQLite, holds the
   * only writer: so no mail, no fetch, no cache and no slow hash inside. A conflict that outlasts all tries is thrown with its `code`.
   */
  write<T>(work: (tx: Writer) => Promise<T>, options?: Turn): Promise<T>;
  execute(statement: string): Promise<void>;
  refreshStatistics(): Promise<void>;
  close(): Promise<void>;
};

/** The rows that decide are locked, and nothing else of what the work reads matters. */
export const BY_ROW_LOCKS = { isolation: "read committed" } as const;

/** The same for who must keep up with all others, however many of them wait. */
export const BEFORE_OTHERS = { ...BY_ROW_LOCKS, isFirst: true } as const;

// Work is asked for again so often at least, and for so long: a caller still waits then. Much of the time may have gone by in waiting for turns.
const ATTEMPTS_MIN = 10;
const RETRY_FOR_MS = 4_000;
const RETRY_BASE_MS = 4;
const RETRY_PAUSE_MAX_MS = 100;
// Who has lost so often takes a turn: until it is over no other write of this process begins.
const IN_TURN_FROM = 4;
// The second run sees the row of the first and decides on it. That one may lose in its turn to a third.
const KEY_RACES_MAX = 3;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Turns, one after another: taking one answers how to give it back, and `over` is when all that were taken so far have ended. */
function turns() {
  let last = Promise.resolve();
  return {
    over: () => last,
    async take(): Promise<() => void> {
      const before = last;
      let giveBack: () => void = () => undefined;
      last = new Promise((resolve) => {
        giveBack = resolve;
      });
      await before;
      return giveBack;
    },
  };
}

export function databaseOver(driver: Driver): Database {
  const writing = new AsyncLocalStorage<true>();
  const turn = turns();
  return {
    dialect: driver.dialect,
    read: driver.reader as Reader,
    execute: driver.execute,
    refreshStatistics: driver.refreshStatistics,
    close: driver.close,
    async write(work, { isolation, isFirst = false }: Turn = { isolation: "serializable" }) {
      // SQLite would deadlock on its own queue and PostgreSQL on its own pool.
      if (writing.getStore()) throw new Error("write() inside write(): pass tx down instead");
      let giveBack: (() => void) | undefined;
      let keyRaces = 0;
      const untilMs = performance.now() + RETRY_FOR_MS;
      try {
        for (let attempt = 1; ; attempt++) {
          if (!giveBack) await turn.over();
          try {
            return await writing.run(true, () => driver.transact(work, { isolation, isFirst }));
          } catch (error) {
            const again = isConflict(error) || (isKeyRace(error) && ++keyRaces <= KEY_RACES_MAX);
            if (!again || (attempt >= ATTEMPTS_MIN && performance.now() > untilMs)) throw withCode(error);
            // Two processes know nothing of each other's turns: only chance keeps them from meeting again.
            await pause(Math.random() * Math.min(RETRY_BASE_MS * 2 ** attempt, RETRY_PAUSE_MAX_MS));
            if (attempt + 1 === IN_TURN_FROM) giveBack = await turn.take();
          }
        }
      } finally {
        giveBack?.();
      }
    },
  };
}

/** A failure with the code of what caused it on itself, so that whoever answers for it need not look down. */
function withCode(error: unknown): unknown {
  const code = codeOf(error);
  return error instanceof Error && code !== "" ? Object.assign(error, { code }) : error;
}

/**
 * Parts of a transaction of which none asks what another has answered: PostgreSQL is sent their statements one behind the other, without waiting for
 * each. Ends when all have ended, so that none comes after the rollback; throws what failed first, else answers what each has.
 */
export async function together<const Parts extends readonly unknown[]>(
  parts: Parts,
): Promise<{ -readonly [At in keyof Parts]: Awaited<Parts[At]> }> {
  const settled = await Promise.allSettled(parts);
  const failures = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((failure) => !isAfterFailure(failure)) ?? failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    -readonly [At in keyof Parts]: Awaited<Parts[At]>;
  };
}

type Executable<Rows> = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Rows> } };

const byConnection = new WeakMap<object, Map<string, { execute(values?: Record<string, unknown>): unknown }>>();

type Memory = { readonly of: Reader; readonly answers: Map<string, PromiseLike<unknown>> };

const memories = new WeakMap<object, Memory>();

/**
 * A reader for one page or one answer: what it has asked a prepared query, it asks once. For reading alone and for no longer than that, since
 * it does not see what is written meanwhile.
 */
export function remembering(read: Reader): Reader {
  const reader = Object.create(read) as Reader;
  memories.set(reader, { of: read, answers: new Map() });
  return reader;
}

const exactly = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}n` : value);

type Question = { readonly name: string; readonly values: unknown };

/** Asks, but what a reader that remembers has asked before. Each asker gets a list of its own of the same rows. */
async function askBy<Rows>(
  db: Reader,
  { name, values }: Question,
  ask: (db: Reader) => PromiseLike<Rows>,
): Promise<Rows> {
  const memory = memories.get(db);
  if (!memory) return await ask(db);
  const key = `${name} ${JSON.stringify(values, exactly)}`;
  const answer = (memory.answers.get(key) as PromiseLike<Rows> | undefined) ?? ask(memory.of);
  memory.answers.set(key, answer);
  const rows = await answer;
  return Array.isArray(rows) ? ([...rows] as Rows) : rows;
}

/**
 * A query built once per connection and run many times: building one anew costs ten times its run on SQLite. On PostgreSQL the
 * server plans it once a connection, too, but where the plan is to be made by the values of each run.
 */
export function prepared<Rows, Values extends Record<string, unknown>>(
  name: string,
  build: (db: Reader) => Executable<Rows>,
  { isPlannedByValues = false }: { readonly isPlannedByValues?: boolean } = {},
): (db: Reader, values: Values) => Promise<Rows> {
  const ask = async (db: Reader, values: Values): Promise<Rows> => {
    const known = byConnection.get(db) ?? new Map();
    byConnection.set(db, known);
    let statement = known.get(name);
    if (!statement) {
      // What has no name is planned at each run.
      statement = build(db).prepare(isPlannedByValues ? "" : name);
      known.set(name, statement);
    }
    return (await statement.execute(values)) as Rows;
  };
  return (db, values) => askBy(db, { name, values }, (on) => ask(on, values));
}

/** So many in a list is usual: a deal has one order of each service. */
const LIST_MAX = 8;
/** Beyond it lists come in these lengths: the relay writes what follows from many events at once. */
const LENGTHS = [16, 32, 64, 128, 256] as const;

type Slots = Record<string, Placeholder>;

/** Names of what statements are given, `id0` and `id1`, each put together once: a text that is new is first looked up among all names there are. */
function slotNames(prefix: string): (at: number) => string {
  const names: string[] = [];
  return (at) => (names[at] ??= `${prefix}${at}`);
}

const idSlot = slotNames("id");

const columnSlots = new Map<string, (at: number) => string>();

/** Of a column of the row at a place. */
function rowSlot(column: string, at: number): string {
  let names = columnSlots.get(column);
  if (!names) columnSlots.set(column, (names = slotNames(column)));
  return names(at);
}

const setSlots = new Map<string, string>();

/** Of a column that a change sets. */
function setSlot(column: string): string {
  let name = setSlots.get(column);
  if (!name) setSlots.set(column, (name = `set_${column}`));
  return name;
}

/** The length for which a statement is built that takes so many; undefined where there are too many for one. */
const lengthFor = (count: number): number | undefined =>
  count <= LIST_MAX ? count : LENGTHS.find((length) => count <= length);

/**
 * A query by a list of ids and what other values it has, built once for each length: a list that is shorter than a length names its last id again.
 * A very long one is a query of its own, and an empty one answers nothing.
 */
export function preparedList<Rows>(
  name: string,
  build: (db: Reader, ids: (string | Placeholder)[]) => Executable<Rows>,
): (db: Reader, ids: readonly string[], values?: Record<string, unknown>) => Promise<Rows | []> {
  const slots = (count: number) => Array.from({ length: count }, (_, at) => sql.placeholder(idSlot(at)));
  const byLength = new Map(
    [...Array.from({ length: LIST_MAX }, (_, last) => last + 1), ...LENGTHS].map((length) => [
      length,
      prepared<Rows, Record<string, unknown>>(`${name}_${length}`, (db) => build(db, slots(length))),
    ]),
  );
  return async (db, ids, values = {}) => {
    if (ids.length === 0) return [];
    const length = lengthFor(ids.length);
    if (length === undefined)
      return await askBy(db, { name, values: { ...values, ids } }, (on) =>
        build(on, [...ids])
          .prepare("")
          .execute(values),
      );
    const known = byLength.get(length) as (db: Reader, values: Record<string, unknown>) => Promise<Rows>;
    const last = ids.length - 1;
    const asked: Record<string, unknown> = { ...values };
    for (let at = 0; at < length; at++) asked[idSlot(at)] = ids[Math.min(at, last)];
    return await known(db, asked);
  };
}

/** How many of the rows that are left one statement takes: the longest of its lengths that they fill. */
const rowsTaken = (left: number): number => LENGTHS.findLast((length) => length <= left) ?? Math.min(left, LIST_MAX);

/**
 * An insert of rows that all fill the same columns, many in one statement: built once for each number of them. No column of them
 * may need more than its value to become null.
 */
export function preparedRows<Row extends object>(
  name: string,
  build: (db: Writer, rows: Row[]) => Executable<unknown>,
): (db: Writer, rows: readonly Row[]) => Promise<void> {
  const byCount = new Map<number, (db: Reader, values: Record<string, unknown>) => Promise<unknown>>();
  const insertOf = (columns: readonly string[], count: number) => {
    const slotsAt = (at: number): Slots =>
      Object.fromEntries(columns.map((column) => [column, sql.placeholder(rowSlot(column, at))]));
    return prepared(`${name}_${count}`, (db) =>
      build(
        db as Writer,
        Array.from({ length: count }, (_, at) => slotsAt(at) as unknown as Row),
      ),
    );
  };
  return async (db, rows) => {
    for (let from = 0; from < rows.length; from += rowsTaken(rows.length - from)) {
      const some = rows.slice(from, from + rowsTaken(rows.length - from));
      const insert = byCount.get(some.length) ?? insertOf(Object.keys(some[0] as Row), some.length);
      byCount.set(some.length, insert);
      const values: Record<string, unknown> = {};
      for (const [at, row] of some.entries()) for (const column in row) values[rowSlot(column, at)] = row[column];
      await insert(db, values);
    }
  };
}

/** Of a choice of columns, short enough for PostgreSQL's names of 63 bytes. */
const digestOf = (choice: string): string => createHash("sha256").update(choice).digest("hex").slice(0, 16);

/**
 * An update that sets now these and now those columns, built once for each choice of them. What becomes null stands in the statement:
 * a column writes only what it has a value for. `of` are values that the statement finds its row by. Its name says which columns it sets,
 * whoever asks first: the build holds several copies of this module, and they share PostgreSQL's connections, where one name is one statement.
 */
export function preparedChange<Rows, Change extends object, Of extends Record<string, unknown>>(
  name: string,
  build: (db: Writer, change: Change) => Executable<Rows>,
): (db: Writer, change: Change, of: Of) => Promise<Rows> {
  const byChoice = new Map<string, (db: Reader, values: Record<string, unknown>) => Promise<Rows>>();
  return async (db, change, of) => {
    const values: Record<string, unknown> = { ...of };
    let choice = "";
    for (const column in change) {
      const value = change[column];
      if (value === undefined) continue;
      choice += `${choice && ","}${column}${value === null ? "=" : ""}`;
      values[setSlot(column)] = value;
    }
    let known = byChoice.get(choice);
    if (!known) {
      const set = Object.entries(change).filter(([, value]) => value !== undefined);
      const slots = Object.fromEntries(
        set.map(([column, value]) => [column, value === null ? null : sql.placeholder(setSlot(column))]),
      ) as Slots;
      known = prepared(`${name}_${digestOf(choice)}`, (on) => build(on as Writer, slots as unknown as Change));
      byChoice.set(choice, known);
    }
    return await known(db, values);
  };
}

/** An insert of one row, built once for each choice of columns that it fills, as `preparedChange` is. */
export function preparedInsert<Row extends object>(
  name: string,
  build: (db: Writer, row: Row) => Executable<unknown>,
): (db: Writer, row: Row) => Promise<void> {
  const insert = preparedChange(name, build);
  return async (db, row) => void (await insert(db, row, {}));
}
