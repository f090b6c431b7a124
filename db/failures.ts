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

/** Said of every statement after the one that failed, until the transaction ends: 25P02. */
export const isAfterFailure = (error: unknown): boolean => codeOf(error) === "25P02";

// 57P01 to 57P03: stopped, crashed, not yet up; 53300: no room for one more connection; class 08: the connection.
const SERVER_AWAY = /^(08|57P0[1-4]|53300)/;

/** The database cannot be reached, or does not answer: nothing was asked wrongly, and it may come back. No word on other servers. */
export const isUnreachable = (error: unknown): boolean => SERVER_AWAY.test(codeOf(error));

export type OutageCode =
  | "disk_full"
  | "read_only"
  | "storage_corrupt"
  | "database_unavailable"
  | "files_unavailable"
  | "busy";

/** What keeps the market from saving or reading for a while, though nothing of it is wrong. */
export type Outage = {
  readonly code: OutageCode;
  /** 507 where there is no room, else 503. */
  readonly status: 503 | 507;
  readonly retryAfterSeconds: number;
  /** Whether what was to be saved may have been: the connection broke off before it was answered. */
  readonly mayBeSaved: boolean;
};

const RETRY_AFTER_SECONDS: Readonly<Record<OutageCode, number>> = {
  disk_full: 60,
  read_only: 60,
  storage_corrupt: 300,
  database_unavailable: 10,
  files_unavailable: 10,
  busy: 2,
};

/** By what the operating system, SQLite and PostgreSQL (SQLSTATE) call it. The first that fits counts. */
const BY_CODE: readonly (readonly [OutageCode, RegExp])[] = [
  // SQLite cannot make room for the index of its log on a full disk.
  ["disk_full", /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|53100)$/],
  ["read_only", /^(SQLITE_READONLY(_\w+)?|SQLITE_PERM|EROFS|EACCES|EPERM|25006)$/],
  ["storage_corrupt", /^(SQLITE_CORRUPT(_\w+)?|SQLITE_NOTADB|SQLITE_IOERR(_\w+)?|EIO|XX00[12]|58030)$/],
  // Conflicts that were tried again until there was no sense in it; a statement or a lock that was waited for too long.
  ["busy", /^(SQLITE_(BUSY|LOCKED)(_\w+)?|40001|40P01|55P03|57014)$/],
  [
    "database_unavailable",
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EMFILE|ENFILE|SQLITE_CANTOPEN(_\w+)?|08\w{3}|57P0[1-5]|53[234]00|25P03)$/,
  ],
];

const IS_CUT_OFF = /^(ECONNRESET|EPIPE|ETIMEDOUT|08\w{3})$/;

/** What the driver of PostgreSQL says of its connections without a code. */
const UNCONNECTED =
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout|Client has encountered a connection error|Cannot use a pool after calling end)/;
const CUT_OFF = /^Connection terminated/;

/** A standby refuses a serializable transaction by a code that it shares with other refusals. */
const isOfStandby = (code: unknown, message: string): boolean => code === "0A000" && /hot standby/.test(message);

const DEPTH_MAX = 8;

type Said = {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  /** Set by the client of S3 on all that it throws. */
  readonly $metadata?: { readonly httpStatusCode?: number };
};

const outage = (code: OutageCode, mayBeSaved = false): Outage => ({
  code,
  status: code === "disk_full" ? 507 : 503,
  retryAfterSeconds: RETRY_AFTER_SECONDS[code],
  mayBeSaved,
});

function own({ code, message, $metadata }: Said): Outage | null {
  const [name, words] = [typeof code === "string" ? code : "", String(message ?? "")];
  const [found] = BY_CODE.find(([, codes]) => codes.test(name)) ?? [];
  if ($metadata && (found || ($metadata.httpStatusCode ?? 0) >= 500)) return outage("files_unavailable");
  if (found) return outage(found, IS_CUT_OFF.test(name));
  if (isOfStandby(code, words)) return outage("read_only");
  if (UNCONNECTED.test(words)) return outage("database_unavailable");
  return CUT_OFF.test(words) ? outage("database_unavailable", true) : null;
}

function within(error: unknown, depth: number): Outage | null {
  if (typeof error !== "object" || error === null || depth > DEPTH_MAX) return null;
  const { cause, errors } = error as Said;
  const found = own(error as Said);
  if (found) return found;
  for (const one of [cause, ...(Array.isArray(errors) ? errors : [])]) {
    const inner = within(one, depth + 1);
    if (inner) return inner;
  }
  return null;
}

/**
 * Whether an error says that storage fails rather than the market: by its code, and by those of its causes, never by its class. Null for every
 * other error.
 */
export const outageOf = (error: unknown): Outage | null => within(error, 0);

/** For what a reader could do without, such as when somebody was last seen: lets an outage pass, and throws every other error again. */
export function passOutage(error: unknown): void {
  if (outageOf(error) === null) throw error;
}
