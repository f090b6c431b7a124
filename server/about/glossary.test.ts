import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCALES } from "../../domain/shared/locale";
import { glossary } from "./glossary";

type Row = readonly [term: string, chinese: string];

/** The rows of the tables of docs/domain.md that have a term and its Chinese word. */
function domainTerms(): Row[] {
  const lines = readFileSync(join(process.cwd(), "docs/domain.md"), "utf8").split("\n");
  const rows: Row[] = [];
  let isTerms = false;
  for (const line of lines) {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells[1] === "Term" || cells[1] === "Service") isTerms = true;
    else if (!line.startsWith("|")) isTerms = false;
    else if (isTerms && cells[1] && !cells[1].startsWith("---")) rows.push([cells[1], cells[2] ?? ""]);
  }
  return rows;
}

test("docs/domain.md has its tables of terms", () => {
  expect(domainTerms().length).toBeGreaterThan(100);
});

test.each(domainTerms())("the glossary has %s %s, explained", (term, chinese) => {
  const found = glossary().filter(({ names }) => names.en === term);
  expect(found.map(({ names }) => names["zh-CN"]).some((word) => chinese.startsWith(word))).toBe(true);
  for (const { about } of found) for (const language of LOCALES) expect(about?.[language]).toBeTruthy();
});

test("every term has a name in five languages and an anchor of its own", () => {
  for (const { id, names } of glossary()) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const language of LOCALES) expect(names[language], `${id} in ${language}`).toBeTruthy();
  }
  expect(new Set(glossary().map(({ id }) => id)).size).toBe(glossary().length);
});
