import { join } from "node:path";
import { Font } from "@react-pdf/renderer";
import { flatOutline, type Outlines } from "./flat-outline";

/** Latin letters, and Cyrillic; what it lacks the second draws. Both are set into the file, so that it looks the same everywhere. */
export const FAMILIES = ["latin", "sc"];

const WEIGHTS = [400, 700];

/** What is written into a file of a font: the glyphs of its text. */
type Subset = {
  readonly glyphs: readonly number[];
  charstrings: readonly Uint8Array[];
  gsubrs: readonly Uint8Array[];
  subsetCharstrings: () => void;
  subsetSubrs: () => undefined;
};

/** What the renderer asks of a font that it has read. */
type ReadFont = {
  layout: (text: string, ...how: readonly unknown[]) => object;
  createSubset: () => Subset;
  readonly name: { records: Readonly<Record<string, unknown>> };
  readonly "CFF "?: Outlines;
};

/** Words of which a font remembers how they are set. */
const REMEMBERED_MAX = 1_000;

/** Labels are the same in each report: the font sets them once. The renderer asks for every text in the same way, so its words are enough of a key. */
function rememberWords(font: ReadFont): void {
  const layout = font.layout.bind(font);
  const known = new Map<string, object>();
  font.layout = (text, ...how) => {
    const set = known.get(text) ?? layout(text, ...how);
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(text, set);
    return set;
  };
}

/** Writes the glyphs of a compact font without subroutines. */
function flatten(font: ReadFont, outlines: Outlines): void {
  const createSubset = font.createSubset.bind(font);
  const known = new Map<number, Uint8Array>();
  function outlineOf(glyphId: number): Uint8Array {
    const outline = known.get(glyphId) ?? flatOutline(outlines, glyphId);
    known.set(glyphId, outline);
    return outline;
  }
  font.createSubset = () => {
    const subset = createSubset();
    subset.subsetCharstrings = () => {
      subset.charstrings = subset.glyphs.map(outlineOf);
      subset.gsubrs = [];
    };
    subset.subsetSubrs = () => undefined;
    return subset;
  };
}

/** Where a package keeps its fonts. Asked of the folder that the market runs in, as its messages are: a bundler would look for a module. */
const folderOf = (name: string): string =>
  join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@embedpdf", name, "fonts");

function register(): void {
  const [latin, sc] = [folderOf("fonts-latin"), folderOf("fonts-sc")];
  Font.register({
    family: "latin",
    fonts: [
      { src: join(latin, "NotoSans-Regular.ttf"), fontWeight: 400 },
      { src: join(latin, "NotoSans-Bold.ttf"), fontWeight: 700 },
    ],
  });
  Font.register({
    family: "sc",
    fonts: [
      { src: join(sc, "NotoSansHans-Regular.otf"), fontWeight: 400 },
      { src: join(sc, "NotoSansHans-Bold.otf"), fontWeight: 700 },
    ],
  });
  // Chinese breaks between any two characters; everything else stays whole, and is not hyphenated by rules of English.
  Font.registerHyphenationCallback((word) =>
    /\p{Script=Han}/u.test(word) ? [...word].flatMap((letter) => [letter, ""]) : [word],
  );
}

/** Reads a font, and spares the renderer what it would do again for each report (docs/decisions/0050-fonts-of-a-report.md). */
async function readFont(fontFamily: string, fontWeight: number): Promise<void> {
  const source = Font.getFont({ fontFamily, fontWeight });
  await source.load();
  const font = source.data as unknown as ReadFont;
  rememberWords(font);
  // Compared at every run of text, licence and all.
  const { postscriptName } = font.name.records;
  font.name.records = { postscriptName };
  if (font["CFF "]) flatten(font, font["CFF "]);
}

async function readFonts(): Promise<void> {
  register();
  await Promise.all(FAMILIES.flatMap((family) => WEIGHTS.map((weight) => readFont(family, weight))));
}

let reading: Promise<void> | undefined;

/** Has the renderer know the fonts: read once a process, at its first report. */
export function fontsAtHand(): Promise<void> {
  reading ??= readFonts();
  return reading;
}
