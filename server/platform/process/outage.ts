const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "SQLITE_CANTOPEN",
]);
/** Connection exceptions, too many connections, and a server that stops or starts, by PostgreSQL's codes. */
const POSTGRES = /^(08...|53300|57P0[123])$/;
const BROKEN_OFF = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether a fault means that the database is out of reach, so that the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  const { code, message, cause, errors } = Object(error) as Record<string, unknown>;
  if (UNREACHABLE.has(String(code)) || POSTGRES.test(String(code)) || BROKEN_OFF.test(String(message))) return true;
  return [cause, ...(Array.isArray(errors) ? errors : [])].some((inner) => inner !== undefined && isOutage(inner));
}
