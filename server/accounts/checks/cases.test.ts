import { describe, expect, test } from "vitest";
import { inArray } from "drizzle-orm";
import { memberships } from "@/db/schema/accounts";
import { auditEntries } from "@/db/schema/platform";
import { notices } from "@/db/schema/notices";
import type { Actor } from "@/domain/access/policy";
import { addDays, dayOf, HOUR_MS, instant, later } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { relayRound } from "@/server/worker/relay";
import { biddingMarket, done, refusalOf } from "@/test/bidding-market";
import { withPapers } from "@/test/check-papers";
import { START } from "@/test/posting-market";
import { organisationsToReview } from "../queries";
import { answerCheck, askCheck, withdrawCheck } from "./ask-check";
import { confirmCheck, sendBackCheck, takeBackCheck } from "./decide-check";
import { proposeCheck, proposeDecline, questionCase, takeCase } from "./handle-case";
import { removePaper } from "./papers";
import { caseToReview, checkQueue, ownStanding, shownCheck, standingOfOrganisation, waitingChecks } from "./queries";

const IN_A_YEAR = addDays(dayOf(START), 365);

async function market() {
  const of = await biddingMarket();
  const papers = await withPapers(of);
  const { provider, administrator: wang, administrator2: sun } = of.actors;
  let now = START;
  // Each step has a moment of its own, so that what happened stands in its order.
  const step = () => {
    now = later(now, HOUR_MS / 60);
    of.setClock(now);
  };
  const run: typeof of.run = (command, actor, input) => {
    step();
    return of.run(command, actor, input);
  };
  const caseId = async () => (await ownStanding(of.database.read, provider, now))?.latest?.id ?? "";
  const found = { organisationId: "provider", register: "gsxt.gov.cn", expiresOn: IN_A_YEAR, reason: "Active" };
  return {
    ...of,
    ...papers,
    run,
    wang,
    sun,
    caseId,
    goTo: (at: number) => {
      now = instant(at);
      of.setClock(now);
    },
    ask: () => run(askCheck, provider, {}),
    propose: (by: Actor = wang, changes: object = {}) => run(proposeCheck, by, { ...found, ...changes }),
    confirm: async (by: Actor = sun) => run(confirmCheck, by, { caseId: await caseId() }),
    own: () => ownStanding(of.database.read, provider, now),
    seen: async (by: Actor = wang) => caseToReview(of.database.read, by, { caseId: await caseId(), now }),
    standing: () => standingOfOrganisation(of.database.read, "provider", now),
    badge: () => shownCheck(of.database.read, "provider", now),
    queue: async (by: Actor) => (await checkQueue(of.database.read, by)).map((one) => [one.state, one.isYours]),
  };
}

async function asked() {
  const of = await market();
  done(await of.paper());
  done(await of.ask());
  return of;
}

test("those who lead an organisation ask for a check, which administrators count and a decision ends", async () => {
  const of = await market();
  const { provider, buyer2, administrator } = of.actors;
  const search = { words: "", state: "any", country: null, after: null, limit: 50 } as const;
  const waiting = async () => {
    const { rows } = await organisationsToReview(of.database.read, administrator, {
      ...{ ...search, isCheckAsked: true, now: of.on.clock() },
    });
    return [await waitingChecks(of.database.read, administrator), rows.map(({ id }) => id)];
  };
  expect(await waiting()).toEqual([0, []]);
  expect(refusalOf(await of.run(askCheck, { ...provider, role: "viewer" }, {}))).toBe("not_permitted");
  expect(refusalOf(await of.ask())).toBe("check_papers_missing");
  done(await of.paper());
  done(await of.ask());
  done(await of.ask());
  expect(await waiting()).toEqual([1, ["provider"]]);
  expect(await waitingChecks(of.database.read, buyer2)).toBeNull();
  done(await of.propose());
  done(await of.confirm());
  expect(await waiting()).toEqual([0, []]);
  // Nothing is to be looked up as long as it holds for more than a month.
  done(await of.ask());
  expect(await waiting()).toEqual([0, []]);
});

