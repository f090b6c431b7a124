import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { showTexts, textsOfQuestions } from "@/app/written-texts";
import { AnswerForm, AskForm } from "@/components/requests/question-forms";
import { QuestionList } from "@/components/requests/question-list";
import { Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { Actor } from "@/domain/access/policy";
import type { RequestPage } from "@/views/requests";
import { isPublished } from "@/domain/requests/request-visibility";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { questionsPage } from "@/server/requests/queries/questions";
import { answerQuestionAction, askQuestionAction } from "./actions";

type QuestionsSectionProps = { readonly request: RequestPage; readonly actor: Actor; readonly zone: string };

/** Questions to the buyer with their answers, and the form of whoever may ask or answer; not there before the request is published. */
export async function QuestionsSection({ request, actor, zone }: QuestionsSectionProps) {
  if (!isPublished(request)) return null;
  const { clock } = platform();
  const page = await questionsPage(pageReader(), actor, { requestId: request.id, now: clock() });
  if (!page || (!page.isOpen && page.questions.length === 0)) return null;
  const t = await getTranslations("requests.questions");
  return (
    <ClientWords>
      <Panel
        title={t("title", { count: page.questions.length })}
        id="questions"
        fold={page.questions.length > 0 ? "open" : "closed"}
        aside={
          <>
            {t(page.isOpen ? "until" : "endedAt")} <TimeText at={page.endsAt} zone={zone} />
          </>
        }
      >
        {page.questions.length === 0 && (
          <p className="text-ink-2">{t(page.mayAsk ? "emptyAsk" : page.mayAnswer ? "emptyBuyer" : "empty")}</p>
        )}
        <QuestionList
          questions={page.questions}
          requestId={request.id}
          show={await showTexts(actor, textsOfQuestions(request.id, page.questions))}
          zone={zone}
          answer={
            page.mayAnswer
              ? ({ id, answers }) => (
                  <AnswerForm
                    action={answerQuestionAction}
                    questionId={id}
                    isCorrection={answers.length > 0}
                    idempotencyKey={newId()}
                  />
                )
              : null
          }
        />
        {page.mayAsk && <AskForm action={askQuestionAction} requestId={request.id} idempotencyKey={newId()} />}
      </Panel>
    </ClientWords>
  );
}
