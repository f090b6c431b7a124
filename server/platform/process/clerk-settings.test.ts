import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** The settings as a process that starts now with this environment would read them. */
async function settingsWith(environment: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return (await import("@/server/deals/clerk-chat")).modelSettings();
}

const SET = { KOUAN_CLERK_URL: "https://models.example/v1/", KOUAN_CLERK_MODEL: "small" };

beforeEach(() => vi.stubEnv("DATA_DIR", mkdtempSync(join(tmpdir(), "kouan-settings-"))));
afterEach(() => vi.unstubAllEnvs());

describe("the settings of the clerk's model", () => {
  test("are none where nothing is set: rules read alone", async () => {
    expect(await settingsWith({})).toBeNull();
  });

  test("hold the address, the name and a time limit; without a key none is sent", async () => {
    expect(await settingsWith(SET)).toMatchObject({
      url: "https://models.example/v1",
      model: "small",
      key: null,
      timeoutMs: 20_000,
    });
  });

  test("take the key from the environment, else from its file", async () => {
    writeFileSync(join(process.env.DATA_DIR ?? "", "kouan-clerk-key.key"), "sk-of-file\n");
    expect((await settingsWith(SET))?.key).toBe("sk-of-file");
    expect((await settingsWith({ ...SET, KOUAN_CLERK_KEY: "sk-of-environment" }))?.key).toBe("sk-of-environment");
  });

  test.each([
    ["no name of a model", { ...SET, KOUAN_CLERK_MODEL: "" }],
    ["another protocol", { ...SET, KOUAN_CLERK_URL: "file:///etc/passwd" }],
    ["a password in the address", { ...SET, KOUAN_CLERK_URL: "https://user:secret@models.example/v1" }],
    ["a query in the address", { ...SET, KOUAN_CLERK_URL: "https://models.example/v1?key=secret" }],
  ])("stop the start with %s", async (_, environment) => {
    await expect(settingsWith(environment)).rejects.toThrow(/KOUAN_CLERK/);
  });
});
