import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ENDPOINTS } from "./registry";

const FLOOR = join(import.meta.dirname, "..");

/** What a command says of its address: `POST /orders/{orderId}/accept`. */
const ADDRESS = /\bhttp: \{\s*method: "([A-Z]+)",\s*path: "([^"]+)"/g;

const commands = readdirSync(FLOOR, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path))
  .flatMap((path) =>
    [...readFileSync(join(FLOOR, path), "utf8").matchAll(ADDRESS)].map(([, method, path]) => `${method} ${path}`),
  );

test("every command that says how it is called is served, and once", () => {
  expect(commands.length).toBeGreaterThan(50);
  const served = ENDPOINTS.map(({ method, path }) => `${method} ${path.replace(/^\/api\/v1/, "")}`);
  expect(commands.filter((command) => !served.includes(command))).toEqual([]);
  expect(served).toHaveLength(new Set(served).size);
});
