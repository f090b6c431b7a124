import type { Driver, Writer } from "../database";
import { OPTIMIZE_ALL, openConnection, type Queue } from "./sqlite";
import { drizzleWithSteadyPlans } from "./steady-plans";

/** So many pieces of work share one commit; what they write has to fit the memory. */
const GROUP = 1_000;

// Rows come in by many indexes, all over the file: with a server's cache a market of a million orders had read 800 GB, page by page, when it had
// written 5. Two gigabytes at most, and no more than the file is large.
const CACHE = "cache_size = -2097152";

/**
 * For a file that is being built and that nobody else opens before it is finished: if the build is cut off the file is thrown away, so that
 * no single piece of work has to reach the disk. One connection reads and writes, so that what was written is read at once, before its commit;
 * each piece of work has a savepoint of its own, so that one that fails undoes only itself. `close` leaves the whole file on the disk.
 */
export function sqliteDraftDriver(file: string): Driver {
  const connection = openConnection(file);
  for (const pragma of ["locking_mode = EXCLUSIVE", "journal_mode = MEMORY", "synchronous = OFF", CACHE])
    connection.pragma(pragma);
  const statement = (sql: string) => connection.prepare(sql);
  const [begin, commit] = [statement("BEGIN IMMEDIATE"), statement("COMMIT")];
  const [savepoint, release, undo] = [
    statement("SAVEPOINT job"),
    statement("RELEASE job"),
    statement("ROLLBACK TO job"),
  ];
  const writer = drizzleWithSteadyPlans(connection) as unknown as Writer;
  let last: Promise<unknown> = Promise.resolve();
  let sinceCommit = 0;

  const settle = () => {
    if (connection.inTransaction) commit.run();
    sinceCommit = 0;
  };

  async function run<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    if (!connection.inTransaction) begin.run();
    savepoint.run();
    try {
      return await work(writer);
    } catch (error) {
      // A full disk ends the whole transaction at once: there is no savepoint left.
      if (connection.inTransaction) undo.run();
      throw error;
    } finally {
      if (connection.inTransaction) release.run();
      if (++sinceCommit >= GROUP) settle();
    }
  }

  const queue: Queue = (work) => {
    const done = last.then(() => run(work));
    last = done.catch(() => undefined);
    return done;
  };
  return {
    dialect: "sqlite",
    reader: writer,
    transact: (work) => queue(work),
    async execute(text) {
      await last;
      settle();
      connection.exec(text);
    },
    refreshStatistics: () =>
      queue(async () => {
        connection.pragma(OPTIMIZE_ALL);
      }),
    async close() {
      await last;
      settle();
      // The change of the mode is a write of its own, after which the whole file is flushed. Tables of the connection alone have no log to be emptied.
      for (const pragma of ["synchronous = FULL", "journal_mode = WAL", "main.wal_checkpoint(TRUNCATE)"])
        connection.pragma(pragma);
      connection.close();
    },
  };
}
