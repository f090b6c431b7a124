import { useLocale } from "next-intl";

type HubNameProps = {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly isBorderHub: boolean;
};

/** A hub with its 口; outside Chinese its Chinese name stands beside the Latin one, as on the documents. */
export function HubName({ nameEn, nameZh, isBorderHub }: HubNameProps) {
  const isChinese = useLocale().startsWith("zh");
  const mark = isBorderHub ? "route-hub is-border" : "route-hub";
  if (isChinese) return <span className={mark}>{nameZh}</span>;
  return (
    <>
      <span className={mark}>{nameEn}</span> <span lang="zh-CN">{nameZh}</span>
    </>
  );
}
