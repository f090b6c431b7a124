/** The parts of a document that are written apart, as whoever sends it gets them. */
type PageParts = {
  /** Nobody can guess it, so that what stands in for a part can stand in no text of a person. */
  readonly key: string;
  readonly nonce?: string;
  readonly texts: string[];
  readonly head?: string[];
};

type Answer = { getStore(): { readonly parts: PageParts | null } | undefined };

// The front door hangs it here (server/platform/process/answer-status.ts).
const holder = globalThis as unknown as { readonly kouanAnswer?: Answer };

const partsOfPage = (): PageParts | null => holder.kouanAnswer?.getStore()?.parts ?? null;

/** Whether the answer is a document, into which parts can be put: none where a browser's script asks for a page's data. */
export const hasParts = (): boolean => partsOfPage() !== null;

/** Keeps the markup of a part for the page that is being drawn; answers its number. */
export const addPart = (text: string): number => (partsOfPage()?.texts.push(text) ?? 0) - 1;

/** What stands in the document until the front door puts the part there. */
export const standIn = (at: number): string => `${partsOfPage()?.key}.${at}.`;

/** Has markup stand at the end of the document's head; `of` is told the nonce of its scripts. Answers false where the answer is no document. */
export function addToHead(of: (nonce: string) => string): boolean {
  const parts = partsOfPage();
  if (!parts?.head) return false;
  parts.head.push(of(parts.nonce ?? ""));
  return true;
}
