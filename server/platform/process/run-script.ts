import { type OutageCode, outageOf } from "../../../db/failures";
import { dialect } from "../../../db/dialect";
import { sqliteFile } from "../../../db/open-database";

/** The database as whoever runs the server knows it; of a database server without user and password. */
function databaseName(): string {
  if (dialect === "sqlite") return `the database at ${sqliteFile()}`;
  const url = process.env.DATABASE_URL ?? "";
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: "?", pathname: "/?" };
  return `the database ${pathname.slice(1)} on ${host}`;
}

type Said = { readonly code?: unknown; readonly message?: unknown; readonly path?: unknown; readonly cause?: unknown };

/** What failed: the file that the operating system names, else the database. */
const subjectOf = (error: Said): string => (typeof error.path === "string" ? `the file ${error.path}` : databaseName());

/** The code by which whoever looks further finds it. */
const codeOf = ({ code, cause }: Said): string =>
  typeof code === "string" ? code : cause ? codeOf(cause as Said) : "without a code";

const WHAT_TO_DO: Readonly<Record<OutageCode, (subject: string) => string>> = {
  disk_full: (subject) => `There is no room for ${subject}: make room on its disk, then start again.`,
  read_only: (subject) =>
    `Nothing may be written to ${subject}: mount its disk for writing, or give the server's user the right to write, or name the primary and not a standby, then start again.`,
  storage_corrupt: (subject) =>
    `What lies in ${subject} is damaged or cannot be read: stop every process, keep it aside, put back the last copy (docs/operations.md, Backup and restore), then start again.`,
  database_unavailable: (subject) =>
    dialect === "sqlite"
      ? `It is not possible to open ${subject}: see that its folder is there and belongs to the server's user, then start again.`
      : `Nothing answers for ${subject}: see that it runs, that its address is right and that it takes connections, then start again.`,
  files_unavailable: () =>
    "The bucket for files does not answer: see that FILES_S3_ENDPOINT is right and that it runs, then start again.",
  busy: (subject) => `Another process holds ${subject}: wait until it is done, or end it, then start again.`,
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What whoever started the process is told instead of a stack; null where the error is a fault of ours. */
export function sentenceOf(error: unknown): string | null {
  const said = error as Said;
  if (said?.code === "START_REFUSED") return String(said.message);
  const code = codeOf(said);
  // A wrong password, a name of a user or a database that is not there.
  if (/^(28\w{3}|3D000)$/.test(code))
    return `${capital(databaseName())} lets nobody in: ${String(said.message)} (${code})`;
  const outage = outageOf(error);
  return outage && `${WHAT_TO_DO[outage.code](subjectOf(said))} (${code})`;
}

/** Ends the process with one sentence and the exit code 1 where the error has one; any other error is thrown again, with its stack. */
function endBySentence(error: unknown): never {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Runs what a script does; what whoever started it can mend is told in one sentence, with the exit code 1. */
export const runScript = (work: () => void | Promise<void>): Promise<void> =>
  Promise.resolve().then(work).catch(endBySentence);
