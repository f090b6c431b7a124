"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { numberFormat, regionNames } from "@/components/ui/format";
import type { Wiring } from "@/components/ui/form/inputs";
import { isTyped } from "@/components/ui/form/is-typed";
import { OfferList } from "@/components/ui/form/offer-list";
import { useListbox, useOffers } from "@/components/ui/form/use-offers";
import { type PlaceNames, placeName } from "@/domain/shared/place-names";
import type { FoundTown, FoundTowns, TownBeyond } from "@/views/hubs";

const TOWNS_ASKED = 8;
const LETTERS_MAX = 80;

const addressOf = (q: string): string =>
  `/api/v1/towns?${new URLSearchParams({ q: q.slice(0, LETTERS_MAX), limit: String(TOWNS_ASKED) })}`;

/** Finished words; those of `near` and `beyond` have {place} and {km} in them, the latter {town} too. */
export type TownWords = Readonly<Record<"search" | "offered" | "failed" | "near" | "source" | "beyond", string>>;

type PlaceInputProps = {
  readonly wiring: Wiring;
  readonly name: string;
  readonly locale: string;
  /** The id of the place that the form came with, or what was typed in its place, and what is shown of it. */
  readonly defaultValue: string;
  readonly label: string;
  readonly words: TownWords;
  /** The list of places to choose from where no script has come. */
  readonly children: ReactNode;
};

type Drawn = Partial<Pick<PlaceInputProps, "defaultValue" | "label">>;

/**
 * The field of an end of a way: a list of places, and with a script a search over the towns of the world by any of their names and codes. What was
 * chosen from the list before the script came stays chosen.
 */
export function PlaceInput(props: PlaceInputProps): ReactNode {
  const list = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    const select = list.current?.querySelector("select");
    const [option] = select && isTyped(select) ? select.selectedOptions : [];
    setDrawn(option ? { defaultValue: option.value, label: option.label } : {});
  }, []);
  if (drawn) return <TownSearch {...props} {...drawn} />;
  return (
    <span className="contents" ref={list}>
      {props.children}
    </span>
  );
}

function TownSearch({ wiring, name, locale, defaultValue, label, words }: PlaceInputProps) {
  const isChinese = locale.startsWith("zh");
  const nameOf = (named: PlaceNames) => placeName(named, locale);
  const countries = regionNames(locale);
  const countryOf = (code: string) => countries.of(code) ?? code;
  const nearOf = ({ km, ...place }: NonNullable<FoundTown["near"]>) =>
    words.near.replace("{place}", nameOf(place)).replace("{km}", numberFormat(locale, {}).format(km));
  const beyondOf = ({ port: { km, ...port }, country, ...town }: TownBeyond) =>
    words.beyond
      .replace("{town}", `${nameOf(town)}${isChinese ? "，" : ", "}${countryOf(country)}`)
      .replace("{place}", nameOf(port))
      .replace("{km}", numberFormat(locale, {}).format(km));
  const kept = useRef<HTMLInputElement>(null);
  const told = useRef(defaultValue);
  const [chosen, setChosen] = useState(defaultValue);
  const [typed, setTyped] = useState(label);
  const { found, isFailed, ask } = useOffers<FoundTown, Pick<FoundTowns, "beyond">>(addressOf);
  const offers = found?.offers ?? [];
  const beyond = found?.q === typed.trim() ? found.more.beyond : [];
  const list = useListbox({ offers, listId: `${wiring.id}-towns`, take });

  // The form saves itself and adds up by what it hears, once the field has its value.
  useEffect(() => {
    if (kept.current && kept.current.value !== told.current)
      kept.current.dispatchEvent(new Event("input", { bubbles: true }));
    told.current = chosen;
  }, [chosen]);
  function take({ id, country, ...names }: FoundTown): void {
    setTyped(`${nameOf(names)}, ${countryOf(country)}`);
    list.show(false);
    setChosen(id);
  }
  /** Who leaves the field with a whole name or a code in it, or with one that only one town has, means that town. */
  function settle(): void {
    list.field.onBlur();
    const [first, ...others] = found?.q === typed.trim() ? offers : [];
    const isWhole = [first && nameOf(first), first?.nameEn, first?.nameZh, first?.unlocode].some(
      (one) => one?.toLowerCase() === typed.trim().toLowerCase(),
    );
    const isMeant = isWhole || (others.length === 0 && beyond.length === 0);
    if (first && chosen !== first.id && isMeant) take(first);
  }
  return (
    <div className="combo">
      <input type="hidden" name={name} ref={kept} value={chosen} />
      <input
        {...wiring}
        {...list.field}
        type="text"
        className="input"
        maxLength={LETTERS_MAX}
        value={typed}
        placeholder={words.search}
        onFocus={({ target }) => target.select()}
        onBlur={settle}
        onChange={({ target }) => {
          setTyped(target.value);
          // Whoever writes a name whole need not choose: it is looked for again when the form is kept.
          setChosen(target.value);
          list.show(target.value.trim() !== "");
          ask(target.value);
        }}
      />
      {list.isShown && (
        <OfferList {...list.shown} label={words.offered} keyOf={({ id }) => id} foot={words.source}>
          {(town) => (
            <>
              <b>{nameOf(town)}</b>{" "}
              <span className="text-ink-2">
                {town.nameEn !== town.nameZh && `${isChinese ? town.nameEn : town.nameZh} `}
                {`· ${[...(town.region ? [nameOf(town.region)] : []), countryOf(town.country)].join(isChinese ? "，" : ", ")}`}
              </span>
              {town.near && <span className="block text-sm text-ink-3">{nearOf(town.near)}</span>}
            </>
          )}
        </OfferList>
      )}
      {beyond.map((town) => (
        <p key={`${town.country} ${town.nameEn}`} className="mt-1 text-sm text-ink-2" role="status">
          {beyondOf(town)}
        </p>
      ))}
      <output className="sr-only">{isFailed ? words.failed : ""}</output>
    </div>
  );
}
