import { createRequire } from "node:module";
import type { RateLimiterMemory } from "rate-limiter-flexible";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "./platform";
import { takePoint } from "./rate-limit";

/** The limiter as another bundle holds it: the same package, loaded once more. */
function anotherCopy(): typeof import("rate-limiter-flexible") {
  const require = createRequire(import.meta.url);
  const own = Object.keys(require.cache).filter((path) => path.includes("/rate-limiter-flexible/"));
  for (const path of own) delete require.cache[path];
  return require("rate-limiter-flexible");
}

const kept = () =>
  (globalThis as unknown as { kouanOnePerProcess: Map<string, Record<string, RateLimiterMemory>> }).kouanOnePerProcess;

test("Who has taken all points is told how long to wait, and nobody else waits.", async () => {
  const caller = newId();
  for (let round = 0; round < 10; round++) expect(await takePoint("sign_in", caller)).toBe(0);
  const seconds = await takePoint("sign_in", caller);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(300);
  expect(await takePoint("sign_in", newId())).toBe(0);
});

test("A wait is told also where another bundle has made the limiters, with its own copy of their class.", async () => {
  await takePoint("sign_in", newId());
  const before = kept().get("limiters") as Record<string, RateLimiterMemory>;
  onTestFinished(() => void kept().set("limiters", before));
  const { RateLimiterMemory: Other } = anotherCopy();
  kept().set("limiters", { ...before, sign_in: new Other({ points: 1, duration: 60 }) as RateLimiterMemory });
  expect(await takePoint("sign_in", "one")).toBe(0);
  expect(await takePoint("sign_in", "one")).toBeGreaterThan(0);
});

test("A limiter that breaks is a fault, not a wait.", async () => {
  await takePoint("sign_in", newId());
  const before = kept().get("limiters") as Record<string, RateLimiterMemory>;
  onTestFinished(() => void kept().set("limiters", before));
  const broken = { consume: () => Promise.reject(new Error("broken")) } as unknown as RateLimiterMemory;
  kept().set("limiters", { ...before, sign_in: broken });
  await expect(takePoint("sign_in", "one")).rejects.toThrow("broken");
});
