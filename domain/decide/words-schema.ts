import { z } from "zod";
import { contactIn } from "../requests/contact-in-text";
import { WORDS_MAX } from "./reasons";

const noContact = (text: string): boolean => contactIn(text) === null;

/** What one side writes to the other before an order binds them: contacts are exchanged with an award only. */
export const reasonWords = z.string().trim().min(1, "required").max(WORDS_MAX).refine(noContact, "contact_in_text");

/** The same where a code alone says enough. */
export const optionalWords = z.string().trim().max(WORDS_MAX).refine(noContact, "contact_in_text").default("");
