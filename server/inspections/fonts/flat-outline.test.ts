import { readFileSync } from "node:fs";
import { Font } from "@react-pdf/renderer";
import { expect, test } from "vitest";
import { flatOutline, type Outlines } from "./flat-outline";
import { fontsAtHand } from "./report-fonts";

type Glyph = { readonly id: number; readonly _getPath: () => { readonly toSVG: () => string } };
type Stream = Outlines["stream"] & { readonly constructor: new (bytes: Uint8Array) => Outlines["stream"] };
type CompactFont = {
  readonly glyphForCodePoint: (codePoint: number) => Glyph;
  readonly createSubset: () => { includeGlyph: (glyphId: number) => void; encode: () => Uint8Array };
  readonly "CFF ": Omit<Outlines, "stream"> & { readonly stream: Stream };
};

/** What a reader draws who is given nothing of the font but a glyph's bytes. */
function drawnAlone({ "CFF ": outlines }: CompactFont, glyph: Glyph, bytes: Uint8Array): string {
  const alone = {
    stream: new outlines.stream.constructor(bytes),
    topDict: { CharStrings: { [glyph.id]: { offset: 0, length: bytes.length } } },
    globalSubrIndex: [],
    privateDictForGlyph: () => ({ ...outlines.privateDictForGlyph(glyph.id), Subrs: [] }),
  };
  const reader: Glyph = Object.create(glyph, { _font: { value: { "CFF ": alone } } });
  return reader._getPath().toSVG();
}

/** What a report shows Chinese in. */
async function chineseFont(fontWeight: number): Promise<CompactFont> {
  await fontsAtHand();
  return Font.getFont({ fontFamily: "sc", fontWeight }).data as unknown as CompactFont;
}

test("a report brings the letters that it says, and none of the font's subroutines", async () => {
  const font = await chineseFont(400);
  const subset = font.createSubset();
  for (const letter of "检验报告") subset.includeGlyph(font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id);
  expect(subset.encode().length).toBeLessThan(4_000);
});

test.each([400, 700])(
  "in weight %i a letter without subroutines is drawn as the font draws it, of all that our Chinese pages say",
  async (fontWeight) => {
    const font = await chineseFont(fontWeight);
    const said = ["forms/inspections", "service-inspection", "forms/service-inspection"].map((name) =>
      readFileSync(`messages/zh-CN/${name}.json`, "utf8"),
    );
    const letters = new Set(said.join("").match(/\p{Script=Han}|[，。：；？！（）]/gu));
    expect(letters.size).toBeGreaterThan(400);
    for (const letter of letters) {
      const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
      expect(drawnAlone(font, glyph, flatOutline(font["CFF "], glyph.id)), letter).toBe(glyph._getPath().toSVG());
    }
  },
);
