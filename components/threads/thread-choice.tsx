import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { partyName } from "@/components/ui/words";
import type { NamedParty } from "@/domain/shared/vocabulary";
import type { ThreadHead } from "@/views/threads";

type ThreadChoiceProps = {
  readonly heads: readonly (ThreadHead & { readonly provider: NamedParty })[];
  readonly chosen: string | null;
  readonly hrefOf: (bidId: string) => string;
  readonly zone: string;
};

/** The bidders of a request, each with what waits in its thread. */
export function ThreadChoice({ heads, chosen, hrefOf, zone }: ThreadChoiceProps) {
  const t = useTranslations("threads");
  const locale = useLocale();
  return (
    <ul className="thread-choice">
      {heads.map(({ bidId, provider, unread, lastAt }) => (
        <li key={bidId}>
          <Anchor href={hrefOf(bidId)} aria-current={bidId === chosen || undefined}>
            {partyName(provider, locale)}
          </Anchor>{" "}
          <small>
            {unread > 0 ? <b>{t("unread", { count: unread })}</b> : lastAt === null ? t("nothingSaid") : null}
            {lastAt !== null && (
              <>
                {" "}
                <TimeText at={lastAt} zone={zone} />
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}
