import { expect, test } from "vitest";
import { notices } from "@/db/schema/notices";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { saveListing } from "@/server/catalogue/listings";
import { execute, type Outcome } from "@/server/platform/execute";
import { newId } from "@/server/platform/platform";
import { markAllRead, markRead } from "@/server/notices/mark-read";
import { countTries } from "@/test/count-tries";
import { postingMarket, START } from "@/test/posting-market";
import { saveDraft } from "./drafts";

/** A market whose transactions are counted. */
async function counted() {
  const market = await postingMarket();
  const { counted: database, tries } = countTries(market.database);
  return { ...market, on: { ...market.on, isMetered: false, database }, tries };
}

const codeOf = (answer: Outcome<unknown>): string => (answer.kind === "refused" ? answer.refusal.code : answer.kind);

const saving = ({ on, actors }: Awaited<ReturnType<typeof counted>>, draftId = newId()) =>
  execute(saveDraft, { actor: actors.buyer, input: { draftId, fields: { title: "Lamps" } } }, on);

test("Drafts of one organisation that are saved at once are each saved at the first try, and one of them twice has two versions.", async () => {
  const market = await counted();
  const answers = await Promise.all(Array.from({ length: 4 }, () => saving(market)));
  expect([answers.map(codeOf), market.tries()]).toEqual([answers.map(() => "done"), 4]);
  const draftId = newId();
  const twice = await Promise.all([saving(market, draftId), saving(market, draftId)]);
  const versions = twice.map((answer) => answer.kind === "done" && answer.value.version);
  expect([versions.sort(), market.tries()]).toEqual([[1, 2], 6]);
});

test("Of two drafts that are begun at once where one may be, one is refused.", async () => {
  const market = await counted();
  for (let draft = 1; draft < DRAFTS_MAX; draft++) await saving(market);
  const answers = await Promise.all([saving(market), saving(market)]);
  expect(answers.map(codeOf).sort()).toEqual(["done", "too_many_drafts"]);
});

test("A listing that is saved twice at once, and notices that are read at once, are each written at the first try.", async () => {
  const market = await counted();
  const { on, actors } = market;
  const listing = {
    ...{ service: "logistics", summary: "Trucks", hubIds: ["horgos"], corridors: ["CN-KZ"], languages: ["en"] },
  };
  const save = () => execute(saveListing, { actor: actors.provider, input: listing }, on);
  expect([(await Promise.all([save(), save()])).map(codeOf), market.tries()]).toEqual([["done", "done"], 2]);
  const person = { userId: "user-buyer", organisationId: "buyer", kind: "order_placed", facts: {}, href: "/" } as const;
  const ids = ["n1", "n2", "n3"];
  await market.database.write((tx) =>
    tx.insert(notices).values(ids.map((id) => ({ id, eventId: id, ...person, createdAt: START }))),
  );
  const reading = [
    ...ids.map((noticeId) => execute(markRead, { actor: actors.buyer, input: { noticeId } }, on)),
    execute(markAllRead, { actor: actors.buyer, input: {} }, on),
  ];
  expect((await Promise.all(reading as Promise<Outcome<unknown>>[])).map(codeOf)).toEqual(reading.map(() => "done"));
  expect(market.tries()).toBe(2 + reading.length);
});
