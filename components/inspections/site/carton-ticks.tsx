"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { findingId } from "./finding-id";

type CartonTicksProps = { readonly drawn: readonly number[]; readonly opened: readonly number[] };

/** The drawn cartons, each a tick as large as a thumb. */
export function CartonTicks({ drawn, opened }: CartonTicksProps) {
  const t = useTranslations("inspections.site");
  const [count, setCount] = useState(() => drawn.filter((carton) => opened.includes(carton)).length);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) =>
    setCount((before) => before + (target.checked ? 1 : -1));
  return (
    <fieldset className="field" id={findingId("results.openedCartons")}>
      <legend className="field-label">
        {t("cartons")} · <span aria-live="polite">{t("cartonsCount", { open: count, all: drawn.length })}</span>
      </legend>
      <p className="field-help">{t("cartonsHelp")}</p>
      <div className="carton-ticks">
        {drawn.map((carton) => (
          <label key={carton} className="carton-tick">
            <input
              type="checkbox"
              name="results.openedCartons"
              value={carton}
              aria-label={t("carton", { number: carton })}
              defaultChecked={opened.includes(carton)}
              onChange={onChange}
            />
            <span>{carton}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
