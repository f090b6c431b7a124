import { type RefObject, useEffect, useState } from "react";
import type { FormValues } from "@/domain/shared/form-state";

/** What stands in a form's fields now. */
export function typedValues(form: HTMLFormElement): FormValues {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string") continue;
    values[name] ??= [];
    values[name].push(value);
  }
  return values;
}

/** What stands in the form around an element, kept up while somebody types; without a script what the form was drawn with. */
export function useTypedValues(within: RefObject<HTMLElement | null>, drawn: FormValues): FormValues {
  const [values, setValues] = useState(drawn);
  useEffect(() => {
    const form = within.current?.closest("form");
    if (!form) return;
    const onInput = () => setValues(typedValues(form));
    // Somebody may have typed before the scripts came, or before this was drawn.
    onInput();
    form.addEventListener("input", onInput);
    return () => form.removeEventListener("input", onInput);
  }, [within]);
  return values;
}
