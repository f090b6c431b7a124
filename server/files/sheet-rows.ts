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

/** The texts within an element, without how they are said aloud. */
const textsIn = (xml: string): string =>
  [...xml.replace(/<rPh\b.*?<\/rPh>/gs, "").matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)]
    .map(([, text = ""]) => unescaped(text))
    .join("");

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
  const value = unescaped(/<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1] ?? "");
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "e" || type === "b") return "";
  return type === "str" ? value : numberAsRead(value);
}

const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

function rowsOf(xml: string, strings: readonly string[]): string[][] {
  const rows = [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].slice(0, ROWS_MAX);
  return rows.map(([, cells = ""]) => {
    const row: string[] = [];
    for (const [, attributes = "", inner = ""] of cells.matchAll(CELL)) {
      const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
      const at = letters === undefined ? row.length : columnOf(letters);
      if (at >= COLUMNS_MAX) continue;
      while (row.length < at) row.push("");
      row[at] = valueOf(attributes, inner, strings);
    }
    return row;
  });
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
  const texts = [...strings.matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(([, inner = ""]) => textsIn(inner));
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
