"use client";

import { Icon } from "@/components/ui/icons/icon";

type DayFilterProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isSet?: boolean;
  /** Where the page says why the day was refused, if it was. */
  readonly refusalId?: string;
};

/** A day among the filters. */
export function DayFilter({ name, label, value, isSet, refusalId }: DayFilterProps) {
  return (
    <label className={isSet ? "filter is-set filter-day" : "filter filter-day"}>
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        {...(refusalId && { "aria-invalid": true, "aria-describedby": refusalId })}
      />
      <Icon name="calendar" />
    </label>
  );
}
