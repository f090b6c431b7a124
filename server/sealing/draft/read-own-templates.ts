import type { Reader } from "../../../db/database";
import type { ListedBidTemplate, StoredBidTemplate } from "../../../db/repositories/bid-templates";
import { findOrganisationKey } from "../../../db/repositories/request-keys";
import { assert } from "../../../domain/shared/assert";
import type { FormValues } from "../../../domain/shared/form-state";
import { organisationKey } from "../keys";
import { openTemplateFields, openTemplateName } from "./seal-template";

async function keyOf(db: Reader, organisationId: string): Promise<Buffer> {
  const wrapped = await findOrganisationKey(db, organisationId);
  assert(wrapped, "who has kept a template has its key");
  return organisationKey(wrapped, organisationId);
}

/** The names of one organisation's templates by their ids. Whether it is its own organisation that asks, the caller has decided. */
export async function readTemplateNames(
  db: Reader,
  templates: readonly ListedBidTemplate[],
): Promise<Map<string, string>> {
  const [first] = templates;
  if (!first) return new Map();
  const key = await keyOf(db, first.providerOrganisationId);
  return new Map(templates.map((template) => [template.id, openTemplateName(template, key)]));
}

/** What a template says, in the same way. */
export async function readTemplate(
  db: Reader,
  template: StoredBidTemplate,
): Promise<{ readonly name: string; readonly fields: FormValues }> {
  const key = await keyOf(db, template.providerOrganisationId);
  return { name: openTemplateName(template, key), fields: openTemplateFields(template, key) };
}
