import { contactFreeNote, contactFreeText } from "../shared/contact/contact-free-text";
import { boundedText } from "../shared/wire-fields";
import { REASON_MAX } from "../requests/reasons";

/** Why somebody did what another is told of or the record keeps. */
export const reasonField = boundedText(REASON_MAX);

/** Why one side does what the other is told of before an order binds them. */
export const reasonWords = contactFreeText(REASON_MAX);

/** The same where a code alone says enough. */
export const optionalWords = contactFreeNote(REASON_MAX).default("");
