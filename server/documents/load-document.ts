import type { Reader } from "../../db/database";
import { type StoredDocument, versionsOfDeal, versionsOfDocument } from "../../db/repositories/deal-documents";
import type { Actor } from "../../domain/access/actor";
import { change, type ChangeRefusal, currentOf } from "../../domain/documents/enter";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { dealOfParty } from "./deal-parties";
import type { DealRefusal } from "./document-receipt";

type Loaded = { readonly latest: StoredDocument; readonly others: readonly StoredDocument[] };

/** The document that a command changes, if the actor may; to those who are no party of its deal it is not there. */
export async function loadDocument(
  tx: Reader,
  actor: Actor,
  of: { readonly documentId: string; readonly version?: number | undefined },
): Promise<Result<Loaded, DealRefusal | ChangeRefusal>> {
  const latest = (await versionsOfDocument(tx, of.documentId)).at(-1);
  if (!latest) return refuse("not_found");
  const found = await dealOfParty(tx, actor, { dealId: latest.dealId, action: "document.change" });
  if (typeof found === "string") return refuse(found);
  const checked = change(latest, { organisationId: actor.organisationId, version: of.version });
  if (!checked.ok) return checked;
  return accept({ latest, others: currentOf(await versionsOfDeal(tx, latest.dealId)) });
}
