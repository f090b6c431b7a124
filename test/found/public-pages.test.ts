import { existsSync, globSync, readFileSync } from "node:fs";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { keepFromSearch, languageOfPublicPage } from "@/server/front-door/public-pages";

const ROOT = join(import.meta.dirname, "../..");
const pages = globSync("app/**/page.tsx", { cwd: ROOT });

/** The address of a page with something in each place of it. */
const addressOf = (file: string): string =>
  dirname(file)
    .replace(/^app/, "")
    .replace(/\/\([a-z]+\)/g, "")
    .replace("[locale]", "en")
    .replace("[service]", "customs")
    .replace("[articleId]", "where_is_order")
    .replace(/\[[A-Za-z.]+\]/g, "a1");

/** What a page is written as: its own file, and those beside it that it draws its head by. */
const sourceOf = (file: string): string => {
  const own = readFileSync(join(ROOT, file), "utf8");
  const beside = [...own.matchAll(/from "(\.\.?\/[\w-]*(?:head|page))"/g)]
    .map(([, path = ""]) => join(ROOT, dirname(file), `${path}.tsx`))
    .filter(existsSync);
  return [own, ...beside.map((path) => readFileSync(path, "utf8"))].join("\n");
};

test.each(pages)(
  "%s has the head of a public page where the front door says that it is everybody's, and no other has",
  (file) => {
    const isPublic = languageOfPublicPage(addressOf(file)) === "en";
    expect(/<(?:PublicPageHead|FoundHead)\b/.test(sourceOf(file)), addressOf(file)).toBe(isPublic);
  },
);

test("the pages of everybody are found, so that the test above asks of some", () => {
  expect(pages.filter((file) => languageOfPublicPage(addressOf(file)) === "en").length).toBeGreaterThan(15);
});

const robotsOf = (url: string, isFoundHere = true): unknown => {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  const response = new ServerResponse(request);
  keepFromSearch(request, response, { path: url.split("?", 1)[0] as string, isFoundHere });
  return response.getHeader("x-robots-tag");
};

test.each(["/en", "/zh-CN/requests", "/kk/hubs/horgos", "/ru/help/where_is_order", "/vi/services/customs/CN-KZ"])(
  "%s may be kept by search engines, but not with a question and not in a market that is closed to them",
  (path) => {
    expect(robotsOf(path)).toBeUndefined();
    expect(robotsOf(`${path}?q=1`)).toBe("noindex");
    expect(robotsOf(path, false)).toBe("noindex");
  },
);

test.each([
  ...["/en/orders/a", "/en/home", "/en/find", "/en/start/abc", "/en/f/abc", "/en/packs/a", "/en/requests/a/proof"],
  ...["/en/sign-in", "/en/admin/traffic", "/", "/en/deals/a/compare", "/en/mailbox"],
])("%s is kept from search engines", (path) => {
  expect(robotsOf(path)).toBe("noindex");
});

test("files may be kept", () => {
  expect(robotsOf("/mark.svg")).toBeUndefined();
});
