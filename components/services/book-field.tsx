import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/blocks";
import { Field, TextInput } from "@/components/ui/form/inputs";
import { OfferList } from "@/components/ui/form/offer-list";
import { useListbox } from "@/components/ui/form/use-offers";
import {
  type BookSlot,
  filledBy,
  isAskedFor,
  type OfferedEntry,
  offersFor,
  titleOfEntry,
} from "@/domain/services/address-book";
import { controlOf, type FieldProps, fieldOf } from "./fields-form";

/** So many entries are one press away; the others are in the list. */
const AT_HAND = 2;

/** Below the name: what else tells one entry from another. */
const moreOf = ({ facts }: OfferedEntry): string =>
  [facts.name && facts.address, facts.number].filter(Boolean).join(" · ");

/** A button says a name alone: the list tells the addresses of one company apart. */
const isFirstOfName = (entry: OfferedEntry, at: number, all: readonly OfferedEntry[]): boolean =>
  all.findIndex(({ facts }) => titleOfEntry(facts) === titleOfEntry(entry.facts)) === at;

export type BookFieldProps = FieldProps & { readonly maxLength: number; readonly slot: BookSlot };

/**
 * The first of the fields that an entry of the address book fills together: the last used entries stand below it, each one press away, and all of them
 * in a list that goes by what is typed. Without a script a press keeps the form and brings it back filled.
 */
export function BookField({ maxLength, slot, ...field }: BookFieldProps) {
  const t = useTranslations("services.book");
  const { form, name } = field;
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState("");
  const entries = offersFor(slot, form.book);
  const offers = entries.filter((entry) => isAskedFor(entry, asked));
  const atHand = entries.filter(isFirstOfName).slice(0, AT_HAND);
  const list = useListbox({ offers, listId: `${form.nameOf(name)}-book`, take });

  function take(entry: OfferedEntry): void {
    const fields = input.current?.form?.elements;
    for (const [filled, value] of Object.entries(filledBy(slot, entry, form.nameOf("")))) {
      const control = fields?.namedItem(filled);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = String(value);
    }
    list.show(false);
    // The form saves itself and marks what is missing by what it hears.
    input.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function showAll(): void {
    setAsked("");
    input.current?.focus();
    list.show(true);
  }
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => (
        <>
          <div className="combo">
            <TextInput
              {...controlOf(field)}
              {...wiring}
              {...list.field}
              ref={input}
              maxLength={maxLength}
              onChange={({ target }) => {
                setAsked(target.value);
                list.show(target.value.trim() !== "");
              }}
            />
            {list.isShown && (
              <OfferList {...list.shown} label={t("offered")} keyOf={({ id }) => id} foot={t("offered")}>
                {(entry) => (
                  <>
                    <b>{titleOfEntry(entry.facts)}</b>
                    {moreOf(entry) && <span className="block text-sm text-ink-2">{moreOf(entry)}</span>}
                  </>
                )}
              </OfferList>
            )}
          </div>
          <div className="mt-1 flex flex-wrap items-center gap-1 text-sm text-ink-2" data-book={slot.kind}>
            <span>{t("from")}</span>
            {atHand.map((entry) => (
              <Button
                key={entry.id}
                size="small"
                className="h-auto min-w-0 max-w-full whitespace-normal text-left"
                name="intent"
                value={`take-entry:${form.nameOf(name)}:${entry.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  take(entry);
                }}
              >
                <span className="min-w-0 break-words py-1">{titleOfEntry(entry.facts)}</span>
              </Button>
            ))}
            {entries.length > atHand.length && (
              <Button type="button" size="small" variant="quiet" onClick={showAll}>
                {t("all", { count: entries.length })}
              </Button>
            )}
          </div>
        </>
      )}
    </Field>
  );
}
