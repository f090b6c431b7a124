import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const DOCS = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/clerk.md", "docs/domain.md"];
const LINK = /\]\((?!https?:|#|mailto:)([^)\s#]+)/g;

test.each(DOCS)("every file and folder that %s links to is there", (path) => {
  const links = [...readFileSync(path, "utf8").matchAll(LINK)].map(([, link]) => decodeURIComponent(link ?? ""));
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
});
