"use client";

import { Anchor } from "../blocks";
import { Icon } from "../icons/icon";

type Pair = readonly [value: string, label: string];

type SelectFilterProps = {
  readonly name: string;
  readonly label: string;
  /** Empty when not set. */
  readonly value: string;
  /** What the choice of nothing is called. */
  readonly anyWord: string;
  readonly options: readonly Pair[];
  readonly groups?: readonly (readonly [label: string, options: readonly Pair[]])[];
  /** The same view without this filter, and what the link to it is called; once it is set. */
  readonly remove?: readonly [href: string, label: string];
};

const optionOf = ([value, label]: Pair) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** A choice among the filters of a list, sent as its words: a page has some with dozens of options. */
export function SelectFilter({ name, label, value, anyWord, options, groups = [], remove }: SelectFilterProps) {
  return (
    <span className="filter-group">
      <label className={value ? "filter is-set" : "filter"}>
        {label}
        <select name={name} defaultValue={value}>
          <option value="">{anyWord}</option>
          {options.map(optionOf)}
          {groups.map(([heading, own]) => (
            <optgroup key={heading} label={heading}>
              {own.map(optionOf)}
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </label>
      {remove && (
        <Anchor className="filter-clear" href={remove[0]} aria-label={remove[1]}>
          <Icon name="x" />
        </Anchor>
      )}
    </span>
  );
}
