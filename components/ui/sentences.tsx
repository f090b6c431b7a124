import { useLocale } from "next-intl";
import { Children, type ReactNode } from "react";
import { listFormat } from "./intl-cache";

type Part = string | false | null | undefined;

/** What stands between two sentences: nothing in Chinese, whose full stop brings its own room. */
export const gapOf = (locale: string): string => (locale.startsWith("zh") ? "" : " ");

/** What stands between two clauses of one line. */
export const clauseGapOf = (locale: string): string => (locale.startsWith("zh") ? "；" : "; ");

/** What stands between a label and what it names. */
export const colonOf = (locale: string): string => (locale.startsWith("zh") ? "：" : ": ");

/** Sentences one after the other; those that are not said are left out. */
export function useSentences(): (...parts: readonly Part[]) => string {
  const gap = gapOf(useLocale());
  return (...parts) => parts.filter(Boolean).join(gap);
}

/** Names side by side as the language lists them: "Road, Rail", 公路、铁路. */
export function useNameList(): (names: readonly string[]) => string {
  const locale = useLocale();
  return (names) => listFormat(locale).format(names);
}

/** Its children are sentences, each closed by its own message; they stand one after the other as the language has it. */
export function Sentences({ children }: { readonly children: ReactNode }) {
  const gap = gapOf(useLocale());
  return Children.toArray(children).flatMap((child, place) => (place > 0 ? [gap, child] : [child]));
}
