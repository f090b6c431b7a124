import { expect, test } from "vitest";
import { everyRow } from "./every-page";

const pages = (count: number) => async (cursor: string | null) => {
  const at = Number(cursor ?? 0);
  return { items: [at, at + 0.5], nextCursor: at + 1 < count ? String(at + 1) : null };
};

test("all rows of all pages come in their order, and none where there are more than fit", async () => {
  expect(await everyRow(pages(3), 6)).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
  expect(await everyRow(pages(3), 5)).toBeNull();
  expect(await everyRow(async () => ({ items: [], nextCursor: null }), 5)).toEqual([]);
});
