"use client";

import { useActionState } from "react";
import { Anchor, Button } from "@/components/ui/blocks";
import { FormProblems } from "@/components/ui/form/form-actions";
import type { FormAction } from "@/domain/shared/form-state";

export type NoticeRow = {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The same on the reader's clock, with its zone. */
  readonly time: string;
  readonly href: string;
  readonly words: string;
  readonly isUnread: boolean;
};

type NoticeRowsProps = {
  readonly label: string;
  readonly rows: readonly NoticeRow[];
  readonly markRead: FormAction;
  readonly words: { readonly unread: string; readonly markRead: string };
};

/** Notices in one form, whose buttons each send their own notice: a form a notice would be half of the page. */
export function NoticeRows({ label, rows, markRead, words }: NoticeRowsProps) {
  const [state, submit, isSending] = useActionState(markRead, null);
  return (
    <form action={submit}>
      <FormProblems state={state} fieldId={() => null} />
      <ul className="notice-rows" aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className={row.isUnread ? "is-unread" : undefined}>
            <time dateTime={new Date(row.at).toISOString()}>{row.time}</time>
            <p className="break-anywhere">
              {row.isUnread && <span className="sr-only">{words.unread}</span>}
              <Anchor href={row.href}>{row.words}</Anchor>
            </p>
            {row.isUnread && (
              <Button variant="quiet" size="small" name="noticeId" value={row.id} disabled={isSending}>
                {words.markRead}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
