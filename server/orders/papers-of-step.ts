import type { Reader } from "../../db/database";
import { missingBeforeFiling, readPapersReason } from "../../domain/documents/complete-without";
import { kindOf } from "../../domain/services/registry";
import type { Service } from "../../domain/services/service";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { readinessOfDeal } from "../documents/readiness-of-deal";

/** Why a step that says that the papers are complete is told although required ones are missing; null for every other step and where none is. */
export async function papersReasonOf(
  db: Reader,
  order: { readonly service: Service; readonly dealId: string },
  { code, papersReason }: { readonly code: string; readonly papersReason: string },
): Promise<Result<string | null, Refusal<"papers_missing">>> {
  const step = kindOf(order.service).milestones.find((one) => one.code === code);
  if (!step?.needsPapers) return accept(null);
  return readPapersReason(missingBeforeFiling(await readinessOfDeal(db, order.dealId)), papersReason);
}
