import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HELP_ARTICLES, HELP_TOPICS } from "@/domain/about/help-articles";
import { LOCALES } from "@/domain/shared/locale";
import { translator } from "@/server/platform/translate";

/** The addresses of all pages below a language, without their groups. */
const pages = new Set(
  readdirSync(join(import.meta.dirname, "../app/[locale]"), { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => `/${path}`.replace(/\/page\.tsx$/, "").replace(/\/\([^)]+\)/g, "")),
);

test.each(HELP_ARTICLES)("the help on $id leads to a page that is there, $leadsTo", ({ leadsTo }) => {
  expect([...pages]).toContain(leadsTo);
});

test("an article has an id and a topic of its own, and words in every language", () => {
  expect(new Set(HELP_ARTICLES.map(({ id }) => id)).size).toBe(HELP_ARTICLES.length);
  for (const topic of HELP_TOPICS) expect(HELP_ARTICLES.some((one) => one.topic === topic)).toBe(true);
  for (const locale of LOCALES) {
    const t = translator(locale);
    for (const { id } of HELP_ARTICLES)
      for (const part of ["title", "text", "link", "words"])
        expect(t.has(`help.article.${id}.${part}`), `${locale} ${id} ${part}`).toBe(true);
  }
});
