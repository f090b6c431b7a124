import type { Option } from "@/components/ui/form/select";

/** Values with their words. */
export const optionsOf = (values: readonly (string | number)[], word: (value: string) => string): Option[] =>
  values.map((value) => ({ value: String(value), label: word(String(value)) }));
