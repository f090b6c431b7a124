import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptFile } from "./sign-in";
import type { APIRequestContext } from "@playwright/test";
import { expect } from "./test";

/** Makes an API key of one of the demo market's people: the last line that the script for it prints. */
function makeKey(handle: string): string {
  const asAStart = ["--import", "./scripts/setup/typescript/on-the-server.mjs", "--import", "tsx"];
  const printed = execFileSync(process.execPath, [...asAStart, "scripts/demo-key.ts", handle], {
    cwd: join(import.meta.dirname, "../.."),
    encoding: "utf8",
  });
  const key = printed.trim().split("\n").at(-1);
  if (!key) throw new Error(`No key for ${handle}`);
  return key;
}

/** The API key of one of the demo market's people, made once for all tests. */
export function apiKeyOf(handle: string): string {
  const file = keptFile(`key-${handle}`);
  if (!existsSync(file)) writeFileSync(file, makeKey(handle));
  return readFileSync(file, "utf8");
}

/** Makes something by the public API as one of the demo market's people, and answers its id. */
export const callAs =
  (request: APIRequestContext, handle: string) =>
  async (path: string, data: object): Promise<string> => {
    const headers = {
      authorization: `Bearer ${apiKeyOf(handle)}`,
      "idempotency-key": `${handle}-${process.pid}-${Date.now()}-${Math.random()}`,
    };
    const answer = await request.post(`/api/v1${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { id: string }).id;
  };