describe("four eyes", () => {
  test("nothing holds before a second administrator has confirmed it, and whoever proposed it cannot", async () => {
    const of = await asked();
    await of.database.write((tx) =>
      tx.insert(memberships).values([
        { organisationId: "platform", userId: "user-platform", role: "administrator", createdAt: START },
        { organisationId: "platform", userId: "user-platform2", role: "administrator", createdAt: START },
      ]),
    );
    done(await of.propose());
    expect([await of.standing(), await of.badge()]).toEqual(["pending", null]);
    const own = await of.confirm(of.wang);
    expect(own).toMatchObject({ refusal: { code: "own_proposal", details: { names: "user-platform2" } } });
    expect(refusalOf(await of.run(sendBackCheck, of.wang, { caseId: await of.caseId(), reason: "x" }))).toBe(
      "own_proposal",
    );
    expect(await of.standing()).toBe("pending");
    done(await of.confirm());
    expect(await of.standing()).toBe("verified");
    expect(await of.badge()).toMatchObject({
      ...{ standing: "holds", register: "gsxt.gov.cn", expiresOn: IN_A_YEAR, checkedAt: of.on.clock() },
      papers: [{ kind: "cn_business_licence", issuer: "义乌市市场监督管理局" }],
    });
    expect((await of.seen())?.checks).toMatchObject([{ checkedBy: "user-platform", confirmedBy: "user-platform2" }]);
    expect(refusalOf(await of.confirm())).toBe("wrong_state");
  });

  test("nobody confirms a check of an organisation that they work for, and nobody but administrators decides", async () => {
    const of = await asked();
    done(await of.propose());
    for (const other of [of.actors.provider, of.actors.buyer])
      expect(refusalOf(await of.confirm(other))).toBe("not_permitted");
    await of.database.write((tx) =>
      tx
        .insert(memberships)
        .values({ organisationId: "provider", userId: "user-platform2", role: "viewer", createdAt: START }),
    );
    expect(refusalOf(await of.confirm())).toBe("own_organisation");
    expect(refusalOf(await of.run(confirmCheck, of.sun, { caseId: "nobody" }))).toBe("not_found");
  });

  test("a proposal that is sent back is with whoever made it, with what is missing, and is confirmed once it is mended", async () => {
    const of = await asked();
    done(await of.propose());
    expect([await of.queue(of.wang), await of.queue(of.sun)]).toEqual([[["proposed", false]], [["proposed", true]]]);
    done(await of.run(sendBackCheck, of.sun, { caseId: await of.caseId(), reason: "Name differs by a character" }));
    expect([await of.queue(of.wang), await of.queue(of.sun)]).toEqual([[["taken", true]], [["taken", false]]]);
    expect(refusalOf(await of.propose(of.sun))).toBe("case_of_other");
    done(await of.propose());
    done(await of.confirm());
    expect((await of.seen())?.entries.map(({ event, by }) => `${event} ${by}`)).toEqual([
      ...["ask user-provider", "take user-platform", "propose user-platform", "send_back user-platform2"],
      ...["propose user-platform", "grant user-platform2"],
    ]);
    // What is said between administrators is not the organisation's.
    expect((await of.own())?.latest?.entries.map(({ event, by }) => [event, by])).toEqual([
      ["ask", "user-provider"],
      ["grant", null],
    ]);
  });

  test("a colleague takes a case over first, which stands in its history", async () => {
    const of = await asked();
    const input = { caseId: await of.caseId() };
    done(await of.run(takeCase, of.wang, input));
    expect(refusalOf(await of.run(questionCase, of.sun, { ...input, words: "Who signs?" }))).toBe("case_of_other");
    done(await of.run(takeCase, of.sun, input));
    done(await of.run(questionCase, of.sun, { ...input, words: "Who signs?" }));
    expect((await of.seen())?.takenBy).toBe("user-platform2");
  });
});

test("an administrator asks back; the organisation is told, answers in the same place, and the case goes on", async () => {
  const of = await asked();
  await of.database.write((tx) =>
    tx
      .insert(memberships)
      .values({ organisationId: "provider", userId: "user-provider", role: "owner", createdAt: START }),
  );
  const input = { caseId: await of.caseId() };
  expect(refusalOf(await of.run(answerCheck, of.actors.provider, { words: "?" }))).toBe("wrong_state");
  done(await of.run(takeCase, of.wang, input));
  done(await of.run(questionCase, of.wang, { ...input, words: "Whose stamp is on page two?" }));
  while (await relayRound(of.on));
  const kinds = ["organisation_check_question"] as const;
  const told = await of.database.read.select().from(notices).where(inArray(notices.kind, kinds));
  expect(told.map(({ userId, href }) => [userId, href])).toEqual([["user-provider", "/organisation/check"]]);
  expect(refusalOf(await of.run(answerCheck, of.actors.provider2, { words: "Ours" }))).toBe("not_found");
  expect(refusalOf(await of.run(answerCheck, { ...of.actors.provider, role: "viewer" }, { words: "Ours" }))).toBe(
    "not_permitted",
  );
  done(await of.run(answerCheck, of.actors.provider, { words: "Our branch’s" }));
  expect((await of.own())?.latest?.entries.map(({ event, words }) => [event, words]).slice(1)).toEqual([
    ["question", "Whose stamp is on page two?"],
    ["answer", "Our branch’s"],
  ]);
  expect(await of.queue(of.wang)).toEqual([["taken", true]]);
});

test("what is declined says why, and the organisation asks again with the papers that it has shown", async () => {
  const of = await asked();
  done(
    await of.run(proposeDecline, of.wang, { caseId: await of.caseId(), reason: "The licence is of another company" }),
  );
  expect(await of.standing()).toBe("pending");
  done(await of.confirm());
  expect(await of.standing()).toBe("unchecked");
  expect((await of.own())?.latest).toMatchObject({ state: "declined" });
  expect((await of.own())?.latest?.entries.at(-1)).toMatchObject({
    ...{ event: "decline", words: "The licence is of another company", by: null },
  });
  done(await of.ask());
  expect((await of.own())?.latest).toMatchObject({ state: "asked", papers: [{ kind: "cn_business_licence" }] });
});

