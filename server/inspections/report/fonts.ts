import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

/** Latin letters, and Cyrillic; what it lacks the second draws. Both are set into the file, so that it looks the same everywhere. */
export const FAMILIES = ["latin", "sc"];

let isRegistered = false;

/** Where a package keeps its fonts. Asked of the folder that the market runs in, as its messages are: a bundler would look for a module. */
const folderOf = (name: string): string =>
  join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@embedpdf", name, "fonts");

/** Tells the renderer of the fonts, once a process: each is read when the first page needs it. */
export function registerFonts(): void {
  if (isRegistered) return;
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
  isRegistered = true;
}
