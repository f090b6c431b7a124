import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema/platform";
import { organisations } from "@/db/schema/accounts";
import { translations } from "@/db/schema/clerk";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, later } from "@/domain/shared/time";
import type { WrittenAt } from "@/domain/translations/written-text";
import { done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { clerkModelDouble, type ModelScript } from "@/test/clerk-model-double";
import { chainMarket } from "@/test/chain-market";
import { makeAdministrator } from "@/test/dispute-market";
import { fileMarket } from "@/test/file-market";
import { eq } from "drizzle-orm";
import { escalateDispute, openDispute } from "../disputes/dispute";
import { execute } from "../platform/execute";
import { answerQuestion } from "../requests/answer-question";
import { askQuestion } from "../requests/ask-question";
import { writeMessage } from "../threads/write-message";
import { housekeepingRound } from "../worker/timers";
import { offersOf } from "./queries";
import { translateText } from "./translate-text";
import { translator, useTranslator } from "./translator";

const QUESTION = "Работает ли рампа 5 декабря, с 8:00?";
const ENGLISH = "Is the ramp open on 5 December, from 8:00?";
const MESSAGE = "Пришлите упаковочный лист на ivan@example.com до пятницы, пожалуйста";

/** Every test begins an hour of its own. */
const newHour = () => void Reflect.deleteProperty(globalThis, "kouanOnePerProcess");
beforeEach(newHour);
afterEach(() => useTranslator(null));

async function withModel(script: ModelScript, more: object = {}) {
  const { settings, seen } = await clerkModelDouble(script);
  useTranslator(translator({ ...settings, ...more }));
  return seen;
}

const answers =
  (translation: string): ModelScript =>
  () => ({ translation });

/** A request with a question on it and two bids; open bidding, where the sides of a bid write to each other before the award. */
async function market(bidding: object = { mode: "open" }) {
  const of = await fileMarket(bidding);
  const { database, actors, on, requestId } = of;
  const asked = done(await of.run(askQuestion, actors.provider, { requestId, question: QUESTION }));
  const bidId = (await of.bid(actors.provider)).id;
  const translate = (by: Actor, at: Partial<WrittenAt> = {}, language = "en") =>
    of.run(translateText, by, { ...{ kind: "question", id: requestId, part: asked.id }, ...at, language });
  const offers = (by: Actor, texts = [QUESTION]) =>
    offersOf(database.read, by, {
      ...{ language: "en" as const },
      texts: texts.map((text) => ({ kind: "question", id: requestId, part: asked.id, text })),
    });
  const kept = () => database.read.select().from(translations);
  const write = (by: Actor, words: string) => of.run(writeMessage, by, { bidId, words });
  return { ...of, on, questionId: asked.id, bidId, translate, offers, kept, write };
}

describe("a text that a member wrote", () => {
  test("is translated for a reader once, and kept beside a hash that does not tell it", async () => {
    const seen = await withModel(answers(ENGLISH));
    const of = await market();
    expect(await of.offers(of.actors.buyer)).toMatchObject({ translations: new Map([[QUESTION, null]]) });
    done(await of.translate(of.actors.buyer));
    done(await of.translate(of.actors.buyer));
    done(await of.translate(of.actors.provider));
    expect(seen).toHaveLength(1);
    expect(await of.offers(of.actors.buyer)).toMatchObject({ translations: new Map([[QUESTION, ENGLISH]]) });
    const rows = await of.kept();
    expect(rows).toMatchObject([{ language: "en", model: "double", translation: ENGLISH }]);
    expect(JSON.stringify(rows)).not.toContain("рампа");
    expect(JSON.stringify(await of.database.read.select().from(auditEntries))).not.toMatch(/рампа|ramp/);
  });

  test("is sent as data with the language and nothing else", async () => {
    const seen = await withModel(answers(ENGLISH));
    const of = await market();
    done(await of.translate(of.actors.buyer));
    const { messages } = JSON.parse(seen[0]?.body ?? "");
    expect(messages).toHaveLength(2);
    expect(JSON.parse(messages[1].content)).toEqual({ text: QUESTION, into: "English" });
  });

  test("is translated again by another model and into another language, and after a year", async () => {
    const seen = await withModel(answers(ENGLISH));
    const of = await market();
    done(await of.translate(of.actors.buyer));
    await withModel(answers(ENGLISH), { model: "another" });
    expect(await of.offers(of.actors.buyer)).toMatchObject({ translations: new Map([[QUESTION, null]]) });
    done(await of.translate(of.actors.buyer));
    const chinese = await withModel(answers("12月5日8:00卸货平台开放吗？"));
    done(await of.translate(of.actors.buyer, {}, "zh-CN"));
    expect([seen.length, chinese.length, (await of.kept()).length]).toEqual([1, 1, 3]);
    of.setClock(later(of.on.clock(), 366 * DAY_MS));
    await housekeepingRound(of.on);
    expect(await of.kept()).toEqual([]);
  });
});

describe("only what its reader may read is sent", () => {
  test("of an open question nothing to others than its asker and the buyer, and of none anything to visitors", async () => {
    const seen = await withModel(answers(ENGLISH));
    const of = await market();
    const { buyer, provider2, buyer2, administrator, visitor } = of.actors;
    for (const other of [provider2, buyer2, administrator])
      expect(refusalOf(await of.translate(other)), `${other.organisationId}`).toBe("not_found");
    expect(refusalOf(await of.translate(visitor))).toBe("sign_in_needed");
    expect(await of.offers(visitor)).toBeNull();
    expect(seen).toEqual([]);
    done(await of.run(answerQuestion, buyer, { questionId: of.questionId, answer: "Да, рампа работает с 8:00" }));
    done(await of.translate(provider2));
    await withModel(answers("Yes, the ramp is open from 8:00"));
    done(await of.translate(provider2, { kind: "answer", part: `${of.questionId}.1` }));
    for (const part of ["", `${of.questionId}.2`, "nobody.1"])
      expect(refusalOf(await of.translate(provider2, { kind: "answer", part })), part).toBe("not_found");
  });

  test("a bid's remarks to the buyer once they may be read, and to rivals never", async () => {
    const seen = await withModel(answers("Машина стоит у границы"));
    const of = await market({});
    const offer = { ...offerOfThree("CNY", [150_000, 144_676, 14_000]), remarks: "The truck stands at the border" };
    const bidId = (await of.bid(of.actors.provider2, offer)).id;
    const at = { kind: "bid", id: of.requestId, part: bidId } as const;
    for (const by of [of.actors.buyer, of.actors.provider, of.actors.buyer2])
      expect(refusalOf(await of.translate(by, at, "ru")), `${by.organisationId}`).toBe("not_found");
    await of.closeAtItsTime();
    for (const by of [of.actors.provider, of.actors.buyer2])
      expect(refusalOf(await of.translate(by, at, "ru")), `${by.organisationId}`).toBe("not_found");
    expect(seen).toEqual([]);
    done(await of.translate(of.actors.buyer, at, "ru"));
    expect(JSON.parse(JSON.parse(seen[0]?.body ?? "").messages[1].content)).toEqual({
      ...{ text: offer.remarks, into: "Russian" },
    });
  });

  test("of a sealed bid's thread nothing, nor of another's", async () => {
    const seen = await withModel(answers("x"));
    const of = await market({});
    const at = { kind: "message", id: of.bidId, part: "1" } as const;
    for (const by of [of.actors.buyer, of.actors.provider, of.actors.provider2])
      expect(refusalOf(await of.translate(by, at))).toBe("not_found");
    expect(seen).toEqual([]);
  });

  test("a message without the contacts that are held back from its reader", async () => {
    const seen = await withModel((text) => ({ translation: text.replace(/\p{Script=Cyrillic}/gu, "a") }));
    const of = await market();
    done(await of.write(of.actors.provider, MESSAGE));
    const at = { kind: "message", id: of.bidId, part: "1" } as const;
    done(await of.translate(of.actors.buyer, at));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.body).toContain("упаковочный");
    expect(seen[0]?.body).not.toContain("ivan@");
    for (const other of [of.actors.provider2, of.actors.buyer2])
      expect(refusalOf(await of.translate(other, at))).toBe("not_found");
    for (const part of ["2", "-1", "x", ""])
      expect(refusalOf(await of.translate(of.actors.buyer, { ...at, part })), part).toBe("not_found");
  });

  test("a request's title and goods, to those who see it", async () => {
    const seen = await withModel((text) => ({ translation: `Груз ${text.replace(/[a-z]+/gi, "слово")}` }));
    const of = await market();
    const at = { kind: "request", id: of.requestId, part: "0" } as const;
    done(await of.translate(of.actors.provider2, at, "ru"));
    done(await of.translate(of.actors.provider2, { ...at, part: "title" }, "ru"));
    expect(seen.map(({ body }) => JSON.parse(JSON.parse(body).messages[1].content).into)).toContain("Russian");
    for (const part of ["99", "-1", "", "x"])
      expect(refusalOf(await of.translate(of.actors.provider2, { ...at, part }, "ru")), part).toBe("not_found");
    expect(refusalOf(await of.translate(of.actors.provider2, { ...at, id: "nothing" }, "ru"))).toBe("not_found");
  });

  test("a provider's words, as long as it stands in the directory", async () => {
    await withModel(answers("We carry goods across the border every day"));
    const of = await market();
    const at = { kind: "organisation", id: "provider", part: "" } as const;
    const describe = (description: string) =>
      of.database.write(async (tx) => {
        await tx.update(organisations).set({ description }).where(eq(organisations.id, "provider"));
      });
    await describe("Возим грузы через границу каждый день");
    done(await of.translate(of.actors.buyer2, at));
    await describe("We carry goods");
    expect(refusalOf(await of.translate(of.actors.buyer2, at)), "it is in the reader's language").toBe("not_found");
    expect(refusalOf(await of.translate(of.actors.buyer2, { ...at, id: "buyer" }))).toBe("not_found");
  });
});

