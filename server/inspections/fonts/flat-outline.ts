/** Where something lies in a font's bytes. */
type Span = { readonly offset: number; readonly length: number };

/** What a compact font (CFF) knows of the outlines that it keeps. */
export type Outlines = {
  readonly stream: { readonly buffer: Uint8Array };
  readonly topDict: { readonly CharStrings: readonly Span[] };
  readonly globalSubrIndex: readonly Span[];
  readonly privateDictForGlyph: (glyphId: number) => { readonly Subrs?: readonly Span[] } | null;
};

// Operators of an outline, by Adobe's Technical Note 5177.
const CALL_OWN = 10;
const RETURN = 11;
const ESCAPE = 12;
const CALL_SHARED = 29;
const LONG_NUMBER = 28;
const FIRST_NUMBER = 32;
const STEMS = new Set([1, 3, 18, 23]);
const MASKS = new Set([19, 20]);
const BITS = 8;

/** What is added to the number of a subroutine, by how many there are. */
function biasOf({ length }: readonly Span[]): number {
  if (length < 1_240) return 107;
  return length < 33_900 ? 1_131 : 32_768;
}

/** The number that begins at a place, and how many bytes it takes. */
function numberAt(bytes: DataView, at: number): { readonly value: number; readonly size: number } {
  const first = bytes.getUint8(at);
  if (first === LONG_NUMBER) return { value: bytes.getInt16(at + 1), size: 3 };
  if (first < 247) return { value: first - 139, size: 1 };
  if (first === 255) return { value: bytes.getInt32(at + 1) / 65_536, size: 5 };
  const second = bytes.getUint8(at + 1) + 108;
  return { value: first < 251 ? (first - 247) * 256 + second : -(first - 251) * 256 - second, size: 2 };
}

/**
 * A glyph's outline with its subroutines written out. The Chinese font has 22,000 of them, and a part of it that calls any must bring a
 * list of all: in a report that took longer to write than everything else of its fonts, and more room than the glyphs.
 */
export function flatOutline(font: Outlines, glyphId: number): Uint8Array {
  const { buffer } = font.stream;
  const bytes = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const own = font.privateDictForGlyph(glyphId)?.Subrs ?? [];
  const written: number[] = [];
  /** Numbers that no operator has used yet, with where each was written. */
  let waiting: { readonly value: number; readonly from: number }[] = [];
  let stems = 0;

  function call(subroutines: readonly Span[]): void {
    const last = waiting.pop();
    const span = last && subroutines[last.value + biasOf(subroutines)];
    if (!last || !span) throw new Error(`Glyph ${glyphId} calls a subroutine that its font has not`);
    written.length = last.from;
    write(span);
  }

  function write({ offset, length }: Span): void {
    for (let at = offset; at < offset + length; ) {
      const operator = bytes.getUint8(at);
      let size = operator === ESCAPE ? 2 : 1;
      if (operator === RETURN) return;
      if (operator === CALL_OWN || operator === CALL_SHARED) {
        call(operator === CALL_OWN ? own : font.globalSubrIndex);
        at += size;
        continue;
      }
      if (operator >= FIRST_NUMBER || operator === LONG_NUMBER) {
        const { value, size: taken } = numberAt(bytes, at);
        waiting.push({ value, from: written.length });
        size = taken;
      } else {
        if (STEMS.has(operator) || MASKS.has(operator)) stems += waiting.length >> 1;
        if (MASKS.has(operator)) size += Math.ceil(stems / BITS);
        waiting = [];
      }
      written.push(...buffer.subarray(at, at + size));
      at += size;
    }
  }

  const outline = font.topDict.CharStrings[glyphId];
  if (!outline) throw new Error(`The font has no glyph ${glyphId}`);
  write(outline);
  return Uint8Array.from(written);
}
