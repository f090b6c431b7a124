import { resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

/** The environment as a process that starts now would read it. */
async function envWith(environment: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return (await import("./env")).env();
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("a setting that is set to nothing is not set", async () => {
  const empty = { KOUAN_ENV: "", PORT: "", HOST: "", DATA_DIR: "", SEED: "", WORKER: "", FILES_S3_REGION: "" };
  expect(await envWith(empty)).toMatchObject({
    KOUAN_ENV: "demo",
    PORT: 3000,
    HOST: "127.0.0.1",
    DATA_DIR: resolve(".data"),
    SEED: "demo",
    WORKER: "on",
    FILES_S3_REGION: "us-east-1",
  });
});

test.each([
  ["KOUAN_ENV", "live"],
  ["PORT", "70000"],
  ["KOUAN_CLERK_URL", "https://user:hidden@models.example"],
])("a wrong %s stops the start with a sentence that names it and not its value", async (name, value) => {
  const refusal = await envWith({ [name]: value }).catch((error: Error) => error.message);
  expect(refusal).toMatch(new RegExp(`^${name} is not understood: [A-Z].+$`));
  expect(refusal).not.toContain(value);
});
