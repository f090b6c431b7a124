import type { ReactNode } from "react";
import { type Listed, optionId } from "./use-offers";

type OfferListProps<Offer> = Listed<Offer> & {
  readonly label: string;
  /** The place of the one that the keys have come to; -1 for none. */
  readonly active: number;
  readonly keyOf: (offer: Offer) => string;
  /** Where the offers come from, or what they do not promise. */
  readonly foot: string;
  /** What an offer says. */
  readonly children: (offer: Offer) => ReactNode;
};

const scrollTo = (option: HTMLButtonElement | null) => option?.scrollIntoView({ block: "nearest" });

/** The list under a field, which `useListbox` opens: the focus stays in the field, and its keys move through the list. */
export function OfferList<Offer>({
  offers,
  listId,
  take,
  label,
  active,
  keyOf,
  foot,
  children,
}: OfferListProps<Offer>) {
  return (
    <div className="combo-list">
      {/* The field keeps the focus, so that leaving it for an option or the scroll bar is not what closes the list. */}
      <div id={listId} role="listbox" aria-label={label} tabIndex={-1} onMouseDown={(event) => event.preventDefault()}>
        {offers.map((offer, at) => (
          <button
            type="button"
            key={keyOf(offer)}
            ref={at === active ? scrollTo : undefined}
            id={optionId(listId, at)}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            className="combo-option"
            onClick={() => take(offer)}
          >
            {children(offer)}
          </button>
        ))}
      </div>
      <p className="combo-foot">{foot}</p>
    </div>
  );
}
