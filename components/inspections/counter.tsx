"use client";

import { useEffect, useRef } from "react";
import { TextInput, type Wiring } from "@/components/ui/form/inputs";
import { Icon } from "@/components/ui/icons/icon";

type CounterProps = Wiring & {
  readonly name: string;
  readonly defaultValue: string;
  readonly max?: number;
  readonly moreLabel: string;
  readonly lessLabel: string;
  readonly onCount?: (count: number) => void;
};

const read = (text: string): number => {
  const value = Number(text.replace(/\s/g, ""));
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
};

/**
 * A figure that one thumb counts up and down; it is typed where there is no script, and wherever somebody likes. The field keeps its text by itself,
 * so that what was typed before the script came stays.
 */
export function Counter({ name, defaultValue, max, moreLabel, lessLabel, onCount, ...wired }: CounterProps) {
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(defaultValue);
  const tell = (text: string) => {
    told.current = text;
    onCount?.(read(text));
  };
  const step = (by: number) => {
    if (!field.current) return;
    const next = Math.max(0, read(field.current.value) + by);
    field.current.value = String(max === undefined ? next : Math.min(max, next));
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  useEffect(() => {
    if (field.current && field.current.value !== told.current) tell(field.current.value);
  });
  return (
    <span className="counter">
      <button type="button" className="counter-step" aria-label={lessLabel} onClick={() => step(-1)}>
        <Icon name="minus" />
      </button>
      <TextInput
        {...wired}
        name={name}
        ref={field}
        isNumber
        inputMode="numeric"
        defaultValue={defaultValue}
        onInput={({ currentTarget }) => tell(currentTarget.value)}
      />
      <button type="button" className="counter-step" aria-label={moreLabel} onClick={() => step(1)}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
