import { useLocale } from "next-intl";
import { placeName, type PlaceNames } from "@/domain/shared/place-names";

/** A hub's or place's name in the reader's language, for drawings and sentences. */
export const hubNameOf = (named: PlaceNames | undefined, locale: string, id = ""): string =>
  named ? placeName(named, locale) : id;

/** A hub's name as a heading: in both scripts, in Chinese alone for readers of Chinese. */
export function HubTitle({ hub }: { readonly hub: PlaceNames }) {
  const locale = useLocale();
  if (locale.startsWith("zh")) return hub.nameZh;
  return (
    <>
      {placeName(hub, locale)} <span lang="zh-CN">{hub.nameZh}</span>
    </>
  );
}
