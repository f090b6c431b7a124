"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Icon } from "@/components/ui/icons/icon";
import { countGiven, isTouched, type Typed } from "@/domain/services/form/given";
import { typedValues } from "./typed-values";

type FoldProps = Typed & {
  readonly title: ReactNode;
  /** Labels of what is inside, for a title that does not say it. */
  readonly inside?: readonly string[];
  /** The fields inside, by their full names: with one of them filled or to be mended it stands open. */
  readonly names: readonly string[];
  readonly className?: string;
  readonly children: ReactNode;
};

const INSIDE_MAX = 4;

/** What most leave out, one press away and without a script; how much of it is filled in stands outside. */
export function Fold({ title, inside = [], names, values = {}, errors, className = "span-12", children }: FoldProps) {
  const t = useTranslations("ui.form");
  const [count, setCount] = useState(() => countGiven(values, names));
  const onInput = ({ currentTarget }: FormEvent) => {
    const form = currentTarget.closest("form");
    if (form) setCount(countGiven(typedValues(form), names));
  };
  const first = inside.slice(0, INSIDE_MAX).join(" · ");
  return (
    <details className={`fold ${className}`.trimEnd()} open={isTouched({ values, errors }, names)} onInput={onInput}>
      <summary>
        <Icon name="chevron-right" />
        <span className="fold-title">{title}</span>
        <span className="fold-given">{t("given", { count, all: names.length })}</span>
        {first && <small>{inside.length > INSIDE_MAX ? `${first} …` : first}</small>}
      </summary>
      {children}
    </details>
  );
}
