import { isReadable } from "../../queries/api/health";
import { log } from "./log";
import { platform } from "../platform";
import { version } from "./version";

const WAIT_MS = 3_000;

export type Health = {
  readonly status: "ok" | "unavailable";
  readonly database: "sqlite" | "postgres";
  readonly version: string;
};

const late = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), WAIT_MS).unref());

/** Whether this process can serve: its database answers a read in time. */
export async function health(): Promise<Health> {
  const { database } = platform();
  const about = { database: database.dialect, version: version() };
  try {
    const isWell = await Promise.race([isReadable(database.read), late()]);
    return { status: isWell ? "ok" : "unavailable", ...about };
  } catch (error) {
    log.error({ err: error }, "the database cannot be read");
    return { status: "unavailable", ...about };
  }
}
