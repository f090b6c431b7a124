import { describe, expect, test } from "vitest";
import { memberships } from "@/db/schema/accounts";
import { mails, notices, organisationEvents } from "@/db/schema/notices";
import { auditEntries } from "@/db/schema/platform";
import { logAfter } from "@/db/repositories/request-log";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, HOUR_MS, later } from "@/domain/shared/time";
import { questionsPage } from "@/server/requests/queries/questions";
import { relayRound } from "@/server/worker/relay";
import { biddingMarket, CLOSES, done, refusalOf } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { answerQuestion } from "./answer-question";
import { askQuestion } from "./ask-question";

async function market(bidding: object = {}) {
  const of = await biddingMarket(bidding);
  const ask = (by: Actor, question = "Is the ramp open on Saturday?") =>
    of.run(askQuestion, by, { requestId: of.requestId, question });
  return {
    ...of,
    askFor: of.ask,
    ask,
    asked: async (by: Actor = of.actors.provider, question?: string) => done(await ask(by, question)).id,
    answer: (questionId: string, answer = "From 8 to 14.", more: object = {}) =>
      of.run(answerQuestion, of.actors.buyer, { questionId, answer, ...more }),
    read: async (by: Actor) => questionsPage(of.database.read, by, { requestId: of.requestId, now: of.on.clock() }),
  };
}

type Market = Awaited<ReturnType<typeof market>>;

const textsFor = async (of: Market, by: Actor) => (await of.read(by))?.questions.map(({ question }) => question);

