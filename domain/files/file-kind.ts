/** What may be attached: papers, tables, texts and photographs. Everything else is refused. */
export const FILE_KINDS = ["pdf", "jpeg", "png", "webp", "xlsx", "csv", "txt"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

type Looks = { readonly mediaType: string; readonly extensions: readonly string[]; readonly isText?: true };

export const LOOKS: Readonly<Record<FileKind, Looks>> = {
  pdf: { mediaType: "application/pdf", extensions: ["pdf"] },
  jpeg: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"] },
  png: { mediaType: "image/png", extensions: ["png"] },
  webp: { mediaType: "image/webp", extensions: ["webp"] },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
  },
  csv: { mediaType: "text/csv", extensions: ["csv"], isText: true },
  txt: { mediaType: "text/plain", extensions: ["txt"], isText: true },
};

/** Media types that say nothing: browsers send them for what their system does not know, and Windows calls a CSV Excel's. */
const SAYS_NOTHING = new Set(["", "application/octet-stream"]);
const ALSO: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  jpeg: ["image/jpg"],
  csv: ["application/vnd.ms-excel", "application/csv", "text/plain"],
};

/** The kind whose names end so; null where no name of ours does. */
export const kindOfExtension = (extension: string): FileKind | null =>
  FILE_KINDS.find((kind) => LOOKS[kind].extensions.includes(extension)) ?? null;

/** Whether a declared media type may stand for the kind: its own, one that is in use for it, or one that says nothing. */
export function mayBeDeclared(kind: FileKind, declared: string): boolean {
  const type = (declared.split(";", 1)[0] as string).trim().toLowerCase();
  return SAYS_NOTHING.has(type) || type === LOOKS[kind].mediaType || (ALSO[kind]?.includes(type) ?? false);
}
