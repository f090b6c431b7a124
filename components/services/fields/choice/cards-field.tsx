import { type RadioCard, RadioCards } from "@/components/ui/form/choice/radio-cards";
import type { FieldProps } from "../fields-form";

export function CardsField({
  form,
  name,
  isRequired = form.isRequired(name),
  className,
  cards,
}: FieldProps & { readonly cards: readonly RadioCard[] }) {
  return (
    <RadioCards
      id={form.nameOf(name)}
      name={form.nameOf(name)}
      legend={form.label(name)}
      cards={cards}
      defaultValue={form.valueOf(name)}
      error={form.errorOf(name)}
      isRequired={isRequired}
      className={className}
    />
  );
}
