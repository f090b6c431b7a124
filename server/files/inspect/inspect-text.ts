import type { FileKind } from "../../../domain/files/file-kind";
import { accept, refuse } from "../../../domain/shared/result";
import type { Inspection } from "./inspection";

// Excel in China still writes tables in GB 18030; with a mark at its head a text may be UTF-16.
const ENCODINGS = ["utf-8", "gb18030"] as const;

function read(content: Buffer): string | null {
  const mark = content.subarray(0, 2).toString("hex");
  const encodings = mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : ENCODINGS;
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

const isControl = (text: string): boolean => /[^\P{Cc}\t\r\n\f]/u.test(text);

/** A text is what can be read as one in an encoding that is in use, without control characters. */
export function inspectText(kind: FileKind, content: Buffer): Inspection {
  const text = read(content);
  return text === null || isControl(text) ? refuse("type_differs", { kind }) : accept({ kind, content });
}
