import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RequestRoute } from "@/components/requests/request-summary";
import { Anchor } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { TimeText } from "@/components/ui/time/time-text";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { colonOf } from "@/components/ui/words";
import type { FormAction } from "@/domain/shared/form-state";
import type { InboxPage, NoticeGroup } from "@/views/notices";
import { NoticeRows } from "./notice-rows";
import { useNoticeWords } from "./use-notice-words";

export type NoticeActions = Readonly<Record<"markRead" | "markGroupRead" | "mute" | "unmute", FormAction>>;

type GroupListProps = {
  readonly groups: readonly NoticeGroup[];
  readonly opened: InboxPage["opened"];
  readonly actions: NoticeActions;
  readonly zone: string;
  /** The address that opens a group in place, or closes the one that is open. */
  readonly hrefOf: (group: string | null) => string;
};

/** By its name a link comes back to the group that it has opened. */
const idOf = (key: string): string => `g-${key}`;

/** What is named in the place of a deal, where notices are of none. */
function useGroupName() {
  const t = useTranslations("notices.inbox.of");
  return ({ key, deal }: NoticeGroup): string => deal?.title ?? t(key === "hubs" ? "hubs" : "organisation");
}

type MuteProps = Pick<GroupListProps, "actions"> & {
  readonly group: NoticeGroup;
  readonly topics: NonNullable<InboxPage["opened"]>["topics"];
};

/** One press each: nothing more of this deal, or of a topic wherever it comes from; what is muted says so, with its undoing in its place. */
function Muting({ group: { key, deal, isMuted }, topics, actions }: MuteProps) {
  const t = useTranslations("notices");
  const press = (what: "deal" | "topic", subject: string, of: { is: boolean; words: string }) => (
    <OneButtonForm
      key={subject}
      action={of.is ? actions.unmute : actions.mute}
      fields={{ what, subject, open: key }}
      size="small"
      variant={of.is ? "plain" : "quiet"}
    >
      {of.words}
    </OneButtonForm>
  );
  const isAnyMuted = isMuted || topics.some((one) => one.isMuted);
  return (
    <>
      {deal && press("deal", key, { is: isMuted, words: t(isMuted ? "inbox.undoDeal" : "inbox.muteDeal") })}
      {topics.map(({ topic, isMuted: is }) =>
        press("topic", topic, {
          is,
          words: t(is ? "inbox.undoTopic" : "inbox.muteTopic", { topic: t(`topic.${topic}`) }),
        }),
      )}
      {isAnyMuted && <small>{t("inbox.mutedMeans")}</small>}
    </>
  );
}

type OpenedProps = Pick<GroupListProps, "actions" | "zone"> & {
  readonly group: NoticeGroup;
  readonly opened: NonNullable<InboxPage["opened"]>;
};

/** All that was told of one group, below its head. */
function Opened({ group, opened: { notices, topics }, actions, zone }: OpenedProps) {
  const { key, unread, total } = group;
  const t = useTranslations("notices.inbox");
  const locale = useLocale();
  const { sentence, time } = useNoticeWords(zone);
  return (
    <div className="notice-opened">
      <NoticeRows
        label={t("list")}
        rows={notices.map((notice) => ({
          ...{ id: notice.id, at: notice.at, time: time(notice.at), href: `/${locale}${notice.href}` },
          ...{ words: sentence(notice), isUnread: !notice.isRead },
        }))}
        markRead={actions.markRead}
        words={{ unread: t("isUnread") + colonOf(locale), markRead: t("markRead") }}
      />
      <div className="notice-tools">
        {unread > 1 && (
          <OneButtonForm action={actions.markGroupRead} fields={{ group: key }} size="small">
            {t("markGroupRead", { count: unread })}
          </OneButtonForm>
        )}
        <Muting {...{ group, topics, actions }} />
        {total > notices.length && <small>{t("shownOf", { shown: notices.length, total })}</small>}
      </div>
    </div>
  );
}

/** What was told, a deal a row with its latest sentence; one is opened in place. */
export function GroupList({ groups, opened, actions, zone, hrefOf }: GroupListProps) {
  const t = useTranslations("notices.inbox");
  const nameOf = useGroupName();
  const { sentence } = useNoticeWords(zone);
  const row = (group: NoticeGroup): ReactNode => {
    const { key, deal, newest, unread } = group;
    const isOpen = opened?.key === key;
    return (
      <li key={key} id={idOf(key)} className={unread > 0 ? "is-unread" : undefined}>
        <div>
          <p className="notice-head break-anywhere">
            <Anchor className="row-link" href={`${hrefOf(isOpen ? null : key)}#${idOf(key)}`} aria-expanded={isOpen}>
              {nameOf(group)}
            </Anchor>
            {deal && (
              <small>
                <RequestRoute of={deal} /> · <span className="whitespace-nowrap">{deal.reference}</span>
              </small>
            )}
          </p>
          {!isOpen && <p className="break-anywhere">{sentence(newest)}</p>}
        </div>
        <span className="notice-time">
          {group.isMuted && <span>{t("muted")}</span>}
          {unread > 0 && <b>{t("new", { count: unread })}</b>}
          <TimeText at={newest.at} zone={zone} />
        </span>
        {isOpen && opened && <Opened {...{ group, opened, actions, zone }} />}
      </li>
    );
  };
  const list = (
    <ul className="notice-list" aria-label={t("groups")}>
      {groups.map(row)}
    </ul>
  );
  // What is open has forms in it.
  return opened ? list : <AsMarkup>{list}</AsMarkup>;
}
