import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../db/prepare-database";
import { quickFolder } from "./temp-folder";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
  }
}

/** Migrates one database from zero; each test copies it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(quickFolder(), "kouan-sqlite-"));
  const file = join(folder, "template.db");
  await prepareDatabase({ dialect: "sqlite", file });
  project.provide("template", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
