"use client";

import { useActionState } from "react";
import { FormProblems, SendBar } from "@/components/ui/form/form-actions";
import { type Option, Select } from "@/components/ui/form/inputs";
import type { FormAction } from "@/domain/shared/form-state";

export type ChoiceRow = {
  readonly topic: string;
  readonly name: string;
  readonly detail: string;
  readonly isInInbox: boolean;
  readonly mail: string;
  readonly timings: readonly Option[];
  readonly inboxLabel: string;
  readonly mailLabel: string;
};

type ChoiceRowsProps = {
  readonly action: FormAction;
  readonly rows: readonly ChoiceRow[];
  readonly words: Readonly<Record<"caption" | "topic" | "inbox" | "mail" | "send", string>>;
};

/** A row a topic: whether it stands in the inbox, and when it comes by mail. All are sent together. */
export function ChoiceRows({ action, rows, words }: ChoiceRowsProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit}>
      <table className="data-table rows-regular notice-choices">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.topic}</th>
            <th scope="col">{words.inbox}</th>
            <th scope="col">{words.mail}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.topic}>
              <th scope="row">
                {row.name}
                {row.detail && <small>{row.detail}</small>}
              </th>
              <td>
                <label className="check">
                  <input
                    type="checkbox"
                    name={`inbox_${row.topic}`}
                    defaultChecked={row.isInInbox}
                    aria-label={row.inboxLabel}
                  />
                  <span aria-hidden="true">{words.inbox}</span>
                </label>
              </td>
              <td>
                <Select
                  name={`mail_${row.topic}`}
                  options={row.timings}
                  defaultValue={row.mail}
                  aria-label={row.mailLabel}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="panel-body">
        <FormProblems state={state} fieldId={() => null} />
        <SendBar send={words.send} isSending={isSending} isPlain />
      </div>
    </form>
  );
}
