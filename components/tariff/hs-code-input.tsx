"use client";

import { useRef, useState } from "react";
import { CANDIDATES_ASKED, namesCode, needsDigits, offersFor, questionOfLine } from "@/domain/tariff/hs-candidate";
import type { OfferedCode } from "@/views/tariff";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/blocks";
import { TextInput, type Wiring } from "@/components/ui/form/inputs";
import { labelIn } from "@/domain/tariff/hs-entry";
import { OfferList } from "@/components/ui/form/offer-list";
import { useListbox, useOffers } from "@/components/ui/form/use-offers";
import { CandidateOption } from "./candidate-lists";

const addressOf = (q: string): string =>
  `/api/v1/hs-codes?${new URLSearchParams({ q: q.slice(0, QUESTION_LETTERS_MAX), limit: String(CANDIDATES_ASKED) })}`;

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
  const { found, isFailed, ask } = useOffers<OfferedCode>(addressOf);
  const [typed, setTyped] = useState(defaultValue);

  const labelId = `${wiring.id}-called`;
  const offers = found ? offersFor(found.q, found.offers) : [];
  const list = useListbox({ offers, listId: `${wiring.id}-codes`, take });
  const { isShown } = list;
  const called = namesCode(typed, [...(found?.offers ?? []), ...(known ? [known] : [])]);
  const label = called && labelIn(called.labels, locale);

  function look(q: string): void {
    list.show(q.trim() !== "");
    ask(q);
  }
  function take({ code }: OfferedCode): void {
    if (!field.current) return;
    look(code);
    // A heading leads to its codes and is none itself: what was typed stays.
    if (needsDigits(code)) return;
    field.current.value = code;
    setTyped(code);
    list.show(false);
    // The form saves itself and adds up by what it hears.
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return (
    <>
      <div className="combo">
        <TextInput
          {...wiring}
          ref={field}
          name={name}
          maxLength={maxLength}
          defaultValue={defaultValue}
          {...list.field}
          aria-describedby={[wiring["aria-describedby"], labelId].filter(Boolean).join(" ")}
          onChange={({ target }) => {
            setTyped(target.value);
            look(target.value);
          }}
        />
        {isShown && (
          <OfferList
            {...list.shown}
            label={t("offered")}
            keyOf={({ code, country }) => `${code}-${country}`}
            foot={t("noAdvice")}
          >
            {(candidate) => <CandidateOption candidate={candidate} />}
          </OfferList>
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
        className="-ml-2"
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
