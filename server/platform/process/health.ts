import { vitalSigns } from "../../queries/api/health";
import { log } from "./log";
import { platform } from "../platform";
import { version } from "./version";

const WAIT_MS = 3_000;

export type Health = {
  readonly status: "ok" | "unavailable";
  readonly database: "sqlite" | "postgres";
  readonly version: string;
  /** Events that were given up; null where they cannot be counted. */
  readonly deadLetters: number | null;
};

const late = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), WAIT_MS).unref());

/** Whether this process can serve: its database answers a read in time. */
export async function health(): Promise<Health> {
  const { database } = platform();
  const about = { database: database.dialect, version: version() };
  try {
    const signs = await Promise.race([vitalSigns(database.read), late()]);
    return { status: signs?.isReadable ? "ok" : "unavailable", ...about, deadLetters: signs?.deadLetters ?? null };
  } catch (error) {
    log.error({ err: error }, "the database cannot be read");
    return { status: "unavailable", ...about, deadLetters: null };
  }
}
