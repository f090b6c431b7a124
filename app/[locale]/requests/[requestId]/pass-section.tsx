import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import { type Actor, mayEver } from "@/domain/access/policy";
import { acceptsBids } from "@/domain/requests/request";
import type { Instant } from "@/domain/shared/time";
import { isPassedOn } from "@/server/bidding/queries/passed";
import { pageReader } from "@/server/platform/page-reader";
import type { RequestPage } from "@/views/requests";
import { passAction, takeUpAction } from "./actions";

type PassSectionProps = {
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly now: Instant;
  readonly here: string;
  /** Whether the second of its two steps is asked for. */
  readonly isChosen: boolean;
};

/** For a provider that may bid and has not: in two steps the request is put aside, or taken back. */
export async function PassSection({ request, actor, now, here, isChosen }: PassSectionProps) {
  const { id, side, ownBid } = request;
  if (side !== "provider" || ownBid !== null || !acceptsBids(request, now) || !mayEver(actor, "request.pass"))
    return null;
  const isPassed = await isPassedOn(pageReader(), actor, id);
  const [t, step] = [await getTranslations("lists.pass"), await getTranslations("bidding.step")];
  const act = isPassed ? "takeUp" : "pass";
  if (isChosen)
    return (
      <Panel title={t(`${act}.one`)} id="pass">
        <ClientWords>
          <ActionFormOnDemand
            id="pass"
            action={isPassed ? takeUpAction : passAction}
            hidden={{ requestId: id }}
            lead={t(isPassed ? "takeUp.means" : "sub")}
            send={t(`${act}.one`)}
            back={{ href: here, words: step("back") }}
          />
        </ClientWords>
      </Panel>
    );
  const ask = <ButtonLink href={`${here}?step=pass#pass`}>{t(`${act}.one`)}</ButtonLink>;
  if (!isPassed) return <div className="flow">{ask}</div>;
  return (
    <Note isLive>
      <p>{t("isPassed")}</p>
      <span className="flow pt-2">{ask}</span>
    </Note>
  );
}
