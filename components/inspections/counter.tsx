"use client";

import { useState } from "react";
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

/** A figure that one thumb counts up and down; it is typed where there is no script, and wherever somebody likes. */
export function Counter({ name, defaultValue, max, moreLabel, lessLabel, onCount, ...wired }: CounterProps) {
  const [text, setText] = useState(defaultValue);
  const change = (value: string) => {
    setText(value);
    onCount?.(read(value));
  };
  const step = (by: number) => {
    const next = Math.max(0, read(text) + by);
    change(String(max === undefined ? next : Math.min(max, next)));
  };
  return (
    <span className="counter">
      <button type="button" className="counter-step" aria-label={lessLabel} onClick={() => step(-1)}>
        <Icon name="minus" />
      </button>
      <TextInput
        {...wired}
        name={name}
        isNumber
        inputMode="numeric"
        value={text}
        onChange={({ target }) => change(target.value)}
      />
      <button type="button" className="counter-step" aria-label={moreLabel} onClick={() => step(1)}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
