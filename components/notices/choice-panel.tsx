import { useTranslations } from "next-intl";
import { Note, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { useNameList } from "@/components/ui/words";
import type { FormAction } from "@/domain/shared/form-state";
import type { NoticeChoices } from "@/views/notices";
import { ChoiceRows } from "./choice-rows";

type ChoicePanelProps = {
  readonly choices: NoticeChoices;
  readonly choose: FormAction;
  readonly unmute: FormAction;
};

/** What a person hears of and when, a topic a row, with what is mailed in any case; below it what they have muted. */
export function ChoicePanel({ choices: { topics, mutedDeals, isDigestStopped }, choose, unmute }: ChoicePanelProps) {
  const t = useTranslations("notices.choices");
  const topicName = useTranslations("notices.topic");
  const list = useNameList();
  const muted = [
    ...topics.flatMap(({ topic, isMuted }) =>
      isMuted ? [{ what: "topic", subject: topic as string, name: topicName(topic) }] : [],
    ),
    ...mutedDeals.map(({ id, title }) => ({ what: "deal", subject: id, name: title })),
  ];
  return (
    <Panel id="notices" title={t("title")} isFlush>
      <div className="panel-body form-stack">
        <p>{t("lead")}</p>
        {isDigestStopped && (
          <Note tone="warn">
            <p>{t("digestStopped")}</p>
          </Note>
        )}
      </div>
      <ChoiceRows
        action={choose}
        rows={topics.map(({ topic, isInInbox, mail, timings, always }) => ({
          ...{ topic, isInInbox, mail, name: topicName(topic) },
          detail: always.length > 0 ? t("always", { kinds: list(always.map((kind) => t(`kind.${kind}`))) }) : "",
          timings: timings.map((timing) => ({ value: timing, label: t(`timing.${timing}`) })),
          inboxLabel: t("inboxOf", { topic: topicName(topic) }),
          mailLabel: t("mailOf", { topic: topicName(topic) }),
        }))}
        words={{ caption: t("title"), topic: t("topic"), inbox: t("inbox"), mail: t("mail"), send: t("send") }}
      />
      {muted.length > 0 && (
        <div className="panel-body form-stack">
          <b>{t("muted")}</b>
          <p>{t("mutedLead")}</p>
          <ul className="form-stack">
            {muted.map(({ what, subject, name }) => (
              <li key={`${what} ${subject}`} className="flow">
                <span>{name}</span>
                <OneButtonForm action={unmute} fields={{ what, subject }} size="small">
                  {t("undo")}
                </OneButtonForm>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
