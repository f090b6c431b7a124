import { useLocale } from "next-intl";

/** A hub's name as a heading: in both scripts, in Chinese alone for readers of Chinese. */
export function HubTitle({ hub }: { readonly hub: { readonly nameEn: string; readonly nameZh: string } }) {
  if (useLocale().startsWith("zh")) return hub.nameZh;
  return (
    <>
      {hub.nameEn} <span lang="zh-CN">{hub.nameZh}</span>
    </>
  );
}
