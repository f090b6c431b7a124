import sharp from "sharp";
import { expect, test } from "vitest";
import { EICAR, jpegOf, objectStream, pdfOf, pngOf, tellingJpeg, webpOf, xlsxOf, zipOf } from "@/test/file-corpus";
import { inspectFile } from "./inspect-file";

const ask = async (
  name: string,
  content: Buffer | string | Promise<Buffer>,
  declaredType = "application/octet-stream",
) => {
  const found = await inspectFile(Buffer.from(await content), { name, declaredType });
  return found.ok ? found.value.kind : found.refusal.code;
};

const MEBIBYTE = 1024 * 1024;
const relation = (mode: string) =>
  `<Relationships><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${mode}" Target="http://evil.example/" TargetMode="External"/></Relationships>`;

test.each([
  ["contract.pdf", pdfOf(), "pdf"],
  ["packed.pdf", pdfOf(objectStream("10 0 << /Title (Contract) >>")), "pdf"],
  ["photo.jpg", jpegOf(), "jpeg"],
  ["PHOTO.JPEG", jpegOf(), "jpeg"],
  ["scan.png", pngOf(), "png"],
  ["scan.webp", webpOf(), "webp"],
  ["packing.xlsx", xlsxOf(), "xlsx"],
  ["linked.xlsx", xlsxOf([{ name: "xl/worksheets/_rels/sheet1.xml.rels", content: relation("hyperlink") }]), "xlsx"],
  ["lines.csv", "sku,pieces\n铅笔,12\n", "csv"],
  ["gbk.csv", Buffer.from("c7a6b1ca2c31320a", "hex"), "csv"],
  ["note.txt", "\ufeffTo the driver\r\n\tgate 4", "txt"],
] as const)("%s is taken for what it is", async (name, content, kind) => {
  expect(await ask(name, content)).toBe(kind);
});

test.each([
  ["an empty file", "a.txt", "", "file_empty"],
  ["EICAR", "a.txt", EICAR, "file_infected"],
  ["EICAR behind other text", "a.txt", `hello\n${EICAR}`, "file_infected"],
  ["a program", "setup.exe", "MZ", "type_not_allowed"],
  [
    "a program under another name",
    "setup.pdf",
    Buffer.from("4d5a90000300000004000000ffff0000", "hex"),
    "type_not_allowed",
  ],
  [
    "a picture in vectors with a script",
    "a.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "type_not_allowed",
  ],
  [
    "the same under another name",
    "a.png",
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "type_differs",
  ],
  ["the same as a text", "a.txt", '<?xml version="1.0"?><svg onload="alert(1)"/>', "type_not_allowed"],
  ["a page as a text", "a.txt", "  <!DOCTYPE html><script>alert(1)</script>", "file_is_two"],
  ["a text that says it is a PDF", "a.pdf", "hello", "type_differs"],
  ["a PDF that says it is a table", "a.xlsx", pdfOf(), "type_differs"],
  ["a picture that says it is another", "a.png", jpegOf(), "type_differs"],
  ["GIF with JavaScript", "a.jpg", Buffer.from("GIF89a/*\0\0\0*/=1;alert(1)//"), "type_not_allowed"],
  ["bytes that are no text", "a.csv", Buffer.from([0xff, 0xff, 0xff, 0x00, 0x01]), "type_differs"],
  ["a text with control characters", "a.txt", "a\u0007b", "type_differs"],
])("%s is refused", async (_, name, content, code) => {
  expect(await ask(name, content)).toBe(code);
});

test("a declared type that is another kind's is refused", async () => {
  expect(await ask("a.pdf", pdfOf(), "image/png")).toBe("type_differs");
  expect(await ask("a.pdf", pdfOf(), "application/pdf; charset=binary")).toBe("pdf");
  expect(await ask("a.csv", "a,b", "application/vnd.ms-excel")).toBe("csv");
});

test("two files in one are refused", async () => {
  const archive = zipOf([{ name: "evil.js", content: "alert(1)" }]);
  expect(await ask("a.jpg", Buffer.concat([await jpegOf(), archive]))).toBe("file_is_two");
  expect(await ask("a.pdf", Buffer.concat([pdfOf(), archive]))).toBe("file_is_two");
  expect(await ask("a.pdf", Buffer.concat([pdfOf(), Buffer.from("<html><script>alert(1)</script>")]))).toBe(
    "file_is_two",
  );
  expect(await ask("a.pdf", Buffer.concat([Buffer.from("<html>"), pdfOf()]))).toBe("type_differs");
  expect(await ask("a.txt", Buffer.concat([Buffer.from("hello\n"), pdfOf()]))).toBe("file_is_two");
  expect(await ask("a.xlsx", Buffer.concat([xlsxOf(), pdfOf()]))).toBe("file_is_two");
});

const script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

