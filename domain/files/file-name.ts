/** A name is shown and sent back, never used as a path. */
export const FILE_NAME_MAX = 120;

// Controls, marks that turn the direction of reading, and letters that have no width: a name must read as it is.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED = /["*:<>?|]/g;

/** The part after the last dot in small letters; empty where there is none. */
export const extensionOf = (name: string): string => /[^.]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

function shortened(name: string): string {
  const extension = extensionOf(name);
  const letters = [...name];
  if (letters.length <= FILE_NAME_MAX) return name;
  return extension === ""
    ? letters.slice(0, FILE_NAME_MAX).join("")
    : `${letters.slice(0, FILE_NAME_MAX - extension.length - 1).join("")}.${extension}`;
}

/**
 * What a sender called the file, made fit to be shown: the part after the last slash of either kind, without controls, marks of
 * direction and letters without width, at most 120 letters with its extension kept. `file` where nothing is left.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().normalize("NFC").replace(UNSEEN, "").split(/[/\\]/).at(-1) ?? "";
  const name = last
    .replace(RESERVED, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return name === "" ? "file" : shortened(name);
}

/** RFC 6266: a plain name for old programs and the true one in UTF-8 after it. */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\w. -]/g, "_");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
