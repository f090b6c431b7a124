import "server-only";
import type { Reader } from "@/db/database";
import { type AuditSearch, listAudit } from "@/db/repositories/audit";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";

export type AuditEntryView = Awaited<ReturnType<typeof listAudit>>[number];

export type AuditPage = {
  readonly entries: readonly AuditEntryView[];
  readonly next: { readonly at: number; readonly id: string } | null;
};

const NOBODY = {
  organisationName: null,
  organisationNameOwn: null,
  ip: null,
  apiKeyId: null,
  userName: null,
  organisationId: null,
};

/**
 * Who did what, also what was refused; for administrators. Who has acted on a bid, a draft or the files beside one is withheld until its
 * request is opened or has ended.
 */
export async function auditLog(read: Reader, viewer: Actor, search: AuditSearch): Promise<AuditPage> {
  if (!may(viewer, "audit.read")) return { entries: [], next: null };
  const found = await listAudit(read, { ...search, limit: search.limit + 1 });
  const entries = found.slice(0, search.limit).map((entry) => (entry.isWithheld ? { ...entry, ...NOBODY } : entry));
  const last = found.length > search.limit ? entries.at(-1) : undefined;
  return { entries, next: last ? { at: last.at, id: last.id } : null };
}