test.each([
  ["a script", pdfOf(script), "file_has_script"],
  ["a script that runs on opening", pdfOf(script, "/OpenAction 4 0 R "), "file_has_script"],
  ["a script whose name is written in numbers", pdfOf("<< /S /J#61v#61Script /J#53 (x) >>"), "file_has_script"],
  ["the short name alone", pdfOf("<< /JS (x) >>"), "file_has_script"],
  ["a script in an object stream", pdfOf(objectStream(`10 0 ${script}`)), "file_has_script"],
  [
    "a script in an object stream that only its short key tells",
    pdfOf(objectStream("10 0 << /S /Rendition /JS (app.alert) >>")),
    "file_has_script",
  ],
  ["a program to start", pdfOf("<< /S /Launch /F (cmd.exe) >>"), "file_has_script"],
  ["a file inside", pdfOf("<< /Type /Filespec /EF << /F 5 0 R >> /EmbeddedFile 5 0 R >>"), "file_has_files"],
  ["a password", pdfOf("<< /Encrypt 5 0 R >>"), "file_encrypted"],
  ["an object stream that is packed in another way", pdfOf(objectStream("x", "/LZWDecode")), "file_unreadable"],
  ["an object stream that is a bomb", pdfOf(objectStream(" ".repeat(40 * MEBIBYTE))), "archive_too_large"],
  ["no end", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "file_unreadable"],
])("a PDF with %s is refused", async (_, content, code) => {
  expect(await ask("a.pdf", content)).toBe(code);
});

const sheet = "xl/worksheets/sheet2.xml";

test.each([
  ["that is a bomb", xlsxOf([{ name: sheet, content: Buffer.alloc(30 * MEBIBYTE) }]), "archive_too_large"],
  [
    "that is larger than it says",
    xlsxOf([{ name: sheet, content: Buffer.alloc(30 * MEBIBYTE), announcedBytes: 1000 }]),
    "file_unreadable",
  ],
  [
    "of too many parts",
    xlsxOf(Array.from({ length: 2_100 }, (_, at) => ({ name: `xl/media/${at}.xml`, content: "" }))),
    "file_unreadable",
  ],
  ["with macros", xlsxOf([{ name: "xl/vbaProject.bin", content: "x" }]), "file_has_macros"],
  ["with a sheet of macros", xlsxOf([{ name: "xl/macrosheets/sheet1.xml", content: "<a/>" }]), "file_has_macros"],
  [
    "that says it has macros",
    xlsxOf([{ name: "[Content_Types].xml", content: '<Types a="macroEnabled"/>' }]),
    "file_has_macros",
  ],
  ["linked to others", xlsxOf([{ name: "xl/externalLinks/externalLink1.xml", content: "<a/>" }]), "file_has_links"],
  [
    "that fetches from elsewhere",
    xlsxOf([{ name: "xl/_rels/workbook.xml.rels", content: relation("image") }]),
    "file_has_links",
  ],
  ["with a program inside", xlsxOf([{ name: "xl/embeddings/oleObject1.bin", content: "MZ" }]), "file_has_files"],
  ["with entities", xlsxOf([{ name: sheet, content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]), "file_unreadable"],
  ["with a path out of it", xlsxOf([{ name: "../../evil.xml", content: "x" }]), "file_unreadable"],
  ["that is only an archive", zipOf([{ name: "readme.txt", content: "x" }]), "type_differs"],
])("a workbook %s is refused", async (_, content, code) => {
  expect(await ask("a.xlsx", content)).toBe(code);
});

test("a picture is kept as its pixels alone, upright", async () => {
  const sent = await tellingJpeg();
  const before = await sharp(sent).metadata();
  expect([before.orientation, before.exif !== undefined]).toEqual([6, true]);
  const found = await inspectFile(sent, { name: "a.jpg", declaredType: "image/jpeg" });
  if (!found.ok) throw new Error(found.refusal.code);
  const after = await sharp(found.value.content).metadata();
  expect([after.orientation, after.exif, after.icc, after.width, after.height]).toEqual([
    undefined,
    undefined,
    undefined,
    40,
    60,
  ]);
  expect(found.value.content.includes("php")).toBe(false);
  expect(found.value.content.includes("Lin Meihua")).toBe(false);
});

test("a picture of more pixels than are drawn, or broken, is refused", async () => {
  expect(await ask("a.png", pngOf(8000, 5001))).toBe("picture_too_large");
  expect(await ask("a.jpg", (await jpegOf(800, 800)).subarray(0, 900))).toBe("file_unreadable");
});

// HEIC is allowed where pictures of it can be drawn; when this fails, add its kind.
test("pictures in HEIC cannot be drawn here, and are refused", async () => {
  expect(sharp.format.heif?.input.fileSuffix ?? []).not.toContain(".heic");
  expect(await ask("a.heic", Buffer.from("00000018667479706865696300000000686569636d696631", "hex"))).toBe(
    "type_not_allowed",
  );
  expect(await ask("a.jpg", Buffer.from("00000018667479706865696300000000686569636d696631", "hex"))).toBe(
    "type_not_allowed",
  );
});
