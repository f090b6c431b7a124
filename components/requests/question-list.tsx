import { OwnLanguage } from "@/components/ui/own-language";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "@/components/ui/time/time-text";
import { ANSWERS_MAX } from "@/domain/requests/questions";
import type { Question } from "@/views/questions";

type QuestionListProps = {
  readonly questions: readonly Question[];
  readonly zone: string;
  /** The form that answers a question or corrects its answer; null to those who may not. */
  readonly answer: ((question: Question) => ReactNode) | null;
};

/** Each question with its answer and what was corrected in it, every one with its time; nothing says who asked. */
export function QuestionList({ questions, zone, answer }: QuestionListProps) {
  return (
    <ol className="grid gap-4">
      {questions.map((question) => (
        <li key={question.id} className="grid gap-1 border-t border-line pt-3 first:border-t-0 first:pt-0">
          <QuestionText question={question} zone={zone} />
          {question.answers.length < ANSWERS_MAX && answer?.(question)}
        </li>
      ))}
    </ol>
  );
}

function QuestionText({ question, zone }: { readonly question: Question; readonly zone: string }) {
  const t = useTranslations("requests.questions");
  const { answers, askedAt, isOwn } = question;
  return (
    <>
      <p className="font-medium whitespace-pre-line">
        <OwnLanguage>{question.question}</OwnLanguage>
      </p>
      <p className="flow text-sm text-ink-2">
        {isOwn && <span>{t("own")}</span>}
        {askedAt !== null && (
          <span>
            {t("askedAt")} <TimeText at={askedAt} zone={zone} />
          </span>
        )}
        {answers.length === 0 && <span>{t("waiting")}</span>}
      </p>
      {answers.map(({ number, answer, answeredAt }) => (
        <div key={number} className="border-s-2 border-line ps-3">
          <p className="text-sm text-ink-2">
            {t(number === 1 ? "answer" : "correction")} <TimeText at={answeredAt} zone={zone} />
          </p>
          <p className="whitespace-pre-line">
            <OwnLanguage>{answer}</OwnLanguage>
          </p>
        </div>
      ))}
    </>
  );
}