describe("a paper", () => {
  test("is of the organisation's country, with a number that can be one and is its own, and is not past its end", async () => {
    const of = await market();
    const code = async (changes: object) => refusalOf(await of.paper(changes));
    expect(await code({ kind: "kz_registration" })).toBe("paper_of_other_country");
    expect(await code({ number: "91330782MY52572987" })).toBe("paper_number");
    expect(await code({ number: "91330100799655058B" })).toBe("paper_number_differs");
    expect(await code({ issuedOn: addDays(dayOf(START), 1) })).toBe("paper_issued_later");
    expect(await code({ expiresOn: dayOf(START) })).toBe("paper_ended");
    expect(await of.paper({ issuer: " " })).toMatchObject({ kind: "malformed" });
    expect(await code({})).toBe("done");
  });

  test("names a picture that the organisation has attached to its check, nobody else's and nothing else", async () => {
    const of = await market();
    await of.picture("theirs", "provider2");
    for (const fileId of ["theirs", "nobody's"])
      expect([fileId, refusalOf(await of.paper({ fileId }))]).toEqual([fileId, "file_unknown"]);
    expect(refusalOf(await of.paper({}, of.actors.provider2))).toBe("file_unknown");
    expect(refusalOf(await of.paper({}, { ...of.actors.provider, role: "quoter" }))).toBe("not_permitted");
  });

  test("goes again until the end of the case is proposed, and a check holds no longer than the first that ends", async () => {
    const of = await market();
    const ends = addDays(dayOf(START), 200);
    const { id } = done(await of.paper({ expiresOn: ends }));
    done(await of.run(removePaper, of.actors.provider, { paperId: id }));
    expect(refusalOf(await of.run(removePaper, of.actors.provider, { paperId: id }))).toBe("not_found");
    const { id: again } = done(await of.paper({ expiresOn: ends }));
    done(await of.ask());
    expect(refusalOf(await of.propose(of.wang, { expiresOn: addDays(ends, 1) }))).toBe("expires_after_paper");
    done(await of.propose(of.wang, { expiresOn: ends }));
    expect(refusalOf(await of.run(removePaper, of.actors.provider, { paperId: again }))).toBe("case_decided_on");
    expect(refusalOf(await of.paper())).toBe("case_decided_on");
    expect(refusalOf(await of.run(withdrawCheck, of.actors.provider, {}))).toBe("wrong_state");
  });
});

test("a renewal keeps the badge until the old check ends, and comes in time or not at all", async () => {
  const of = await asked();
  done(await of.propose());
  done(await of.confirm());
  of.goTo(startOfDay(addDays(IN_A_YEAR, -30)));
  done(await of.ask());
  expect([await of.standing(), (await of.own())?.latest?.state]).toEqual(["verified", "asked"]);
  const further = { expiresOn: addDays(IN_A_YEAR, 300) };
  done(await of.propose(of.wang, further));
  expect(await of.badge()).toMatchObject({ standing: "holds", expiresOn: IN_A_YEAR });
  of.goTo(startOfDay(addDays(IN_A_YEAR, 1)));
  expect([await of.standing(), (await of.badge())?.standing]).toEqual(["expired", "expired"]);
  done(await of.confirm());
  expect(await of.badge()).toMatchObject({ standing: "holds", ...further });
});

test("a check that is taken back is gone at once, and a case that runs meanwhile goes on", async () => {
  const of = await asked();
  done(await of.propose());
  done(await of.confirm());
  of.goTo(startOfDay(addDays(IN_A_YEAR, -10)));
  done(await of.ask());
  done(await of.run(takeBackCheck, of.wang, { organisationId: "provider", reason: "Struck off" }));
  expect([await of.standing(), await waitingChecks(of.database.read, of.wang)]).toEqual(["pending", 1]);
});

test("an asking that is withdrawn leaves the queue, and every step stands in the audit log", async () => {
  const of = await asked();
  done(await of.run(withdrawCheck, of.actors.provider, {}));
  expect([await of.standing(), await of.queue(of.wang)]).toEqual(["unchecked", []]);
  const commands = (await of.database.read.select().from(auditEntries)).map(({ command }) => command);
  for (const name of ["add-check-paper", "ask-check", "withdraw-check"]) expect(commands).toContain(`accounts.${name}`);
});

test("others than administrators see no queue and no case, and other organisations no case of this one", async () => {
  const of = await asked();
  for (const other of [of.actors.provider, of.actors.provider2, of.actors.visitor])
    expect([await of.queue(other), await of.seen(other)]).toEqual([[], null]);
  expect((await ownStanding(of.database.read, of.actors.provider2, START))?.latest).toBeNull();
  expect(await ownStanding(of.database.read, of.actors.visitor, START)).toBeNull();
});
