import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon";
import { FieldError } from "./inputs";

export type RadioCard = {
  readonly value: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
};

type RadioCardsProps = {
  readonly id: string;
  readonly name: string;
  readonly legend: ReactNode;
  readonly cards: readonly RadioCard[];
  readonly defaultValue?: string;
  readonly error?: ReactNode;
  readonly isRequired?: boolean;
  readonly form?: string;
  readonly className?: string;
};

/** One of a few choices that each need a sentence. The first card carries `id`, so an error summary can lead to it. */
export function RadioCards({ id, name, legend, cards, defaultValue, error, isRequired, ...rest }: RadioCardsProps) {
  return (
    <fieldset
      className={`field ${rest.className ?? ""}`.trimEnd()}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">{legend}</legend>
      <div className="radio-cards">
        {cards.map((card, index) => (
          <label key={card.value} className="radio-card">
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={card.value}
              form={rest.form}
              required={isRequired}
              disabled={card.isDisabled}
              defaultChecked={card.value === defaultValue}
            />
            <span>
              {card.icon && <Icon name={card.icon} />} <b>{card.title}</b>
              {card.detail && <small>{card.detail}</small>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
