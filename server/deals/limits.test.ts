import { expect, test } from "vitest";
import { listDrafts } from "@/db/repositories/deal-drafts";
import { dealDrafts, dealTemplates } from "@/db/schema/deals";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { later } from "@/domain/shared/time";
import { newId } from "@/server/platform/platform";
import { refusalOf } from "@/test/bidding-market";
import { postingMarket, START } from "@/test/posting-market";
import { keepTemplate } from "./templates";
import { saveDraft } from "./drafts";

const TEMPLATES_MAX = 100;

test("An organisation keeps so many drafts and templates and no more; another's take no room of it.", async () => {
  const { database, run, actors } = await postingMarket();
  const row = (id: string, organisationId: string) => ({ id, organisationId, createdAt: START, fields: {} });
  const draft = (at: number) => ({
    ...row(`d${at}`, at < DRAFTS_MAX - 1 ? "buyer" : "buyer2"),
    ...{ createdByUserId: "user-buyer", title: `${at}`, suggested: null, updatedAt: later(START, -at - 1), version: 1 },
  });
  const template = (at: number) => ({
    ...row(`t${at}`, at < TEMPLATES_MAX - 1 ? "buyer" : "buyer2"),
    ...{ createdByUserId: "user-buyer", name: `${at}` },
  });
  await database.write(async (tx) => {
    await tx.insert(dealDrafts).values(Array.from({ length: DRAFTS_MAX + 10 }, (_, at) => draft(at)));
    await tx.insert(dealTemplates).values(Array.from({ length: TEMPLATES_MAX + 10 }, (_, at) => template(at)));
  });
  const begin = async (draftId: string) =>
    refusalOf(await run(saveDraft, actors.buyer, { draftId, fields: { title: "New" } }));
  const keep = async (draftId: string) =>
    refusalOf(await run(keepTemplate, actors.buyer, { draftId, templateId: newId(), name: "Kept" }));
  const last = newId();
  expect([await begin(last), await begin(newId())]).toEqual(["done", "too_many_drafts"]);
  expect([await begin(last), await keep(last), await keep(last)]).toEqual(["done", "done", "too_many_templates"]);
  const listed = await listDrafts(database.read, "buyer", 2);
  expect(listed.map(({ title }) => title)).toEqual(["New", "0"]);
});
