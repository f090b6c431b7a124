import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenForm, boundaryOf, partsOf, textOf } from "./multipart";

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, boundary: string, size = 7) {
  const found = [];
  for await (const part of partsOf(cut(bytes, size), boundary)) {
    const content = Buffer.concat(await Array.fromAsync(part.body));
    found.push({
      name: part.name,
      fileName: part.fileName,
      mediaType: part.mediaType,
      content: content.toString("latin1"),
    });
  }
  return found;
}

async function sent(form: FormData): Promise<{ bytes: Buffer; boundary: string }> {
  const response = new Response(form);
  return {
    bytes: Buffer.from(await response.arrayBuffer()),
    boundary: boundaryOf(response.headers.get("content-type")) ?? "",
  };
}

test("a form as a browser writes it is read as it was, however it is cut on its way", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 500 }),
      fc.string(),
      async (content, size, word) => {
        const form = new FormData();
        form.set("word", word.toWellFormed().replace(/\r\n?|\n/g, "\r\n"));
        form.set("file", new File([content], '装箱单 "1".pdf', { type: "application/pdf" }));
        const { bytes, boundary } = await sent(form);
        const [field, file] = await read(bytes, boundary, size);
        expect(Buffer.from(field?.content ?? "", "latin1").toString()).toBe(form.get("word"));
        expect(file?.fileName).toBe('装箱单 "1".pdf');
        expect(file?.content).toBe(Buffer.from(content).toString("latin1"));
        expect([field?.fileName, file?.mediaType]).toEqual([null, "application/pdf"]);
      },
    ),
    { numRuns: 60 },
  );
});

test("a part that is left unread does not hide the next one", async () => {
  const form = new FormData();
  form.set("one", new File([randomBytes(5000)], "a.txt"));
  form.set("two", "2");
  const { bytes, boundary } = await sent(form);
  const names = [];
  for await (const part of partsOf(cut(bytes, 100), boundary)) names.push(part.name);
  expect(names).toEqual(["one", "two"]);
});

test("what breaks off, has no names or no end of parts is no form", async () => {
  const form = new FormData();
  form.set("one", "x".repeat(100));
  const { bytes, boundary } = await sent(form);
  await expect(read(bytes.subarray(0, -20), boundary)).rejects.toThrow(BrokenForm);
  await expect(read(Buffer.from("hello"), "b")).rejects.toThrow(BrokenForm);
  await expect(read(Buffer.from("--b\r\ncontent-type: text/plain\r\n\r\nx\r\n--b--"), "b")).rejects.toThrow(BrokenForm);
  const endless = `${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(70)}--b--`;
  await expect(read(Buffer.from(endless), "b")).rejects.toThrow("too many parts");
  await expect(textOf(cut(Buffer.alloc(2000), 100), 1000)).rejects.toThrow(BrokenForm);
});

test.each([
  ["multipart/form-data; boundary=----WebKitFormBoundaryX", "----WebKitFormBoundaryX"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["application/json", null],
  ["multipart/form-data", null],
  [null, null],
])("%j names the boundary %j", (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
