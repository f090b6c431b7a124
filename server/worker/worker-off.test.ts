import { expect, onTestFinished, test, vi } from "vitest";
import { register } from "@/instrumentation";
import { dialect } from "@/db/dialect";

const started = () => (globalThis as { kouanWorker?: unknown }).kouanWorker;

test("WORKER=off leaves the duties to other processes, and stops a start where there can be none", async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.stubEnv("WORKER", "off");
  if (dialect === "postgres") await register();
  else await expect(register()).rejects.toThrow("WORKER=off needs PostgreSQL");
  expect(started()).toBeUndefined();
});
