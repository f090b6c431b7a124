"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type StreamStatus, useEventStream, useRefresh } from "./event-stream";

export type LivePageWords = Readonly<Record<StreamStatus | "reload" | "news", string>>;

type LivePageProps = {
  /** The stream's address. */
  readonly stream: string;
  /** The number that the page was drawn with. */
  readonly seq: number;
  readonly words: LivePageWords;
};

/** Keeps a page as it is now: draws it anew whenever its stream names a later number, and says how the line is. */
export function LivePage({ stream, seq, words }: LivePageProps) {
  const [path, asked] = [usePathname(), useSearchParams().toString()];
  const { isHeldBack, refresh } = useRefresh();
  const status = useEventStream({
    href: stream,
    mark: String(seq),
    on: {
      time: (_, setStatus) => setStatus("live"),
      head(head: { readonly seq: number }, setStatus) {
        setStatus("live");
        if (head.seq > seq) refresh();
      },
    },
  });
  return (
    <div className="live-bar">
      <span className={status === "lost" ? "live is-lost" : "live"} role="status">
        <i aria-hidden="true" />
        {words[status]}
      </span>
      {/* The page's own address, for whoever has no script or no line. */}
      <a href={asked === "" ? path : `${path}?${asked}`} className="live-reload">
        {isHeldBack ? words.news : words.reload}
      </a>
    </div>
  );
}
