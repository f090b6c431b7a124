import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partyName } from "@/components/ui/party-name";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import type { ShownDisqualification } from "@/domain/award/decide-view";

type DisqualificationListProps = {
  readonly all: readonly ShownDisqualification[];
  readonly zone: string;
  /** What its reader may do to it now. */
  readonly toolsOf: (one: ShownDisqualification) => ReactNode;
};

/** What was put out of the running and why, with what both sides wrote and what became of it. */
export function DisqualificationList({ all, zone, toolsOf }: DisqualificationListProps) {
  const t = useTranslations("decide.disqualify");
  return (
    <Panel title={t("title")} id="disqualifications" isFlush>
      <ul className="version-list" aria-label={t("caption")}>
        {all.map((one) => (
          <li key={`${one.bidId}.${one.code}`} id={`disqualification-${one.bidId}`}>
            <Entry one={one} zone={zone} />
            <div className="flow px-4 py-2">{toolsOf(one)}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Entry({ one, zone }: { readonly one: ShownDisqualification; readonly zone: string }) {
  const t = useTranslations("decide.disqualify");
  const locale = useLocale();
  const isOut = one.state === "effective";
  const name = one.bidder ? partyName(one.bidder, locale) : t("own");
  return (
    <>
      <div className="version-head">
        <b>{isOut ? <s>{name}</s> : name}</b>
        <TimeText at={one.createdAt} zone={zone} />
        <QuietChip icon={isOut ? "x" : "circle-dashed"}>{t(`states.${one.state}`)}</QuietChip>
        {one.isCuring && one.cureEndsAt !== null && (
          <span>
            {t("until")} <TimeText at={one.cureEndsAt} zone={zone} />
          </span>
        )}
      </div>
      <p className="px-4 py-2">{t("wrote", { code: t(`code.${one.code}`), words: one.words })}</p>
      {one.cureWords && one.cureSentAt !== null && (
        <p className="px-4 py-2">
          <TimeText at={one.cureSentAt} zone={zone} /> {t("answer", { words: one.cureWords })}
        </p>
      )}
      {isOut && one.endWords && <p className="px-4 py-2">{t("refused", { words: one.endWords })}</p>}
    </>
  );
}