describe("who asks is told to nobody", () => {
  test("an open question is read by its asker and the buyer alone, and an answered one by all with an account", async () => {
    const of = await market();
    const { buyer, provider, provider2, administrator, buyer2, visitor } = of.actors;
    const id = await of.asked(provider, "Which gate?");
    expect([await textsFor(of, buyer), await textsFor(of, provider)]).toEqual([["Which gate?"], ["Which gate?"]]);
    for (const other of [provider2, administrator, buyer2]) expect(await textsFor(of, other)).toEqual([]);
    done(await of.answer(id));
    for (const reader of [buyer, provider, provider2, administrator, buyer2])
      expect(await textsFor(of, reader)).toEqual(["Which gate?"]);
    expect(await of.read(visitor)).toBeNull();
  });

  test("no reader is shown the asker, and only buyer and asker are shown when it was asked", async () => {
    const of = await market();
    const { buyer, provider, provider2, administrator } = of.actors;
    done(await of.answer(await of.asked()));
    for (const reader of [buyer, provider2, administrator]) {
      const page = await of.read(reader);
      expect(JSON.stringify(page)).not.toMatch(/provider|user-/);
      expect(page?.questions[0]?.isOwn).toBe(false);
    }
    const times = async (by: Actor) => (await of.read(by))?.questions.map(({ askedAt }) => askedAt);
    expect(await times(buyer)).toEqual([START]);
    expect(await times(provider)).toEqual([START]);
    for (const reader of [provider2, administrator]) expect(await times(reader)).toEqual([null]);
    expect((await of.read(provider))?.questions[0]?.isOwn).toBe(true);
  });

  test("the events and the log of the request name no asker, and the audit log no question that others see", async () => {
    const of = await market();
    const id = await of.asked();
    const events = (await of.events()).filter(({ type }) => type === "question.asked");
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("provider");
    const log = await logAfter(of.database.read, { requestId: of.requestId, seq: 0, limit: 50 });
    expect(log.map(({ event }) => event.type)).toContain("question.asked");
    const entries = await of.database.read.select().from(auditEntries);
    const asking = entries.filter(({ command }) => command === "requests.ask-question");
    expect(asking).toHaveLength(1);
    expect([of.requestId, id, null]).not.toContain(asking[0]?.subjectId);
  });

  test("bidders, invited ones and whoever asked hear of an answer alike, each once, and the buyer of the question", async () => {
    const of = await market();
    const { provider, provider2 } = of.actors;
    await of.database.write(async (tx) => {
      for (const organisationId of ["buyer", "provider", "provider2"])
        await tx
          .insert(memberships)
          .values({ organisationId, userId: `user-${organisationId}`, role: "owner", createdAt: START });
    });
    const settle = async () => {
      while (await relayRound(of.on));
    };
    await of.bid(provider2);
    await settle();
    await of.database.write(async (tx) => {
      await tx.delete(notices);
      await tx.delete(mails);
      await tx.delete(organisationEvents);
    });
    const id = await of.asked(provider);
    await settle();
    const kinds = async () =>
      (await of.database.read.select().from(notices)).map(({ userId, kind }) => `${userId} ${kind}`).sort();
    expect(await kinds()).toEqual(["user-buyer question_asked"]);
    done(await of.answer(id));
    await settle();
    expect(await kinds()).toEqual([
      "user-buyer question_asked",
      "user-provider question_answered",
      "user-provider2 question_answered",
    ]);
    // Administrators see to whom a mail goes: one to those who take part would tell, before the opening, who they are.
    const sent = await of.database.read.select().from(mails);
    expect(sent.map(({ toAddress }) => toAddress)).toEqual(["user-buyer@example.com"]);
    const told = (await of.database.read.select().from(organisationEvents)).filter(
      ({ type }) => type === "question.answered",
    );
    expect(told.map(({ organisationId }) => organisationId).sort()).toEqual(["buyer", "provider", "provider2"]);
    expect(new Set(told.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe("a page of questions", () => {
  test("is in the order of asking to the buyer and of answering to all others, each question with its own answers", async () => {
    const of = await market();
    const { buyer, provider, provider2, buyer2 } = of.actors;
    const [first, second] = [await of.asked(provider, "First?"), await of.asked(provider2, "Second?")];
    for (const [id, said] of [
      [second, "To the second."],
      [first, "To the first."],
    ] as const) {
      of.setClock(later(of.on.clock(), HOUR_MS));
      done(await of.answer(id, said));
    }
    await of.asked(provider, "Open?");
    const told = async (by: Actor) =>
      (await of.read(by))?.questions.map(({ question, answers }) => [question, ...answers.map(({ answer }) => answer)]);
    const [one, two] = [
      ["First?", "To the first."],
      ["Second?", "To the second."],
    ];
    expect(await told(buyer)).toEqual([one, two, ["Open?"]]);
    expect(await told(provider)).toEqual([two, one, ["Open?"]]);
    for (const reader of [provider2, buyer2]) expect(await told(reader)).toEqual([two, one]);
  });

  test("offers to ask whom the request is for and who has room left, and to answer the buyer's people who may, until the close", async () => {
    const of = await market();
    const { buyer, viewer, provider, provider2, buyer2, administrator } = of.actors;
    const may = async () => {
      const pages = [buyer, viewer, provider, provider2, buyer2, administrator].map(of.read);
      return (await Promise.all(pages)).map((page) =>
        [page?.mayAsk && "ask", page?.mayAnswer && "answer"].find(Boolean),
      );
    };
    const no = undefined;
    expect(await may()).toEqual(["answer", no, "ask", "ask", no, no]);
    for (let number = 0; number < 20; number++) await of.asked(provider, `Which gate, ${number}?`);
    expect(await may()).toEqual(["answer", no, no, "ask", no, no]);
    of.setClock(later(CLOSES, -DAY_MS));
    expect((await of.read(provider2))?.isOpen).toBe(false);
    expect(await may()).toEqual(["answer", no, no, no, no, no]);
    of.setClock(CLOSES);
    expect(await may()).toEqual([no, no, no, no, no, no]);
  });
});

describe("when questions are taken", () => {
  test("to the market's rule before the close by the server's clock, also where no timer runs", async () => {
    const of = await market();
    of.setClock(later(CLOSES, -DAY_MS - 1));
    await of.asked();
    of.setClock(later(CLOSES, -DAY_MS));
    expect(refusalOf(await of.ask(of.actors.provider))).toBe("questions_closed");
    expect((await of.read(of.actors.provider))?.mayAsk).toBe(false);
  });

  test("a changed rule of the market holds from then on, and the buyer's own time before it", async () => {
    const of = await market();
    await of.rule("questions_end_hours", 2);
    of.setClock(later(CLOSES, -3 * HOUR_MS));
    await of.asked();
    const own = await market({ questionsUntil: new Date(START + HOUR_MS).toISOString() });
    own.setClock(later(START, HOUR_MS));
    expect(refusalOf(await own.ask(own.actors.provider))).toBe("questions_closed");
  });

  test("an answer may still be given after their end, until the close", async () => {
    const of = await market();
    const [first, second] = [await of.asked(), await of.asked(of.actors.provider2)];
    of.setClock(later(CLOSES, -1));
    done(await of.answer(first));
    of.setClock(CLOSES);
    expect(refusalOf(await of.answer(second))).toBe("request_not_open");
    expect(refusalOf(await of.answer(first, "No", { isCorrection: true }))).toBe("request_not_open");
  });

  test("twenty of one provider's may wait; an answer makes room", async () => {
    const of = await market();
    const ids = [];
    for (let number = 0; number < 20; number++) ids.push(await of.asked(of.actors.provider, `Which gate, ${number}?`));
    expect(refusalOf(await of.ask(of.actors.provider))).toBe("too_many_questions");
    await of.asked(of.actors.provider2);
    await of.list("provider", "logistics");
    const spec = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
    const elsewhere = { requestId: await of.askFor("logistics", spec), question: "Which ramp?" };
    done(await of.run(askQuestion, of.actors.provider, elsewhere));
    done(await of.answer(ids[7] as string));
    await of.asked();
  });

  test.each([
    ["the buyer", "buyer", "own_request"],
    ["a company without a listing", "buyer2", "no_listing"],
    ["somebody who may not bid", "viewer", "not_permitted"],
    ["a visitor", "visitor", "sign_in_needed"],
  ] as const)("not from %s", async (_, who, code) => {
    const of = await market();
    expect(refusalOf(await of.ask(of.actors[who]))).toBe(code);
  });

  test("a request for invited ones has no questions for others", async () => {
    const of = await market({ visibility: "invited", invitedIds: ["provider"] });
    await of.asked();
    expect(refusalOf(await of.ask(of.actors.provider2))).toBe("not_found");
    for (const other of [of.actors.provider2, of.actors.administrator, of.actors.buyer2])
      expect(await of.read(other)).toBeNull();
  });
});

describe("an answer", () => {
  test("stands with its own question alone; the buyer reads the order of asking, others that of the answers", async () => {
    const of = await market();
    const [first, second] = [await of.asked(), await of.asked(of.actors.provider, "Which gate?")];
    const seen = async (by: Actor) =>
      (await of.read(by))?.questions.map(({ id, answers }) => [id, answers.map(({ answer }) => answer)]);
    done(await of.answer(second, "Gate 7."));
    expect(await seen(of.actors.provider2)).toEqual([[second, ["Gate 7."]]]);
    of.setClock(later(START, HOUR_MS));
    done(await of.answer(first, "From 8."));
    expect(await seen(of.actors.buyer)).toEqual([
      [first, ["From 8."]],
      [second, ["Gate 7."]],
    ]);
    expect(await seen(of.actors.provider2)).toEqual([
      [second, ["Gate 7."]],
      [first, ["From 8."]],
    ]);
  });

  test("stays as it is: a second one is refused, and a correction stands beside it with its own time", async () => {
    const of = await market();
    const id = await of.asked();
    done(await of.answer(id, "From 8 to 14."));
    expect(refusalOf(await of.answer(id, "From 9."))).toBe("already_answered");
    of.setClock(later(START, HOUR_MS));
    expect(done(await of.answer(id, "From 9 to 14.", { isCorrection: true })).number).toBe(2);
    expect((await of.read(of.actors.provider2))?.questions[0]?.answers).toEqual([
      { number: 1, answer: "From 8 to 14.", answeredAt: START },
      { number: 2, answer: "From 9 to 14.", answeredAt: later(START, HOUR_MS) },
    ]);
  });

  test("is the buyer's alone; to others the question is not there to be answered", async () => {
    const of = await market();
    const id = await of.asked();
    const by = async (actor: Actor) =>
      refusalOf(await of.run(answerQuestion, actor, { questionId: id, answer: "Yes" }));
    expect(await by(of.actors.provider)).toBe("not_found");
    expect(await by(of.actors.buyer2)).toBe("not_found");
    expect(await by(of.actors.administrator)).toBe("not_permitted");
    expect(await by(of.actors.viewer)).toBe("not_permitted");
    expect(refusalOf(await of.answer("nothing"))).toBe("not_found");
  });
});

test("lesson 22: neither a question nor an answer names a way past the market, and a question no price", async () => {
  const of = await market();
  const id = await of.asked();
  for (const text of ["WeChat kz_cargo88", "Write to a@b.com", "+7 727 123 45 67"]) {
    const message = { kind: "malformed", issues: [{ message: "contact_in_text" }] };
    expect(await of.ask(of.actors.provider, text)).toMatchObject(message);
    expect(await of.answer(id, text)).toMatchObject(message);
  }
  expect(await of.ask(of.actors.provider, "Would you pay 1200 USD?")).toMatchObject({
    kind: "malformed",
    issues: [{ message: "price_in_question" }],
  });
});
