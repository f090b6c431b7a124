import { castFor } from "./contested/cast";
import { contestIn, OFFERED } from "./contested/contest";
import { agree, counter } from "./contested/agree";
import { amendLive } from "./contested/amend-live";
import { askAndAnswer } from "./contested/ask-and-answer";
import { bidOn, reviseStale } from "./contested/bid-on";
import { disqualifyAndCure } from "./contested/cure";
import { learnOutcome, readMails } from "./contested/learn-outcome";
import { postContested } from "./contested/post-contested";
import { proveOpening } from "./contested/prove-opening";
import { stayOutside } from "./contested/stay-outside";
import { readWithoutScripts } from "./contested/without-scripts";
import { languagesOf } from "./support/forms/languages";
import { expect, test } from "./support/test";

const CONTEST_MS = 240_000;

test("a contested request goes from two bids over questions, an amendment, a cure and a counter-offer to an order; everybody reads what is theirs and nothing else", async ({
  browser,
  baseURL,
  request,
}, { project }) => {
  test.setTimeout(CONTEST_MS);
  const [locale = "en"] = languagesOf(project.name);
  const contest = contestIn(locale);
  const cast = await castFor(browser, { locale, baseURL: baseURL as string });
  const posted = await test.step("a buyer posts", () => postContested(request, contest));
  const { id } = posted;

  await test.step("two providers bid, the gate in their way", async () => {
    await bidOn(cast.provider, contest, { id, offer: OFFERED.provider });
    await bidOn(cast.rival, contest, { id, offer: OFFERED.rival });
  });
  await test.step("three questions are answered", () => askAndAnswer(cast, contest, id));
  await test.step("an amendment comes to an open page, and is confirmed there", () => amendLive(cast, contest, id));
  await test.step("the rival revises", () => reviseStale(cast.rival, { id, offer: OFFERED.revised }));
  await test.step("nobody else learns an amount", () => stayOutside(cast, request, contest, id));
  await test.step("two people open, and it is proved", () => proveOpening(cast, id));
  await test.step("the cheaper bid is disqualified and cured", () => disqualifyAndCure(cast, contest, posted));
  await test.step("the buyer makes a counter-offer", () => counter(cast, contest, id));
  await test.step("it is read without scripts too", () => readWithoutScripts(browser, cast, id));
  await test.step("it is answered, and the answer accepted", () => agree(cast, contest, id));
  await test.step("loser and winner learn the outcome", () => learnOutcome(cast, contest, id));
  await test.step("every mail's link opens for whom it was written to", () => readMails(cast, posted));

  for (const { complaints } of Object.values(cast)) expect(complaints, "the browser complained").toEqual([]);
});
