import { REASON_MAX } from "../reasons";
import { contactFreeNote } from "../../shared/contact/contact-free-text";

/** Why a request is amended, in the buyer's words, which everyone who sees the request reads. Whether one is needed is for the amendment to say. */
export const amendReason = contactFreeNote(REASON_MAX);
