import { CITIES } from "@/domain/hubs/cities";
import { placeName, type PlaceNames } from "@/domain/shared/place-names";
import { useLocale } from "next-intl";
import { Children, createElement, Fragment, type ReactNode } from "react";
import { listFormat } from "./format";

const HAN = /\p{Script=Han}/u;

type Named = { readonly nameOwn: string; readonly nameLatin: string };

/** A company in the reader's script: its Chinese name for readers of Chinese where it has one, else its Latin one. */
export const partyName = ({ nameOwn, nameLatin }: Named, locale: string): string =>
  locale.startsWith("zh") && HAN.test(nameOwn) ? nameOwn : nameLatin;

export { placeName };

type Place = PlaceNames;

/** "Pingxiang (railway station)" is in the town of Pingxiang. */
const town = (name: string): string => name.replace(/\s*[（(].*$/, "");

/** A text without the marks of its letters: "Hải Phòng" is "Hai Phong". */
const unmarked = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** "Hải Phòng Hai Phong" says one name twice: once is enough, without the marks. */
function once(words: readonly string[]): readonly string[] {
  const half = words.length / 2;
  const [first, second] = [words.slice(0, half), words.slice(half)];
  return half >= 1 && unmarked(first.join(" ")) === unmarked(second.join(" ")) ? second : words;
}

/** What of a text is in the reader's script, where it is written in both Chinese and another one. */
function inScript(typed: string, locale: string): string {
  const words = once(typed.split(" "));
  const [chinese, others] = [words.filter((word) => HAN.test(word)), words.filter((word) => !HAN.test(word))];
  return (locale.startsWith("zh") ? chinese : others).join(" ") || words.join(" ");
}

/** A place that a bid names by its id or by one of its names: the reader's name where it is among the known ones, else what was typed. */
export function typedPlaceName(
  typed: string,
  places: Iterable<Place & { readonly id: string }>,
  locale: string,
): string {
  for (const place of places)
    if ([place.id, place.nameEn, place.nameZh, town(place.nameEn)].includes(typed)) return placeName(place, locale);
  return typed;
}

/** A city as a company typed it, mostly twice, in its own script and in Latin: the reader's name where the market knows the place or the city, else what is typed in the reader's script. */
export function cityName(typed: string, places: Iterable<Place>, locale: string): string {
  for (const place of places)
    if ([place.nameEn, place.nameZh].some((name) => ` ${typed} `.includes(` ${town(name)} `)))
      return town(placeName(place, locale));
  for (const city of CITIES) if (` ${unmarked(typed)} `.includes(` ${city.nameEn} `)) return placeName(city, locale);
  return inScript(typed, locale);
}

type HubNameProps = PlaceNames & { readonly isBorderHub: boolean };

/** A hub with its 口; outside Chinese its Chinese name stands beside the reader's one, as on the documents. */
export function HubName({ isBorderHub, ...hub }: HubNameProps) {
  const locale = useLocale();
  const mark = isBorderHub ? "route-hub is-border" : "route-hub";
  const own = <span className={mark}>{placeName(hub, locale)}</span>;
  if (locale.startsWith("zh")) return own;
  return (
    <>
      {own} <span lang="zh-CN">{hub.nameZh}</span>
    </>
  );
}

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

/**
 * Its children are sentences, each closed by its own message; they stand one after the other as the language has it. A list among them is one
 * sentence with marked words in it, and nothing comes between its parts.
 */
export function Sentences({ children }: { readonly children: ReactNode }) {
  const gap = gapOf(useLocale());
  const together = (child: ReactNode) =>
    Array.isArray(child) ? createElement(Fragment, { key: "list" }, ...child) : child;
  const said = Children.toArray(Array.isArray(children) ? children.map(together) : together(children));
  return said.flatMap((child, place) => (place > 0 ? [gap, child] : [child]));
}