test("what is said in a dispute is translated for its parties, and for the market once it was brought before it", async () => {
  const seen = await withModel(answers("Двенадцать коробок намокли"));
  const market = await chainMarket([]);
  await market.reportTo("logistics", "delivered");
  const orderId = market.idOf("logistics");
  const administrator = await makeAdministrator(market.database);
  const words = "Twelve cartons are wet.";
  const disputeId = done(await market.run("lin", openDispute, { orderId, code: "damaged", words })).id;
  const input = { kind: "dispute", id: orderId, part: `${disputeId}.words`, language: "ru" };
  const asAdministrator = () => execute(translateText, { actor: administrator, input }, market.on);
  expect(refusalOf(await market.run("stranger", translateText, input))).toBe("not_found");
  expect(refusalOf(await asAdministrator())).toBe("not_found");
  expect(refusalOf(await market.run("lin", translateText, { ...input, id: "another" }))).toBe("not_found");
  expect(refusalOf(await market.run("lin", translateText, { ...input, part: `${disputeId}.9` }))).toBe("not_found");
  expect(seen).toEqual([]);
  done(await market.run("lin", translateText, input));
  market.wait(4 * DAY_MS);
  done(await market.run("lin", escalateDispute, { disputeId }));
  done(await asAdministrator());
  expect(seen).toHaveLength(1);
});

