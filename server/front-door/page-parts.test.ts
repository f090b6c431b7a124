import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { withSaid } from "../platform/process/answer-status";
import { newParts, putParts, withParts } from "./page-parts";
import { asksForDocument } from "./visit";

const put = (document: string, texts: string[], key = "k3y") =>
  withParts(Buffer.from(document), { key, texts }).toString();

test("each part stands where the page has room for it, whichever was written first", () => {
  expect(put("<p>k3y.1.</p>口岸<p>k3y.0.</p>", ["<b>一</b>", "<i>二</i>"])).toBe(
    "<p><i>二</i></p>口岸<p><b>一</b></p>",
  );
  expect(
    put(
      "<p>k3y.1.</p><p>k3y.10.</p>",
      Array.from({ length: 11 }, (_, at) => `part ${at}`),
    ),
  ).toBe("<p>part 1</p><p>part 10</p>");
});

test("a part that was not drawn stands nowhere, and a document without parts stays as it is", () => {
  expect(put("<p>k3y.1.</p>", ["a", "b"])).toBe("<p>b</p>");
  expect(put("<p>k3y</p>", [])).toBe("<p>k3y</p>");
});

test("what only machines read stands at the end of the head, and of a document without one nowhere", () => {
  const parts = { key: "k3y", texts: ["<b>一</b>"], head: ["<meta>", "<link>"] };
  const written = (document: string) => withParts(Buffer.from(document), parts).toString();
  expect(written("<head><title>口</title></head><p>k3y.0.</p>")).toBe(
    "<head><title>口</title><meta><link></head><p><b>一</b></p>",
  );
  expect(written("<p>k3y.0.</p>")).toBe("<p><b>一</b></p>");
});

test("no two pages have the same key, so that no text of a person stands for a part", () => {
  const keys = Array.from({ length: 100 }, () => newParts().key);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[\w-]{16}$/);
});

/** What a page that is sent bit by bit comes to. */
function sent(texts: readonly string[], bits: readonly string[]) {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const chunks: string[] = [];
  response.write = ((chunk: Buffer | string) => chunks.push(String(chunk)) > 0) as never;
  response.end = ((chunk?: Buffer | string) => {
    if (chunk !== undefined) chunks.push(String(chunk));
    return response;
  }) as never;
  withSaid(response, (said) => {
    said.parts = { key: "k3y", texts: [...texts] };
    putParts(response, said);
    response.setHeader("Content-Length", "7");
    for (const bit of bits) response.write(bit);
    response.end();
  });
  return { chunks, length: response.getHeader("content-length") };
}

test("a page with parts is sent once it is whole, and no longer with the length that it had without them", () => {
  expect(sent(["a part"], ["<p>k3", "y.0", ".</p>"])).toEqual({ chunks: ["<p>a part</p>"], length: undefined });
});

test("a page without parts is sent as it comes", () => {
  expect(sent([], ["<p>", "</p>"])).toEqual({ chunks: ["<p>", "</p>"], length: "7" });
});

test.each(["rsc", "next-action", "next-router-prefetch", "next-router-state-tree"])(
  "a script that asks by %s is not asking for a document",
  (header) => {
    const request = new IncomingMessage(new Socket());
    expect(asksForDocument(request)).toBe(true);
    request.headers[header] = "1";
    expect(asksForDocument(request)).toBe(false);
  },
);
