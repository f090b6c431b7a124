import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenForm, isMultipart, partsOf } from "./multipart";

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const FIELD_MAX_BYTES = 1_000;
const OF_B = "multipart/form-data; boundary=b";

async function read(bytes: Buffer, contentType: string, size = 7) {
  const found = [];
  for await (const part of partsOf(cut(bytes, size), contentType, FIELD_MAX_BYTES)) {
    if (part.kind === "field") found.push(part);
    else found.push({ ...part, body: Buffer.concat(await Array.fromAsync(part.body)) });
  }
  return found;
}

async function sent(form: FormData): Promise<{ bytes: Buffer; contentType: string }> {
  const response = new Response(form);
  return {
    bytes: Buffer.from(await response.arrayBuffer()),
    contentType: response.headers.get("content-type") ?? "",
  };
}

const filed = (parts: Awaited<ReturnType<typeof read>>) => parts.filter((part) => part.kind === "file");

test("A form as a browser writes it is read as it was, however it is cut on its way.", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 500 }),
      fc.string(),
      async (content, size, word) => {
        const form = new FormData();
        form.set("word", word.toWellFormed().replace(/\r\n?|\n/g, "\r\n"));
        form.set("file", new File([content], '装箱单 "1".pdf', { type: "application/pdf" }));
        form.set("after", "1");
        const { bytes, contentType } = await sent(form);
        const parts = await read(bytes, contentType, size);
        expect(parts).toMatchObject([
          { kind: "field", name: "word", value: form.get("word") },
          { kind: "file", name: "file", fileName: '装箱单 "1".pdf', mediaType: "application/pdf" },
          { kind: "field", name: "after", value: "1" },
        ]);
        expect(filed(parts)[0]?.body).toEqual(Buffer.from(content));
      },
    ),
    { numRuns: 60 },
  );
});

test.each(["a%41.pdf", "100%.pdf", "a\\b.txt", "../x;y.txt", "%E4%BD%A0.txt"])(
  "A file that is called %j keeps its name.",
  async (name) => {
    const form = new FormData();
    form.set("file", new File(["x"], name));
    const { bytes, contentType } = await sent(form);
    expect(filed(await read(bytes, contentType))).toMatchObject([{ fileName: name }]);
  },
);

test("A field of files that was left empty, as browsers send it, is a file without a name.", async () => {
  const empty =
    '--b\r\nContent-Disposition: form-data; name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n';
  expect(filed(await read(Buffer.from(empty), OF_B))).toMatchObject([
    { name: "files", fileName: "", body: Buffer.alloc(0) },
  ]);
});

test("A part that is left unread or half read does not hide the next one.", async () => {
  const form = new FormData();
  form.set("one", new File([randomBytes(200_000)], "a.txt"));
  form.set("two", new File([randomBytes(200_000)], "b.txt"));
  form.set("three", "3");
  const { bytes, contentType } = await sent(form);
  const names = [];
  for await (const part of partsOf(cut(bytes, 10_000), contentType, FIELD_MAX_BYTES)) {
    names.push(part.name);
    if (part.kind === "file" && part.name === "two") for await (const _ of part.body) break;
  }
  expect(names).toEqual(["one", "two", "three"]);
});

test("A file is not held: no more of it is asked for than is read.", async () => {
  const form = new FormData();
  form.set("file", new File([randomBytes(2_000_000)], "a.txt"));
  const { bytes, contentType } = await sent(form);
  let asked = 0;
  async function* counted() {
    for await (const chunk of cut(bytes, 10_000)) {
      asked += chunk.length;
      yield chunk;
    }
  }
  for await (const part of partsOf(counted(), contentType, FIELD_MAX_BYTES)) {
    expect(part.name).toBe("file");
    await new Promise((later) => setTimeout(later, 50));
    expect(asked).toBeLessThan(300_000);
    break;
  }
  await new Promise((later) => setTimeout(later, 50));
  expect(asked).toBeLessThan(300_000);
});

const part = (head: string, body = "x") => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const named = (name: string, body?: string) => part(`content-disposition: form-data; name="${name}"`, body);

test.each([
  ["is no form", "hello"],
  ["has no parts", "--b--\r\n"],
  ["has a part without a name", `${part("content-type: text/plain")}--b--`],
  ["has a file without a name of its field", `${part('content-disposition: form-data; filename="a.txt"')}--b--`],
  ["has no end", named("a")],
  ["ends within a file", '--b\r\ncontent-disposition: form-data; name="a"; filename="a.txt"\r\n\r\nabc'],
  ["has too many parts", `${named("a").repeat(70)}--b--`],
  ["has a field that is too long", `${named("a", "x".repeat(FIELD_MAX_BYTES + 1))}--b--`],
  ["has a name that is too long", `${named("a".repeat(2_000))}--b--`],
  [
    "has a head that is too long",
    `${part(`x: ${"x".repeat(9_000)}\r\ncontent-disposition: form-data; name="a"`)}--b--`,
  ],
])("What %s is refused.", async (_what, form) => {
  await expect(read(Buffer.from(form), OF_B)).rejects.toThrow(BrokenForm);
  await expect(read(Buffer.from(form), OF_B, 100_000)).rejects.toThrow(BrokenForm);
});

test("What comes before a fault of the form is read.", async () => {
  const names: string[] = [];
  const whole = Buffer.from(`${named("a")}${named("b")}`);
  const reading = async () => {
    for await (const one of partsOf(cut(whole, 100_000), OF_B, FIELD_MAX_BYTES)) names.push(one.name);
  };
  await expect(reading()).rejects.toThrow(BrokenForm);
  expect(names).toEqual(["a", "b"]);
});

test("A body that breaks off under way is a form that breaks off.", async () => {
  async function* breaking() {
    yield Buffer.from(named("a"));
    throw new Error("aborted");
  }
  await expect(Array.fromAsync(partsOf(breaking(), OF_B, FIELD_MAX_BYTES))).rejects.toThrow(BrokenForm);
});

test.each([
  ["multipart/form-data; boundary=----WebKitFormBoundaryX", true],
  ['multipart/form-data; charset=utf-8; boundary="a b"', true],
  ["application/json", false],
  ["multipart/form-data", false],
  [`multipart/form-data; boundary=${"x".repeat(71)}`, false],
  [null, false],
])("%j is a form: %j.", (type, isOne) => {
  expect(isMultipart(type)).toBe(isOne);
});
