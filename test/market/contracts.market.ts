import { expect, test } from "vitest";
import { ask, line, percent, share } from "./built-market";

test("buyers take the first by their published criteria in at least 88 of 100 awards, and give a reason for any other", () => {
  const awards = ask<{ own: string | null; reason: string | null }>(
    `select (select json_extract(k.value, '$.rank') from json_each(a.comparison, '$.ranking') k where json_extract(k.value, '$.bidId') = a.bid_id) as own,
      json_extract(a.comparison, '$.choice.words') as reason from awards a where json_array_length(a.comparison, '$.ranking') > 1`,
  );
  const others = awards.filter(({ own }) => Number(own) > 1);
  line(
    `awards of another than the first by the criteria: ${others.length} of ${awards.length}, ${percent(share(others.length, awards.length))}`,
  );
  expect(awards.length).toBeGreaterThan(500);
  expect(others.length).toBeGreaterThan(0);
  expect(share(others.length, awards.length)).toBeLessThanOrEqual(0.12);
  expect(others.filter(({ reason }) => !reason)).toEqual([]);
});
