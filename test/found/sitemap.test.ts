import { expect, test } from "vitest";
import { sitemap, sitemapIndex } from "@/app/found/sitemap-files";
import { instant } from "@/domain/shared/time";

const BASE = "https://kouan.example";

async function* addresses() {
  yield { path: "", changedAt: null };
  yield { path: "/requests/a", changedAt: instant(Date.UTC(2026, 10, 24, 6)) };
}

test("a sitemap names each page with its day, where it is known, and the same page in each language", async () => {
  const answer = sitemap(BASE, "ru", addresses());
  const xml = await answer.text();
  expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  expect([...xml.matchAll(/<loc>([^<]+)</g)].map(([, address]) => address)).toEqual([
    `${BASE}/ru`,
    `${BASE}/ru/requests/a`,
  ]);
  expect(xml.match(/<lastmod>/g)).toHaveLength(1);
  expect(xml).toContain("<lastmod>2026-11-24</lastmod>");
  const [, ofRequest = ""] = xml.split("<url>").slice(1);
  expect(
    [...ofRequest.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, href]) => [language, href]),
  ).toEqual([
    ...["en", "zh-CN", "ru", "vi", "kk"].map((language) => [language, `${BASE}/${language}/requests/a`]),
    ["x-default", `${BASE}/requests/a`],
  ]);
  expect(xml).toContain(`hreflang="x-default" href="${BASE}/"`);
});

test("the index leads to each file of each language, and to where a long one goes on", async () => {
  const xml = await sitemapIndex(BASE, [
    { locale: "kk", section: "requests", after: "" },
    { locale: "kk", section: "requests", after: "01abc" },
  ]).text();
  expect([...xml.matchAll(/<loc>([^<]+)</g)].map(([, address]) => address)).toEqual([
    `${BASE}/kk/sitemap.xml?of=requests`,
    `${BASE}/kk/sitemap.xml?of=requests&amp;after=01abc`,
  ]);
});
