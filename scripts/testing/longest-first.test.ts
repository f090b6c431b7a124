import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { TestSpecification, Vitest } from "vitest/node";
import { LONG, LongestFirst } from "./longest-first";

const specOf = (lane: string, path: string) =>
  ({
    moduleId: `/house/${path}`,
    project: { name: lane, config: { sequence: { groupOrder: 0 } } },
  }) as TestSpecification;

test("what takes longer than its size tells comes first in its lane", async () => {
  const sequencer = new LongestFirst({
    cache: { getTestSpecificationResult: () => undefined },
  } as unknown as Vitest);
  const [first, second] = LONG as [string, string];
  const files = [
    ...[specOf("sqlite", "db/a.test.ts"), specOf("sqlite", second), specOf("sqlite", first)],
    ...[specOf("postgres", "db/a.test.ts"), specOf("postgres", first)],
  ];
  const sorted = await sequencer.sort(files);
  expect(sorted.map(({ project, moduleId }) => `${project.name} ${moduleId.slice("/house/".length)}`)).toEqual([
    ...[`postgres ${first}`, "postgres db/a.test.ts"],
    ...[`sqlite ${first}`, `sqlite ${second}`, "sqlite db/a.test.ts"],
  ]);
});

test("each of them is there", () => {
  expect(LONG.filter((path) => !existsSync(path))).toEqual([]);
});
