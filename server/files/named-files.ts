import type { Reader } from "../../db/database";
import { filesNamedOf } from "../../db/repositories/named-files";
import type { FileSubject } from "../../domain/files/file";

const NONE: ReadonlySet<string> = new Set();

/** Files of a subject that something which is kept points to; nothing of the kind names others than an order's. */
export const namedFiles = async (db: Reader, subject: FileSubject | null): Promise<ReadonlySet<string>> =>
  subject?.kind === "order" ? filesNamedOf(db, subject.id) : NONE;
