import { unpack, type ZipEntry, zipEntries } from "./inspect-xlsx";

const ENTRIES_MAX = 2_000;
/** A packing list of some thousand rows; a sheet beyond it is none that a person would paste. */
const SHEET_MAX_BYTES = 8 * 1024 * 1024;
const ROWS_MAX = 1_000;
const COLUMNS_MAX = 60;
const SHEET = /^xl\/worksheets\/sheet(\d{1,3})\.xml$/i;
const STRINGS = /^xl\/sharedstrings\.xml$/i;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST_LETTER = 0x10_ff_ff;

/** A text of XML as it is read: its five names and its numbers for letters. */
const unescaped = (xml: string): string =>
  xml.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code === null) return ENTITIES[name] ?? whole;
    return code <= LAST_LETTER ? String.fromCodePoint(code) : "";
  });

type Element = { readonly attributes: string; readonly inner: string; readonly from: number; readonly to: number };

/** Every element of a name in their order, without looking twice at any letter: a file of strangers may open a million and close none. */
function* elementsIn(xml: string, name: string): Generator<Element> {
  const [open, close] = [`<${name}`, `</${name}>`];
  for (let from = xml.indexOf(open); from >= 0; from = xml.indexOf(open, from + 1)) {
    const begin = from + open.length;
    if (!/[\s/>]/.test(xml[begin] ?? "")) continue;
    const end = xml.indexOf(">", begin);
    if (end < 0) return;
    const isEmpty = xml[end - 1] === "/";
    const closed = isEmpty ? end : xml.indexOf(close, end);
    if (closed < 0) return;
    const to = isEmpty ? end + 1 : closed + close.length;
    const [attributes, inner] = [xml.slice(begin, isEmpty ? end - 1 : end), isEmpty ? "" : xml.slice(end + 1, closed)];
    yield { attributes, inner, from, to };
    from = closed;
  }
}

/** What stands in an element outside of the elements of a name within it. */
function without(xml: string, name: string): string {
  const left: string[] = [];
  let at = 0;
  for (const { from, to } of elementsIn(xml, name)) {
    left.push(xml.slice(at, from));
    at = to;
  }
  return left.join("") + xml.slice(at);
}

/** The texts within an element, without how they are said aloud. */
const textsIn = (xml: string): string =>
  [...elementsIn(without(xml, "rPh"), "t")].map(({ inner }) => unescaped(inner)).join("");

/** Where a cell stands in its row, by the letters of its name: "B7" is the second. */
const columnOf = (letters: string): number =>
  [...letters].reduce((all, letter) => all * 26 + (letter.charCodeAt(0) - 64), 0) - 1;

/** A number as a person would read it: the sheet keeps 8.2 as 8.199999999999999. */
function numberAsRead(value: string): string {
  const number = Number(value);
  return value.trim() === "" || !Number.isFinite(number) ? value : String(Number(number.toPrecision(12)));
}

function valueOf(attributes: string, inner: string, strings: readonly string[]): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1];
  if (type === "inlineStr") return textsIn(inner);
  const [written] = elementsIn(inner, "v");
  const value = unescaped(written?.inner ?? "");
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "e" || type === "b") return "";
  return type === "str" ? value : numberAsRead(value);
}

function rowOf(cells: string, strings: readonly string[]): string[] {
  const row: string[] = [];
  for (const { attributes, inner } of elementsIn(cells, "c")) {
    const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
    const at = letters === undefined ? row.length : columnOf(letters);
    if (at >= COLUMNS_MAX) continue;
    while (row.length < at) row.push("");
    row[at] = valueOf(attributes, inner, strings);
  }
  return row;
}

function rowsOf(xml: string, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const { inner } of elementsIn(xml, "row")) {
    if (rows.length === ROWS_MAX) break;
    rows.push(rowOf(inner, strings));
  }
  return rows;
}

const isFilled = (rows: readonly (readonly string[])[]): boolean => rows.flat().some((cell) => cell.trim() !== "");

/**
 * The rows of the first sheet of a workbook in which anything stands, cell by cell as they are read; null for what is no workbook or is too large
 * to be a packing list. It is to be asked of a workbook that was inspected.
 */
export async function sheetRows(workbook: Buffer): Promise<string[][] | null> {
  const entries = zipEntries(workbook, ENTRIES_MAX);
  if (entries === null) return null;
  const read = async (entry: ZipEntry | undefined) =>
    entry && entry.bytes <= SHEET_MAX_BYTES ? ((await unpack(workbook, entry))?.toString("utf8") ?? null) : null;
  const shared = entries.find(({ name }) => STRINGS.test(name));
  const strings = shared ? await read(shared) : "";
  if (strings === null) return null;
  const texts = [...elementsIn(strings, "si")].map(({ inner }) => textsIn(inner));
  const numberOf = ({ name }: ZipEntry): number => Number(SHEET.exec(name)?.[1]);
  const sheets = entries.filter(({ name }) => SHEET.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
  for (const sheet of sheets) {
    const xml = await read(sheet);
    if (xml === null) return null;
    const rows = rowsOf(xml, texts);
    if (isFilled(rows)) return rows;
  }
  return [];
}
