import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { type AtomFeed, feedAnswer, writeFeed } from "@/app/found/atom-feed";
import { instant } from "@/domain/shared/time";

const own = createRequire(import.meta.url);
/** The parser that reads what cameras write into pictures: it comes with the library for those. */
const { DOMParser } = createRequire(own.resolve("exifreader"))("@xmldom/xmldom") as {
  DOMParser: new (options: {
    onError: (level: string, message: string) => never;
  }) => {
    parseFromString(text: string, type: string): XMLDocument;
  };
};

const BASE = "https://kouan.example";
const ATOM = "http://www.w3.org/2005/Atom";
const AT = instant(Date.UTC(2026, 10, 24, 6, 0, 0));

const entry = {
  ...{ path: "/ru/requests/01a", title: `Tiles <script>"&' ]]> \u0000\u0007\uD800 瓷砖`, category: "customs" },
  ...{ summary: "A – B & C", publishedAt: AT, updatedAt: instant(AT + 5_000) },
};
const feed: AtomFeed = {
  ...{ locale: "ru", path: "/ru/feeds/CN-KZ.xml", page: "/ru/requests?a=1&corridor=CN-KZ", title: "CN & KZ" },
  ...{ subtitle: "sub", author: "Kouan", emptySince: AT },
  entries: [entry, { ...entry, path: "/ru/hubs/horgos", fragment: "closure-1", updatedAt: AT }],
};

const read = (xml: string): XMLDocument =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, "text/xml");

/** What is said under a name directly below an element. */
const below = (parent: ParentNode & Node, name: string): Element[] =>
  [...Array.from({ length: parent.childNodes.length }, (_, at) => parent.childNodes[at])].filter(
    (node): node is ChildNode & Element => (node as Element | undefined)?.localName === name,
  );

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What RFC 4287 asks of a feed and of each entry. */
function expectAtom(document: XMLDocument): Element[] {
  const root = document.documentElement;
  expect([root.localName, root.namespaceURI]).toEqual(["feed", ATOM]);
  const entries = below(root, "entry");
  for (const one of [root, ...entries]) {
    for (const name of ["id", "title", "updated"]) expect([name, below(one, name).length]).toEqual([name, 1]);
    expect(below(one, "id")[0]?.textContent).toMatch(/^https:\/\/\S+$/);
    expect(below(one, "updated")[0]?.textContent).toMatch(INSTANT);
    const alternates = below(one, "link").filter((link) => link.getAttribute("rel") === "alternate");
    expect(alternates).toHaveLength(1);
  }
  expect(below(root, "author").flatMap((author) => below(author, "name"))).toHaveLength(1);
  expect(
    below(root, "link")
      .filter((link) => link.getAttribute("rel") === "self")
      .map((link) => link.getAttribute("href")),
  ).toEqual([below(root, "id")[0]?.textContent]);
  const ids = entries.map((one) => below(one, "id")[0]?.textContent);
  expect(new Set(ids).size).toBe(ids.length);
  return entries;
}

test("a feed is one that a strict parser reads and RFC 4287 asks for, whatever is written in a title", () => {
  const document = read(writeFeed(BASE, feed));
  const entries = expectAtom(document);
  expect(entries).toHaveLength(2);
  expect(document.documentElement.getAttribute("xml:lang")).toBe("ru");
  expect(below(entries[0] as Element, "title")[0]?.textContent).toBe(`Tiles <script>"&' ]]>  瓷砖`);
  expect(below(document.documentElement, "updated")[0]?.textContent).toBe("2026-11-24T06:00:05.000Z");
});

test("a feed without entries is one too", () => {
  const document = read(writeFeed(BASE, { ...feed, entries: [] }));
  expect(expectAtom(document)).toEqual([]);
  expect(below(document.documentElement, "updated")[0]?.textContent).toBe("2026-11-24T06:00:00.000Z");
});

test("whoever has a feed as it is gets none, by its tag or by its time; whoever has an older one gets it", async () => {
  const ask = (headers: Record<string, string>) => feedAnswer(new Headers(headers), BASE, feed);
  const first = ask({});
  expect([first.status, first.headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  const [tag, changed] = [first.headers.get("etag") ?? "", first.headers.get("last-modified") ?? ""];
  expect(changed).toBe("Tue, 24 Nov 2026 06:00:05 GMT");
  const known: readonly Record<string, string>[] = [
    { "if-none-match": tag },
    { "if-none-match": `"x", W/${tag}` },
    { "if-none-match": "*" },
    { "if-modified-since": changed },
  ];
  for (const headers of known) {
    const again = ask(headers);
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
  }
  const older: readonly Record<string, string>[] = [
    { "if-none-match": '"x"', "if-modified-since": changed },
    { "if-modified-since": "Tue, 24 Nov 2026 06:00:04 GMT" },
    { "if-modified-since": "yesterday" },
  ];
  for (const headers of older) expect(ask(headers).status).toBe(200);
});
