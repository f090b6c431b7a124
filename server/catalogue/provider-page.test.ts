import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { ANSWERS_MAX } from "@/domain/catalogue/provider-page";
import { biddingMarket, done, refusalOf } from "@/test/bidding-market";
import { mintActor } from "../platform/identity/mint-actor";
import { raiseAnswer, removeAnswer, saveProviderPage, writeAnswer } from "./provider-page";
import { ownPage, providerPage } from "./queries";

const HOURS = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", zone: "Asia/Shanghai" };

async function market() {
  const of = await biddingMarket();
  const { read } = of.database;
  const write = (by: Actor, question: string, change: object = {}) =>
    of.run(writeAnswer, by, { answerId: null, language: "ru", question, answer: "Да.", ...change });
  const shown = () => providerPage(read, "provider", of.on.clock());
  const questions = async () => (await shown())?.answers.map(({ question }) => question);
  const ids = async (organisationId = "provider") => (await ownPage(read, organisationId)).answers.map(({ id }) => id);
  return { ...of, write, shown, questions, ids };
}

test("what a provider writes for its page is on it, and what it leaves out is taken off", async () => {
  const of = await market();
  const { provider } = of.actors;
  expect(await of.shown()).toMatchObject({ texts: {}, hours: null, answers: [] });
  done(await of.run(saveProviderPage, provider, { texts: { ru: "Свой терминал." }, hours: HOURS }));
  expect(await of.shown()).toMatchObject({ texts: { ru: "Свой терминал." }, hours: HOURS });
  done(await of.run(saveProviderPage, provider, { texts: { vi: "Có kho." }, hours: null }));
  expect(await of.shown()).toMatchObject({ texts: { vi: "Có kho." }, hours: null });
});

test("answers are written, changed, ordered and removed, and readers see them so", async () => {
  const of = await market();
  const { provider } = of.actors;
  for (const question of ["Ночью?", "Опасные грузы?"]) done(await of.write(provider, question));
  const [first = "", second = ""] = await of.ids();
  done(await of.run(raiseAnswer, provider, { answerId: first }));
  expect(await of.questions()).toEqual(["Ночью?", "Опасные грузы?"]);
  done(await of.run(raiseAnswer, provider, { answerId: second }));
  expect(await of.questions()).toEqual(["Опасные грузы?", "Ночью?"]);
  done(await of.write(provider, "И ночью?", { answerId: first }));
  expect(await of.questions()).toEqual(["Опасные грузы?", "И ночью?"]);
  done(await of.run(removeAnswer, provider, { answerId: second }));
  expect(await of.questions()).toEqual(["И ночью?"]);
});

test("ten questions of a language are the most, and each language has its own ten", async () => {
  const of = await market();
  const { provider } = of.actors;
  for (let at = 0; at < ANSWERS_MAX; at++) done(await of.write(provider, `Вопрос ${at}`));
  expect(refusalOf(await of.write(provider, "Одиннадцатый"))).toBe("answers_full");
  const [first = ""] = await of.ids();
  done(await of.write(provider, "Исправлен", { answerId: first }));
  done(await of.write(provider, "Mười một", { language: "vi" }));
  expect(refusalOf(await of.write(provider, "Исправлен", { answerId: (await of.ids()).at(-1) }))).toBe("answers_full");
});

test("a page is its own organisation's: no other, no visitor and no plain member changes it", async () => {
  const of = await market();
  const { provider, provider2, visitor } = of.actors;
  done(await of.write(provider, "Ночью?"));
  const [answerId = ""] = await of.ids();
  const member = mintActor({ kind: "user", userId: provider.userId ?? "", organisationId: "provider", role: "viewer" });
  for (const other of [provider2, visitor, member]) {
    expect(["not_found", "sign_in_needed", "not_permitted"]).toContain(
      refusalOf(await of.write(other, "Захват", { answerId })),
    );
    for (const verb of [raiseAnswer, removeAnswer])
      expect((await of.run(verb, other, { answerId })).kind).not.toBe("done");
  }
  expect((await of.run(saveProviderPage, visitor, { texts: {}, hours: null })).kind).not.toBe("done");
  done(await of.run(saveProviderPage, provider2, { texts: { en: "Ours." }, hours: null }));
  expect(await of.shown()).toMatchObject({ texts: {}, answers: [{ question: "Ночью?" }] });
});

test("no answer says a telephone number before anybody is bound", async () => {
  const of = await market();
  const { provider } = of.actors;
  expect((await of.write(provider, "Как связаться?", { answer: "WhatsApp +7 701 555 12 34" })).kind).toBe("malformed");
});
