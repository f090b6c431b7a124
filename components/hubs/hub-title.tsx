import { useLocale } from "next-intl";

type Named = { readonly nameEn: string; readonly nameZh: string };

/** A hub's or place's name in the reader's script, for drawings and sentences. */
export const hubNameOf = (named: Named | undefined, locale: string, id = ""): string =>
  named ? (locale.startsWith("zh") ? named.nameZh : named.nameEn) : id;

/** A hub's name as a heading: in both scripts, in Chinese alone for readers of Chinese. */
export function HubTitle({ hub }: { readonly hub: { readonly nameEn: string; readonly nameZh: string } }) {
  if (useLocale().startsWith("zh")) return hub.nameZh;
  return (
    <>
      {hub.nameEn} <span lang="zh-CN">{hub.nameZh}</span>
    </>
  );
}
