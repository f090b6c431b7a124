import { z } from "zod";
import type { Reader } from "../../db/database";
import { type ListedBidTemplate, listBidTemplates } from "../../db/repositories/bid-templates";
import { BID_TEMPLATE_NAME_MAX } from "../../domain/bidding/offer/template/template-limits";
import { boundedText } from "../../domain/shared/wire-fields";
import { readTemplateNames } from "../sealing/draft/read-own-templates";

export const templateIdField = z.string().min(1).max(64);
export const templateNameField = boundedText(BID_TEMPLATE_NAME_MAX);

/** The organisation's templates of all services, each with its name. */
export async function namedTemplates(
  db: Reader,
  organisationId: string,
): Promise<(ListedBidTemplate & { readonly name: string })[]> {
  const templates = await listBidTemplates(db, { organisationId, service: null });
  const names = await readTemplateNames(db, templates);
  return templates.map((template) => ({ ...template, name: names.get(template.id) ?? "" }));
}
