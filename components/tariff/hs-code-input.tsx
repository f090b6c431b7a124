"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { CANDIDATES_ASKED, namesCode, needsDigits, offersFor, questionOfLine } from "@/domain/tariff/hs-candidate";
import type { OfferedCode } from "@/views/tariff";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/blocks";
import { TextInput, type Wiring } from "@/components/ui/form/inputs";
import { labelIn } from "@/domain/tariff/hs-entry";
import { CandidateOptions, optionId } from "./candidate-lists";

const TYPING_MS = 200;

export type Found = { readonly q: string; readonly candidates: readonly OfferedCode[] };

type Candidates = {
  readonly found: Found | null;
  readonly isFailed: boolean;
  /** Asks once the typing rests; what was asked before and is not answered yet is let go. */
  readonly ask: (q: string) => void;
};

/** Candidates from the public API while somebody types: there is no action to call, since nothing is done. */
function useCandidates(): Candidates {
  const [found, setFound] = useState<Found | null>(null);
  const [isFailed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);

  const letGo = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => letGo, []);

  const load = async (q: string) => {
    const controller = new AbortController();
    asked.current = controller;
    const query = new URLSearchParams({ q: q.slice(0, QUESTION_LETTERS_MAX), limit: String(CANDIDATES_ASKED) });
    try {
      const response = await fetch(`/api/v1/hs-codes?${query}`, { signal: controller.signal });
      if (!response.ok) throw new Error(String(response.status));
      const { items } = (await response.json()) as { items: OfferedCode[] };
      setFound({ q, candidates: items });
      setFailed(false);
    } catch {
      // Offline or too many questions: the field takes a typed code all the same, and the words say that none can be offered.
      if (!controller.signal.aborted) setFailed(true);
    }
  };

  const ask = (q: string) => {
    letGo();
    if (q.trim() === "") setFound(null);
    else timer.current = setTimeout(() => void load(q.trim()), TYPING_MS);
  };
  return { found, isFailed, ask };
}

type HsCodeInputProps = {
  readonly wiring: Wiring;
  readonly name: string;
  readonly defaultValue: string;
  readonly maxLength: number;
  /** What the code is called that the form came with. */
  readonly known: OfferedCode | undefined;
  /** The field that says in words what the goods are. */
  readonly goodsName: string;
  /** What the button sends where no script has come. */
  readonly findIntent: string;
};

function goodsOf(field: HTMLInputElement | null, name: string): string {
  const goods = field?.form?.elements.namedItem(name);
  return goods instanceof HTMLInputElement ? goods.value : "";
}

/** The field of an HS code: offers codes by words or first digits, and says what a whole code is called. A combobox to keys and screen readers. */
export function HsCodeInput({ wiring, name, defaultValue, maxLength, known, goodsName, findIntent }: HsCodeInputProps) {
  const t = useTranslations("tariff.picker");
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const { found, isFailed, ask } = useCandidates();
  const [typed, setTyped] = useState(defaultValue);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const listId = `${wiring.id}-codes`;
  const labelId = `${wiring.id}-called`;
  const offers = found ? offersFor(found.q, found.candidates) : [];
  const isShown = isOpen && offers.length > 0;
  const called = namesCode(typed, [...(found?.candidates ?? []), ...(known ? [known] : [])]);
  const label = called && labelIn(called.labels, locale);

  const look = (q: string) => {
    setActive(-1);
    setOpen(q.trim() !== "");
    ask(q);
  };
  const take = ({ code }: OfferedCode) => {
    if (!field.current) return;
    look(code);
    // A heading leads to its codes and is none itself: what was typed stays.
    if (needsDigits(code)) return;
    field.current.value = code;
    setTyped(code);
    setOpen(false);
    // The form saves itself and adds up by what it hears.
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offers[active];
    if (event.key === "Escape" && isShown) setOpen(false);
    else if (event.key === "Enter" && isShown && chosen) take(chosen);
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && offers.length > 0) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(isShown ? (active + step + offers.length + (active === -1 && step === -1 ? 1 : 0)) % offers.length : 0);
      setOpen(true);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="combo">
        <TextInput
          {...wiring}
          ref={field}
          name={name}
          maxLength={maxLength}
          defaultValue={defaultValue}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={isShown ? listId : undefined}
          aria-activedescendant={isShown && active >= 0 ? optionId(listId, active) : undefined}
          aria-describedby={[wiring["aria-describedby"], labelId].filter(Boolean).join(" ")}
          onChange={({ target }) => {
            setTyped(target.value);
            look(target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {isShown && (
          <div className="combo-list">
            <CandidateOptions id={listId} label={t("offered")} offers={offers} active={active} onTake={take} />
            <p className="combo-foot">{t("noAdvice")}</p>
          </div>
        )}
      </div>
      <p id={labelId} className="mt-1 text-sm text-ink-2">
        {called && label && (
          <>
            <span className="tabular-nums">{called.code}</span> <span lang={label.language}>{label.text}</span>{" "}
          </>
        )}
        {needsDigits(typed) && t("short")}
      </p>
      <output className="sr-only">
        {isFailed ? t("failed") : isShown ? t("count", { count: offers.length }) : ""}
      </output>
      <Button
        size="small"
        variant="quiet"
        name="intent"
        value={findIntent}
        onClick={(event) => {
          event.preventDefault();
          field.current?.focus();
          look(questionOfLine(typed, goodsOf(field.current, goodsName)));
        }}
      >
        {t("find")}
      </Button>
    </>
  );
}
