import { z } from "zod";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import type { StoredRequest } from "@/db/repositories/requests";
import { endsOf } from "@/domain/deals/plan-deal";
import { kindOf } from "@/domain/services/registry";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import { issueWords } from "../../platform/form/issue-words";
import { specInvalid, specIssues } from "../../deals/posting/check-spec";
import { world } from "../../hubs/queries/network";

export type SpecRefusal = Refusal<"spec_invalid">;

/** The new spec of a request in its wire form, checked by its kind against the deal. */
export async function readSpec(
  db: Reader,
  request: Pick<StoredRequest, "service" | "dealId">,
  wire: unknown,
  now: Instant,
): Promise<Result<unknown, SpecRefusal>> {
  const { specSchema } = kindOf(request.service);
  const parsed = specSchema.safeParse(wire);
  if (!parsed.success) {
    const issue = parsed.error.issues[0] as z.core.$ZodIssue;
    return specInvalid({ path: issue.path, message: issueWords(issue).key });
  }
  const deal = await findDeal(db, request.dealId);
  assert(deal, "a request has its deal");
  const known = await world(db);
  const ends = endsOf(known, deal);
  assert(ends.ok, "the ends of a stored deal are known places");
  const [issue] = await specIssues(
    db,
    { service: request.service, spec: parsed.data },
    { deal, ends: ends.value, world: known, now },
  );
  return issue ? specInvalid(issue) : accept(z.encode(specSchema, parsed.data));
}
