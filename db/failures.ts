// What a database says when it did not do what it was asked. Told by codes: Next's build holds several copies of every class.

type Coded = { readonly code?: unknown; readonly cause?: unknown; readonly message?: unknown };

/** The connection does not stand: SQLSTATE's word for it, by which the driver names whatever the network says of it. */
export const CONNECTION_LOST = "08006";

/** The SQLSTATE or the driver's own code of a failure, looked for down its causes; empty where there is none. */
export function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as Coded;
  if (typeof code === "string") return code;
  return cause === undefined ? "" : codeOf(cause);
}

// 40001 serialization failure, 40P01 deadlock.
const CONFLICTS = ["40001", "40P01"];

/** Another writer was faster, and the same work may be asked for again: what is expected of two processes, and no fault. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return CONFLICTS.includes(code) || code.startsWith("SQLITE_BUSY");
}

/** Two writers raced for one key: 23505. A true violation has the same code. */
export const isKeyRace = (error: unknown): boolean => codeOf(error) === "23505";

// 57P01 to 57P03: stopped, crashed, not yet up; 53300: no room for one more connection; class 08: the connection.
const SERVER_AWAY = /^(08|57P0[1-4]|53300)/;

/** The database cannot be reached, or does not answer: nothing was asked wrongly, and it may come back. No word on other servers. */
export const isUnreachable = (error: unknown): boolean => SERVER_AWAY.test(codeOf(error));
