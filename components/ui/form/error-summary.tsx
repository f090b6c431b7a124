"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../icons/icon";

export type SummaryError = { readonly fieldId: string; readonly message: ReactNode };

type ErrorSummaryProps = {
  readonly errors: readonly SummaryError[];
  /** In place of the count, for a refusal that belongs to no field. */
  readonly title?: ReactNode;
};

/** First in a form that came back: leads to each field, and takes the focus so that it is read at once. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const t = useTranslations("ui.errors");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="triangle-alert" />
        {title ?? t("title", { count: errors.length })}
      </h2>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error.fieldId}>
              <a href={`#${error.fieldId}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
