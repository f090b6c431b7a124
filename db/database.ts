import { AsyncLocalStorage } from "node:async_hooks";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Dialect } from "./dialect";

type Orm = PgDatabase<PgQueryResultHKT>;

/** What a query may use. There is no insert here to misuse. */
export type Reader = Pick<Orm, "select" | "selectDistinct" | "$count" | "with">;

/** What a command may use, inside `write` only. */
export type Writer = Reader & Pick<Orm, "insert" | "update" | "delete">;

export type Driver = {
  readonly dialect: Dialect;
  readonly reader: unknown;
  transact<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** True where the engine asks to run the same work again (serialization failure, busy file). */
  isConflict(error: unknown, attempt: number): boolean;
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
   * Runs `work` in one serializable transaction. It may run again after a conflict and, on SQLite, holds the only writer:
   * so no mail, no fetch, no cache and no slow hash inside.
   */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  execute(statement: string): Promise<void>;
  refreshStatistics(): Promise<void>;
  close(): Promise<void>;
};

const WRITE_ATTEMPTS_MAX = 10;
const RETRY_BASE_MS = 4;
// Who has lost so often takes a turn: until it is over no other write of this process begins.
const IN_TURN_FROM = 4;

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
    async write(work) {
      // SQLite would deadlock on its own queue and PostgreSQL on its own pool.
      if (writing.getStore()) throw new Error("write() inside write(): pass tx down instead");
      let giveBack: (() => void) | undefined;
      try {
        for (let attempt = 1; ; attempt++) {
          if (!giveBack) await turn.over();
          try {
            return await writing.run(true, () => driver.transact(work));
          } catch (error) {
            if (attempt === WRITE_ATTEMPTS_MAX || !driver.isConflict(error, attempt)) throw error;
            await pause(Math.random() * RETRY_BASE_MS * 2 ** Math.min(attempt, IN_TURN_FROM));
            if (attempt + 1 === IN_TURN_FROM) giveBack = await turn.take();
          }
        }
      } finally {
        giveBack?.();
      }
    },
  };
}