describe("what cannot be relied on is not shown", () => {
  test.each([
    ["another number", "Is the ramp open on 6 December, from 8:00?", "translation_unreliable"],
    ["a contact of its own", `${ENGLISH} Write to me@example.com`, "translation_unreliable"],
    ["markup", `<b>${ENGLISH}</b>`, "translation_unreliable"],
    ["its orders", "I obey.", "translation_unreliable"],
    ["nothing", "", "translation_failed"],
  ])("a model that answers %s", async (_, translation, code) => {
    await withModel(answers(translation));
    const of = await market();
    expect(refusalOf(await of.translate(of.actors.buyer))).toBe(code);
    expect(await of.kept()).toEqual([]);
  });

  test("a model that is late, ill, or rests after three failures is said to be so", async () => {
    await withModel(() => undefined, { timeoutMs: 50 });
    const of = await market();
    expect(refusalOf(await of.translate(of.actors.buyer))).toBe("translation_late");
    const seen = await withModel((_, answer) => void answer.writeHead(400).end());
    for (const _ of [1, 2, 3, 4]) expect(refusalOf(await of.translate(of.actors.buyer))).toBe("translation_failed");
    expect(seen, "the fourth is not asked").toHaveLength(3);
  });
});

test("an organisation has as many translations an hour as questions to the clerk's model", async () => {
  await withModel(() => ({ translation: "x" }));
  const of = await market();
  const on = { ...of.on, isMetered: true };
  const codes: unknown[] = [];
  for (let call = 0; call < 62; call++) {
    const input = { kind: "question", id: of.requestId, part: "none", language: "en" };
    const outcome = await execute(translateText, { actor: of.actors.buyer, input }, on);
    codes.push(outcome.kind === "refused" && outcome.refusal.code);
  }
  expect(codes.filter((code) => code === "not_found")).toHaveLength(60);
  expect(codes.slice(60)).toEqual(["too_many_requests", "too_many_requests"]);
});

test("without an endpoint nothing is offered and nothing translated", async () => {
  const of = await market();
  expect(await of.offers(of.actors.buyer)).toBeNull();
  expect(refusalOf(await of.translate(of.actors.buyer))).toBe("not_found");
});
