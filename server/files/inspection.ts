import type { FileKind } from "../../domain/files/file-kind";
import type { Refusal, Result } from "../../domain/shared/result";

/** Why a content is refused; the sender is told, and what is allowed. */
export type ContentRefusal = Refusal<
  | "file_empty"
  | "type_not_allowed"
  | "type_differs"
  | "file_unreadable"
  | "file_is_two"
  | "file_encrypted"
  | "file_has_script"
  | "file_has_macros"
  | "file_has_links"
  | "file_has_files"
  | "archive_too_large"
  | "picture_too_large"
  | "file_infected"
>;

/** What was found good, as it is kept: pictures drawn anew, all else byte for byte. */
export type Inspected = { readonly kind: FileKind; readonly content: Buffer };

export type Inspection = Result<Inspected, ContentRefusal>;
