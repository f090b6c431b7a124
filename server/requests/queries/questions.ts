import "server-only";
import type { Reader } from "@/db/database";
import { hasActiveListing } from "@/db/repositories/listings";
import { ruleAt } from "@/db/repositories/market-rules";
import { isChecked } from "@/db/repositories/organisations";
import { answersTo, questionsOf, type StoredAnswer, type StoredQuestion } from "@/db/repositories/questions";
import { findVisibleRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { mayAsk, OPEN_QUESTIONS_MAX } from "@/domain/bidding/question";
import { questionsEnd } from "@/domain/requests/questions";
import { acceptsBids } from "@/domain/requests/request";
import { termsOf } from "@/domain/requests/terms";
import type { Instant } from "@/domain/shared/instant";
import type { Question, QuestionsPage } from "@/views/questions";

type Asked = { readonly requestId: string; readonly now: Instant };

function shownAs(question: StoredQuestion, answers: readonly StoredAnswer[], as: { isOwn: boolean; isBuyer: boolean }) {
  return {
    id: question.id,
    question: question.question,
    isOwn: as.isOwn,
    askedAt: as.isOwn || as.isBuyer ? question.askedAt : null,
    answers: answers
      .filter(({ questionId }) => questionId === question.id)
      .map(({ number, answer, answeredAt }) => ({ number, answer, answeredAt })),
  } satisfies Question;
}

/** To the buyer and the asker in the order of asking; to others in that of the answers, which tells nothing of when it was asked. */
const inOrder = (questions: readonly StoredQuestion[], isBuyer: boolean): StoredQuestion[] =>
  isBuyer ? [...questions] : [...questions].sort((a, b) => (a.answeredAt ?? Infinity) - (b.answeredAt ?? Infinity));

async function canAsk(
  read: Reader,
  viewer: Actor,
  of: { request: StoredRequest; endsAt: Instant; openCount: number; now: Instant },
) {
  const { request, endsAt, openCount, now } = of;
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "question.ask") || !acceptsBids(request, now)) return false;
  const bidder = {
    organisationId,
    isListed: await hasActiveListing(read, organisationId, request.service),
    // Of a request for invited ones nobody else comes so far.
    isInvited: request.visibility === "invited",
    isChecked: request.visibility === "checked" && (await isChecked(read, organisationId, now)),
  };
  return mayAsk(request, bidder, { endsAt, openCount }, now).ok;
}

/**
 * Questions and answers of a request. Its buyer reads them all; a provider its own and what is answered; everybody else with an account what is
 * answered; visitors nothing. Who asked is in nobody's answer.
 */
export async function questionsPage(
  read: Reader,
  viewer: Actor,
  { requestId, now }: Asked,
): Promise<QuestionsPage | null> {
  const request = viewer.kind === "anonymous" ? undefined : await findVisibleRequest(read, viewer, requestId);
  if (!request) return null;
  const { organisationId } = viewer;
  const isBuyer = organisationId !== null && organisationId === request.buyerOrganisationId;
  const isMine = (one: StoredQuestion): boolean =>
    organisationId !== null && one.askerOrganisationId === organisationId;
  const all = await questionsOf(read, requestId);
  const shown = inOrder(all, isBuyer).filter((one) => isBuyer || isMine(one) || one.answeredAt !== null);
  const answers = await answersTo(
    read,
    shown.map(({ id }) => id),
  );
  const endsAt = questionsEnd({ ...request, ...termsOf(request) }, await ruleAt(read, "questions_end_hours", now));
  const openCount = all.filter((one) => isMine(one) && one.answeredAt === null).length;
  return {
    endsAt,
    isOpen: acceptsBids(request, now) && now < endsAt,
    mayAsk:
      !isBuyer && openCount < OPEN_QUESTIONS_MAX && (await canAsk(read, viewer, { request, endsAt, openCount, now })),
    mayAnswer: isBuyer && may(viewer, "question.answer", request) && acceptsBids(request, now),
    questions: shown.map((one) => shownAs(one, answers, { isOwn: isMine(one), isBuyer })),
  };
}
