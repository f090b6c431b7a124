import { fill, pageRoutes } from "./support/routes";
import { samplesOf } from "./support/samples";
import { expect, test } from "./support/test";

/** Pages that search engines lead to. */
const PUBLIC = [
  ...["", "/requests", "/requests/[requestId]", "/providers", "/providers/[providerId]", "/hubs", "/hubs/[hubId]"],
  "/services/[service]/[way]",
  ...[
    "/corridors",
    "/services-exports",
    "/tariff",
    "/how-it-works",
    "/help",
    "/fees",
    "/glossary",
    "/status",
    "/contact",
  ],
  ...["/terms", "/privacy", "/developers"],
];
const LETTERS_MAX = 320;

const addressOf = (path: string): string => {
  if (!path.includes("[")) return path;
  const route = pageRoutes().find((one) => one.path === `/[locale]${path}`);
  const values = route && samplesOf(route, "visitor")[0];
  if (!values) throw new Error(`No page at ${path}`);
  return fill(path, values);
};

const descriptionsIn = (html: string): string[] =>
  [...html.matchAll(/<meta name="description"[^>]* content="([^"]*)"/g)].map(([, content = ""]) => content);

for (const path of PUBLIC) {
  test(`the page ${path || "/"} says in each language what it is about, and where it stands in the others`, async ({
    request,
  }) => {
    const said = new Set<string>();
    for (const locale of ["en", "zh-CN"]) {
      const answer = await request.get(`/${locale}${addressOf(path)}`);
      const html = await answer.text();
      const descriptions = descriptionsIn(html);
      expect(descriptions, locale).toHaveLength(1);
      expect(descriptions[0]?.length).toBeGreaterThan(0);
      expect(descriptions[0]?.length).toBeLessThanOrEqual(LETTERS_MAX);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(answer.headers().link).toContain('hreflang="en"');
      expect(answer.headers().link).toContain('hreflang="zh-CN"');
      said.add(descriptions[0] ?? "");
    }
    expect(said.size).toBe(2);
  });
}
