import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { asWritten, type ShowText } from "@/components/ui/translated-text";
import { TimeText } from "@/components/ui/time/time-text";
import { ANSWERS_MAX } from "@/domain/requests/questions";
import type { Question } from "@/views/questions";

type Texts = {
  readonly requestId: string;
  readonly show?: ShowText;
};

type QuestionListProps = Texts & {
  readonly questions: readonly Question[];
  readonly zone: string;
  /** The form that answers a question or corrects its answer; null to those who may not. */
  readonly answer: ((question: Question) => ReactNode) | null;
};

/** Each question with its answer and what was corrected in it, every one with its time; nothing says who asked. */
export function QuestionList({ questions, zone, answer, ...texts }: QuestionListProps) {
  return (
    <ol className="grid gap-4">
      {questions.map((question) => (
        <li key={question.id} className="grid gap-1 border-t border-line pt-3 first:border-t-0 first:pt-0">
          <QuestionText question={question} zone={zone} {...texts} />
          {question.answers.length < ANSWERS_MAX && answer?.(question)}
        </li>
      ))}
    </ol>
  );
}

type QuestionTextProps = Texts & { readonly question: Question; readonly zone: string };

function QuestionText({ question, zone, requestId, show = asWritten }: QuestionTextProps) {
  const t = useTranslations("requests.questions");
  const { id, answers, askedAt, isOwn } = question;
  return (
    <>
      {show({ kind: "question", id: requestId, part: id, text: question.question }, "font-medium whitespace-pre-line")}
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
          {show({ kind: "answer", id: requestId, part: `${id}.${number}`, text: answer }, "whitespace-pre-line")}
        </div>
      ))}
    </>
  );
}
