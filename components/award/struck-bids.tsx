import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownDisqualification } from "@/domain/award/decide-view";

export type StruckOfRequest = {
  readonly requestId: string;
  readonly reference: string;
  readonly all: readonly ShownDisqualification[];
};

type StruckBidsProps = { readonly requests: readonly StruckOfRequest[]; readonly zone: string };

/** Beside a comparison: which bids are out and why, and what nothing else can be awarded before. */
export function StruckBids({ requests, zone }: StruckBidsProps) {
  const t = useTranslations("decide");
  const locale = useLocale();
  const nameOf = ({ bidder }: ShownDisqualification) => (bidder ? partyName(bidder, locale) : "");
  const pick = (isWanted: (one: ShownDisqualification) => boolean) =>
    requests.flatMap(({ all, ...request }) => all.filter(isWanted).map((one) => ({ ...request, one })));
  const curing = pick((one) => one.isCuring);
  const out = pick(({ state }) => state === "effective");
  if (curing.length + out.length === 0) return null;
  return (
    <div className="stack my-3">
      {curing.map(({ requestId, reference, one }) => (
        <Note key={one.bidId} tone="warn">
          <Anchor href={`/${locale}/requests/${requestId}#disqualifications`}>{reference}</Anchor>{" "}
          {t("struck.one", { bidder: nameOf(one), code: t(`disqualify.code.${one.code}`) })} {t("panel.waits")}{" "}
          {one.cureEndsAt !== null && <TimeText at={one.cureEndsAt} zone={zone} />}
        </Note>
      ))}
      {out.length > 0 && (
        <Panel title={t("struck.title", { count: out.length })} id="disqualified">
          <ul>
            {out.map(({ requestId, reference, one }) => (
              <li key={one.bidId} className="py-2">
                <Anchor href={`/${locale}/requests/${requestId}#disqualifications`}>{reference}</Anchor>{" "}
                <s>{nameOf(one)}</s>{" "}
                {t("disqualify.wrote", { code: t(`disqualify.code.${one.code}`), words: one.words })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
