import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../db/prepare-database";
import { startPostgres } from "./postgres-server";

const TEMPLATE = "kouan_template";
const MEMORY = "/dev/shm";
const ROOM_BYTES = 2 * 2 ** 30;

/** Memory where the machine offers enough of it: a database a test is hundreds of files made and removed, three times as fast there. */
function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Starts a real server and migrates one database from zero; each test is a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres(quickFolder());
  await server.create(TEMPLATE);
  await prepareDatabase({ dialect: "postgres", url: server.url(TEMPLATE) });
  project.provide("template", server.url(TEMPLATE));
  return () => server.stop();
}
