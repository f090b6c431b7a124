import { type ContactKind, contactsIn } from "../shared/contact-in-text";

/** What stands in place of a contact: of one length, so that it says nothing of what it holds back. */
export const HELD_BACK = "•••";

/** A text without its contacts, and the kinds of those that were taken out, each once. */
export type HeldBack = { readonly words: string; readonly held: readonly ContactKind[] };

/**
 * A message as the other side reads it before an award binds the two: addresses, telephone numbers, messenger names and links are held back, as
 * everywhere in the market before its award (domain/shared/contact-in-text). Numbers of goods, papers, containers, prices and times stay.
 */
export function holdBack(text: string): HeldBack {
  const plain = text.normalize("NFC");
  const contacts = contactsIn(plain);
  let words = "";
  let at = 0;
  for (const { from, to } of contacts) {
    words += plain.slice(at, from) + HELD_BACK;
    at = to;
  }
  return { words: words + plain.slice(at), held: [...new Set(contacts.map(({ kind }) => kind))] };
}
