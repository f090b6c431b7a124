import "server-only";
import type { Reader } from "@/db/database";
import type { SoftCloseRules } from "@/domain/bidding/soft-close";
import { acceptsBids, type RequestTerms, termsOf } from "@/domain/requests/request";
import type { BidMode, Feedback } from "@/domain/requests/request-choices";
import type { Instant } from "@/domain/shared/time";
import { softCloseRules } from "../../bidding/place-bid";
import { and, eq } from "drizzle-orm";
import { findVisibleRequest, type StoredRequest, visibleTo } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import { type Actor, may } from "@/domain/access/policy";
import type { Watching } from "@/domain/notices/watcher-notices";
import "server-only";
import { hasActiveListing } from "@/db/repositories/listings";
import { ruleAt } from "@/db/repositories/market-rules";
import { isChecked } from "@/db/repositories/organisations";
import { answersTo, questionsOf, type StoredAnswer, type StoredQuestion } from "@/db/repositories/questions";
import { mayAsk, OPEN_QUESTIONS_MAX } from "@/domain/bidding/question";
import { questionsEnd } from "@/domain/requests/questions";
import type { Question, QuestionsPage } from "@/views/questions";

export type OpenRules = SoftCloseRules & { readonly feedback: Feedback; readonly extensionCount: number };

type AskedRules = { readonly bidMode: BidMode; readonly terms: RequestTerms | null; readonly extensionCount: number };

/** By which rules open bidding goes on, for everybody who may see the request; null where bids are sealed. */
export async function openRules(read: Reader, request: AskedRules, now: Instant): Promise<OpenRules | null> {
  if (request.bidMode === "sealed") return null;
  const { feedback } = termsOf(request);
  return { ...(await softCloseRules(read, now)), feedback, extensionCount: request.extensionCount };
}

export type WatchedRequest = { readonly logSeq: number; readonly watching: Watching };

/** The request as somebody who wants to watch it may know it; null where it is not for them. */
export async function watchedRequest(read: Reader, viewer: Actor, requestId: string): Promise<WatchedRequest | null> {
  const { organisationId } = viewer;
  const [row] = await read
    .select({
      logSeq: requests.logSeq,
      bidMode: requests.bidMode,
      buyerOrganisationId: requests.buyerOrganisationId,
    })
    .from(requests)
    .where(and(eq(requests.id, requestId), visibleTo(organisationId)))
    .limit(1);
  if (!row) return null;
  const isBuyer = organisationId !== null && row.buyerOrganisationId === organisationId;
  return { logSeq: row.logSeq, watching: { organisationId, isBuyer, bidMode: row.bidMode } };
}

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
    // Whom the market has shut out offers nothing.
    isBarred: false,
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
