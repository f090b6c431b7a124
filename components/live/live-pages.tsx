import { useTranslations } from "next-intl";
import { LivePage, type LivePageWords, LivePart } from "./live-page";

/** What a live page says of its line. */
function useLiveWords(): LivePageWords {
  const t = useTranslations("ui.live");
  return { connecting: t("connecting"), live: t("live"), lost: t("lost"), reload: t("reload"), news: t("news") };
}

type LiveDealProps = {
  readonly dealId: string;
  /** How far the deal's log and its hub's board had gone before the page was read, so that nothing that came meanwhile is missed. */
  readonly seq: number;
};

/** Keeps a page about a deal's orders as they are now; once a page. */
export function LiveDeal({ dealId, seq }: LiveDealProps) {
  return <LivePage stream={`/api/deals/${dealId}/stream`} seq={seq} words={useLiveWords()} />;
}

/** Keeps a page of what waits for its reader as it is now: bids that come in, and all else that somebody is told. `seq` is the inbox's number before it was read. */
export function LiveInbox({ seq }: { readonly seq: number }) {
  return <LivePage stream="/api/inbox/stream" seq={seq} words={useLiveWords()} />;
}

/** Keeps a talk as it is now: each message is told in the inbox of who is to read it. */
export function LiveTalk({ seq }: { readonly seq: number }) {
  return <LivePart stream="/api/inbox/stream" seq={seq} news={useTranslations("ui.live")("news")} />;
}

/** Keeps the reader's work list as it is now. `seq` is its number before it was read. */
export function LiveWork({ seq }: { readonly seq: number }) {
  return <LivePage stream="/api/work/stream" seq={seq} words={useLiveWords()} />;
}
