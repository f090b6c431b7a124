import { boundedText, optionalText } from "../wire-fields";
import { contactIn } from "./contact-in-text";

const namesNoContact = (text: string): boolean => contactIn(text) === null;

/** What one side reads of the other before an order binds them, in 1 to `max` characters: contacts are exchanged with an award only. */
export const contactFreeText = (max: number) => boundedText(max).refine(namesNoContact, "contact_in_text");

/** The same where nothing need be said. */
export const contactFreeNote = (max: number) => optionalText(max).refine(namesNoContact, "contact_in_text");
