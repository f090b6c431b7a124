import { expect, test } from "vitest";
import type { Entry } from "@/components/field/entry-store";
import { drawn, wordsIn } from "@/test/drawn";
import { NotTaken } from "./kept-forms";
import type { SiteEntry } from "./site-outbox";

const photo = { id: "p", name: "IMG_7.jpg", type: "image/jpeg" };
const entry = (id: string, more: Partial<Entry<SiteEntry>>): Entry<SiteEntry> => ({
  ...{ id, seq: 1, box: "inspection r", madeAt: Date.UTC(2026, 10, 24, 2), refusal: null },
  ...{ body: { kind: "photos", about: "scratch" }, photos: [photo] },
  ...more,
});
const form = (name: string): SiteEntry => ({ kind: "form", form: name, pairs: [] });

const draw = (entries: readonly Entry<SiteEntry>[]) =>
  drawn(<NotTaken entries={entries} onDiscard={() => undefined} />, { rooms: ["inspections", "files", "ui"] });

test("each thing that was not taken stands there with its reason and a way to give it up", () => {
  const page = draw([
    entry("a", { refusal: { code: "type_differs" } }),
    entry("b", { body: form("checkIn"), photos: [], refusal: { code: null, words: "The lot has 125 units." } }),
    entry("c", { body: form("results"), photos: [], refusal: { code: null } }),
  ]);
  const { notTaken, site, checkIn } = wordsIn("inspections");
  expect(page).toContain("scratch · IMG_7.jpg");
  expect(page).toContain(wordsIn("files").refusal.type_differs);
  expect(page).toContain(checkIn.title);
  expect(page).toContain("The lot has 125 units.");
  expect(page).toContain(site.title);
  expect(page).toContain(notTaken.other);
  expect(page.split(notTaken.discard)).toHaveLength(4);
});

test("what only waits is not called refused", () => {
  expect(draw([entry("a", {})])).toBe("");
});
