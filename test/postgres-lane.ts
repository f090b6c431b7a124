import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../db/prepare-database";
import { startPostgres } from "./postgres-server";
import { quickFolder } from "./temp-folder";

const TEMPLATE = "kouan_template";

/** Starts a real server and migrates one database from zero; each test is a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres(quickFolder());
  await server.create(TEMPLATE);
  await prepareDatabase({ dialect: "postgres", url: server.url(TEMPLATE) });
  project.provide("template", server.socketUrl(TEMPLATE));
  return () => server.stop();
}
