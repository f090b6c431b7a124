import { useNameList } from "@/components/ui/sentences";
import { useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { TimeText } from "@/components/ui/time/time-text";
import type { DeclarationQuestion } from "@/views/declarations";
import type { HubWithClock } from "@/domain/shared/named";

type QuestionListProps = {
  readonly questions: readonly DeclarationQuestion[];
  readonly zone: string;
  readonly hub: HubWithClock;
  readonly fileName: (id: string) => string | null;
};

function Files({
  ids,
  fileName,
}: {
  readonly ids: readonly string[];
  readonly fileName: QuestionListProps["fileName"];
}) {
  const t = useTranslations("clearance.question");
  const nameList = useNameList();
  const names = ids.flatMap((id) => fileName(id) ?? []);
  return names.length > 0 ? <small className="block text-ink-2">{t("files", { names: nameList(names) })}</small> : null;
}

/** What the customs have asked, who answers by when, and what was answered. */
export function QuestionList({ questions, zone, hub, fileName }: QuestionListProps) {
  const t = useTranslations("clearance.question");
  if (questions.length === 0) return null;
  return (
    <ol className="deed-list" aria-label={t("title")}>
      {questions.map((one) => (
        <li key={one.number}>
          <b>{t("asked", { number: one.number, question: one.question })}</b>
          <small className="block text-ink-2">
            <TimeText at={one.askedAt} zone={zone} /> · {t(`by.${one.answersBy}`)}
            {one.answerBy !== null && (
              <>
                {" · "}
                {t("until")} <DeadlineText at={one.answerBy} zone={zone} hub={hub} />
              </>
            )}
          </small>
          <Files ids={one.fileIds} fileName={fileName} />
          {one.answeredAt === null ? (
            <p>{t("open")}</p>
          ) : (
            <>
              <p>{t("answered", { answer: one.answer ?? "" })}</p>
              <small className="block text-ink-2">
                <TimeText at={one.answeredAt} zone={zone} />
              </small>
              <Files ids={one.answerFileIds} fileName={fileName} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
