import { describe, expect, test } from "vitest";
import { pdfOf, pngOf, xlsxOf } from "@/test/file-corpus";
import { textOfFile } from "./text-of-file";

const textOf = async (name: string, content: Buffer | string) => {
  const read = await textOfFile(Buffer.from(content), { name, declaredType: "application/octet-stream" });
  return read.ok ? read.value : read.refusal.code;
};

const STRINGS = ["Description", "Cartons", "G.W. (kg)", "LED lamps &amp; bulbs", "Cups"];
const sharedStrings = `<sst>${STRINGS.map((text) => `<si><t>${text}</t></si>`).join("")}<si><r><t>瓷</t></r><r><t xml:space="preserve">砖</t></r><rPh><t>ci</t></rPh></si></sst>`;
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const GOODS = sheetOf(
  [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Yiwu to Almaty</t></is></c></row>',
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>',
    '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>400</v></c><c r="D3"><v>8199.999999999999</v></c></row>',
    '<row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4"><v>20</v></c><c r="C4" t="e"><v>#N/A</v></c><c r="D4" t="str"><v>90</v></c></row>',
  ].join(""),
);
const workbookOf = (...sheets: readonly string[]) =>
  xlsxOf([
    { name: "xl/sharedStrings.xml", content: sharedStrings },
    ...sheets.map((content, at) => ({ name: `xl/worksheets/sheet${at + 2}.xml`, content })),
  ]);

describe("the text of a packing list", () => {
  test("of a workbook is its first filled sheet, cell by cell between tabs, and its lines of words as they are", async () => {
    const read = await textOf("list.xlsx", workbookOf(sheetOf(""), GOODS, sheetOf('<row><c t="s"><v>4</v></c></row>')));
    expect(read).toBe(
      ["Yiwu to Almaty", "Description\tCartons\t\tG.W. (kg)", "LED lamps & bulbs\t400\t\t8200", "瓷砖\t20\t\t90"].join(
        "\n",
      ),
    );
  });

  test.each([
    ["commas", 'Goods,Cartons,Weight kg\n"Lamps, LED",400,8200\n'],
    ["semicolons", "Goods;Cartons;Weight kg\r\nLamps, LED;400;8200\r\n"],
    ["tabs", "Goods\tCartons\tWeight kg\nLamps, LED\t400\t8200"],
  ])("of values between %s has tabs between its cells", async (_, content) => {
    expect(await textOf("list.csv", content)).toBe("Goods\tCartons\tWeight kg\nLamps, LED\t400\t8200");
  });

  test("of a text stands as it is, with tabs or without, in an encoding that is in use", async () => {
    expect(await textOf("list.tsv", "a\tb\tc\n1\t2\t3")).toBe("a\tb\tc\n1\t2\t3");
    expect(await textOf("list.txt", "20 t of cement\nfrom Urumqi")).toBe("20 t of cement\nfrom Urumqi");
    expect(await textOf("list.csv", Buffer.from("c7a6b1ca2c31320a", "hex"))).toBe("铅笔 12");
    expect(await textOf("list.csv", 'a,b,"c')).toBe('a,b,"c');
  });

  test("is none of a PDF or a picture", async () => {
    expect(await textOf("list.pdf", pdfOf())).toBeNull();
    expect(await textOf("list.png", await pngOf())).toBeNull();
  });

  test.each([
    ["list.exe", "MZ", "type_not_allowed"],
    ["list.xlsx", "no workbook", "type_differs"],
    ["list.csv", "a\u0000b", "type_differs"],
    ["list.txt", "", "file_empty"],
    ["list.tsv", "<html><script>", "file_is_two"],
  ])("is refused of %s that is not what it is called", async (name, content, code) => {
    expect(await textOf(name, content)).toBe(code);
  });

  test.each([
    ["rows", "<row>"],
    ["cells", "<row><c>"],
    ["cells that are closed elsewhere", "<c></v>"],
    ["texts", "<t><rPh>"],
    ["and closes words said aloud", "<rPh></rPh>"],
  ])("of a workbook that opens %s without end is read in a moment", async (_, opened) => {
    // Of letters that are not packed to nothing, which is refused before.
    const filler = Array.from(
      { length: 900_000 / opened.length },
      (_, at) => `${opened}${((at * 7919) % 99_991).toString(36)}`,
    );
    const sheet = `<worksheet><sheetData><si>${filler.join("")}</si></sheetData></worksheet>`;
    const workbook = xlsxOf([
      { name: "xl/worksheets/sheet1.xml", content: sheet },
      { name: "xl/sharedStrings.xml", content: sheet },
    ]);
    const start = performance.now();
    await textOf("list.xlsx", workbook);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("is refused of a workbook that carries macros, like every upload", async () => {
    const workbook = xlsxOf([{ name: "xl/vbaProject.bin", content: "x" }]);
    expect(await textOf("list.xlsx", workbook)).toBe("file_has_macros");
  });
});
