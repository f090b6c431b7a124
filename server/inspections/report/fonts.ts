import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Font } from "@react-pdf/renderer";

/** Latin letters, and Cyrillic; what it lacks the second draws. Both are set into the file, so that it looks the same everywhere. */
export const FAMILIES = ["latin", "sc"];

const require = createRequire(import.meta.url);
let isRegistered = false;

/** Where a package keeps its fonts; its main file lies one folder down. */
const folderOf = (name: string): string => join(dirname(require.resolve(name)), "..", "fonts");

/** Tells the renderer of the fonts, once a process: each is read when the first page needs it. */
export function registerFonts(): void {
  if (isRegistered) return;
  const [latin, sc] = [folderOf("@embedpdf/fonts-latin"), folderOf("@embedpdf/fonts-sc")];
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
  isRegistered = true;
}
