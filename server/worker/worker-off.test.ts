import { expect, onTestFinished, test, vi } from "vitest";
import { dialect } from "@/db/dialect";
import { freshDatabase } from "@/test/database";

const started = () => (globalThis as { kouanWorker?: unknown }).kouanWorker;

test("WORKER=off leaves the duties to other processes, and stops a start where there can be none", async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.stubEnv("WORKER", "off");
  // The environment is read once by each set of modules.
  vi.resetModules();
  const { platformOver, usePlatform } = await import("../platform/platform");
  usePlatform(platformOver(await freshDatabase()));
  const { register } = await import("@/instrumentation");
  if (dialect === "postgres") await register();
  else await expect(register()).rejects.toThrow("WORKER=off needs PostgreSQL");
  expect(started()).toBeUndefined();
});
