import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later } from "../shared/time";
import { REQUEST_STATES } from "../requests/request";
import { BIDDER, openUntil } from "@/test/open-request";
import { mayAnswer, mayAsk, OPEN_QUESTIONS_MAX } from "./question";
import { checkQuestionsEnd, questionsEnd } from "../requests/questions";

const OPENED = instant(0);
const CLOSES = instant(10 * DAY_MS);
const request = openUntil(CLOSES);
const asked = { endsAt: instant(9 * DAY_MS), openCount: 0 };
const codeOf = (result: { ok: boolean } & object) =>
  result.ok ? "yes" : (result as unknown as { refusal: { code: string } }).refusal.code;

describe("the end of questions", () => {
  const of = { questionsUntil: null, publishedAt: OPENED, closesAt: CLOSES };

  test("is the buyer's own time, else so long before the close as the market's rule says", () => {
    expect(questionsEnd({ ...of, questionsUntil: instant(DAY_MS) }, 24)).toBe(DAY_MS);
    expect(questionsEnd(of, 24)).toBe(9 * DAY_MS);
  });

  test("leaves half of its time for questions where a request is open for a day only", () => {
    expect(questionsEnd({ ...of, closesAt: instant(DAY_MS) }, 24)).toBe(DAY_MS / 2);
  });

  test("lies between the publication and the close, whatever the rule says", () => {
    fc.assert(
      fc.property(fc.nat(90 * DAY_MS), fc.nat(168), fc.option(fc.nat(100 * DAY_MS)), (openMs, hours, own) => {
        const closesAt = instant(openMs);
        const end = questionsEnd(
          { questionsUntil: own === null ? null : instant(own), publishedAt: OPENED, closesAt },
          hours,
        );
        expect(end).toBeGreaterThanOrEqual(OPENED);
        expect(end).toBeLessThanOrEqual(closesAt);
      }),
    );
  });

  test("of the buyer's own must lie after the publication and not after the close", () => {
    const ends = (questionsUntil: number | null) =>
      codeOf(checkQuestionsEnd({ questionsUntil: questionsUntil as never, closesAt: CLOSES }, instant(HOUR_MS)));
    expect([ends(null), ends(CLOSES), ends(2 * HOUR_MS)]).toEqual(["yes", "yes", "yes"]);
    expect([ends(CLOSES + 1), ends(HOUR_MS), ends(0)]).toEqual([
      "questions_end_after_close",
      "questions_end_after_close",
      "questions_end_after_close",
    ]);
  });
});

describe("a question may be asked", () => {
  test("to the last millisecond before the end of questions", () => {
    expect(codeOf(mayAsk(request(), BIDDER, asked, later(asked.endsAt, -1)))).toBe("yes");
    expect(codeOf(mayAsk(request(), BIDDER, asked, asked.endsAt))).toBe("questions_closed");
    expect(codeOf(mayAsk(request(), BIDDER, asked, CLOSES))).toBe("request_not_open");
  });

  test.each([
    ["the buyer itself", request(), { ...BIDDER, organisationId: "buyer" }, "own_request"],
    ["who has no listing", request(), { ...BIDDER, isListed: false }, "no_listing"],
    ["who is not invited", request({ visibility: "invited" }), BIDDER, "not_invited"],
    ["who is not checked", request({ visibility: "checked" }), BIDDER, "not_checked"],
  ] as const)("not by %s", (_, of, by, code) => {
    expect(codeOf(mayAsk(of, by, asked, OPENED))).toBe(code);
  });

  test("while fewer than twenty of the asker's wait for an answer", () => {
    expect(codeOf(mayAsk(request(), BIDDER, { ...asked, openCount: OPEN_QUESTIONS_MAX - 1 }, OPENED))).toBe("yes");
    expect(codeOf(mayAsk(request(), BIDDER, { ...asked, openCount: OPEN_QUESTIONS_MAX }, OPENED))).toBe(
      "too_many_questions",
    );
  });
});

describe("an answer is given once", () => {
  const answer = (answers: number, isCorrection: boolean, now = OPENED) =>
    mayAnswer(request(), { answers, isCorrection }, now);

  test("and corrected beside it, up to four times", () => {
    expect(answer(0, false)).toEqual({ ok: true, value: 1 });
    expect(codeOf(answer(1, false))).toBe("already_answered");
    expect(codeOf(answer(0, true))).toBe("not_answered");
    expect(answer(4, true)).toEqual({ ok: true, value: 5 });
    expect(codeOf(answer(5, true))).toBe("too_many_corrections");
  });

  test("also after the end of questions, until the close and not at it", () => {
    expect(codeOf(answer(0, false, later(CLOSES, -1)))).toBe("yes");
    expect(codeOf(answer(0, false, CLOSES))).toBe("request_not_open");
  });

  test.each(REQUEST_STATES.filter((state) => state !== "open"))("never of a request that is %s", (state) => {
    expect(codeOf(mayAnswer(request({ state }), { answers: 0, isCorrection: false }, OPENED))).toBe("request_not_open");
  });
});
