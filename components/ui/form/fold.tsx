"use client";

import { useTranslations } from "next-intl";
import { createContext, type FormEvent, type ReactNode, useContext, useState } from "react";
import { useDrawnLate } from "./drawn-late";
import { Icon } from "@/components/ui/icons/icon";
import { countEntries, countGiven, isTouched, type Typed } from "@/domain/services/form-field";
import type { FormValues } from "@/domain/shared/form-state";
import { typedValues } from "./typed-values";

/** In a form whose folds are drawn once they are opened: the button that stands in them without a script, and brings the form back with all drawn. */
export const LateFolds = createContext<ReactNode>(null);

type FoldProps = Typed & {
  readonly title: ReactNode;
  /** Labels of what is inside, for a title that does not say it. */
  readonly inside?: readonly string[];
  /** The fields inside, by their full names, or the one list: with one of them filled or to be mended it stands open. */
  readonly names: readonly string[];
  readonly className?: string;
  /** Open though nothing stands in it yet: something has to. */
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
};

const INSIDE_MAX = 4;

/** What most leave out, one press away and without a script; how much of it is filled in stands outside. */
export function Fold({ title, inside = [], names, className = "span-12", isNeeded = false, ...rest }: FoldProps) {
  const { values = {}, errors, children } = rest;
  const late = useContext(LateFolds);
  const t = useTranslations("ui.form");
  const [list] = names.length === 1 ? names : [];
  const countIn = (typed: FormValues) => (list ? countEntries(typed, list) : countGiven(typed, names));
  const [count, setCount] = useState(() => countIn(values));
  const onInput = ({ currentTarget }: FormEvent) => {
    const form = currentTarget.closest("form");
    if (form) setCount(countIn(typedValues(form)));
  };
  const isOpen = isNeeded || isTouched({ values, errors }, names);
  const { isDrawn, draw, place } = useDrawnLate<HTMLDetailsElement>(late === null || isOpen);
  const first = inside.slice(0, INSIDE_MAX).join(" · ");
  return (
    <details ref={place} className={`fold ${className}`.trimEnd()} open={isOpen} onToggle={draw} onInput={onInput}>
      <summary>
        <Icon name="chevron-right" />
        <span className="fold-title">{title}</span>
        <span className="fold-given">{list ? t("entries", { count }) : t("given", { count, all: names.length })}</span>
        {first && <small>{inside.length > INSIDE_MAX ? `${first} …` : first}</small>}
      </summary>
      {isDrawn ? children : <noscript>{late}</noscript>}
    </details>
  );
}
