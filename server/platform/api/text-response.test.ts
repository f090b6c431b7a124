import { expect, test } from "vitest";
import { TextResponse } from "./text-response";

test("the process keeps its own Request and Response, whatever answers in texts are made of", () => {
  expect(globalThis.Response).not.toBe(TextResponse);
  expect(Object.getPrototypeOf(TextResponse)).toBe(globalThis.Response);
  expect(new Request("http://127.0.0.1").signal).toBeInstanceOf(AbortSignal);
});

test("an answer in text is read as any other, and may be given more headers", async () => {
  const answer = new TextResponse("口岸", { status: 409, headers: { "content-type": "text/plain; charset=utf-8" } });
  answer.headers.set("x-request-id", "one");
  expect(answer).toBeInstanceOf(Response);
  expect([answer.status, answer.ok, [...answer.headers]]).toEqual([
    409,
    false,
    [
      ["content-type", "text/plain; charset=utf-8"],
      ["x-request-id", "one"],
    ],
  ]);
  expect(await answer.text()).toBe("口岸");
});
