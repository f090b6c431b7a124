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

/** Draws the page anew whenever the stream names a later number than it was drawn with; the page's own address is for whoever has no script or no line. */
function useLivePage({ stream, seq }: Pick<LivePageProps, "stream" | "seq">) {
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
  return { status, isHeldBack, href: asked === "" ? path : `${path}?${asked}` };
}

/** Keeps a page as it is now, and says how the line is. */
export function LivePage({ stream, seq, words }: LivePageProps) {
  const { status, isHeldBack, href } = useLivePage({ stream, seq });
  return (
    <div className="live-bar">
      <span className={status === "lost" ? "live is-lost" : "live"} role="status">
        <i aria-hidden="true" />
        {words[status]}
      </span>
      <a href={href} className="live-reload">
        {isHeldBack ? words.news : words.reload}
      </a>
    </div>
  );
}

/** The same for a part of a page that has a line already: it says only that something has come while somebody types. */
export function LivePart({ stream, seq, news }: Omit<LivePageProps, "words"> & { readonly news: string }) {
  const { isHeldBack, href } = useLivePage({ stream, seq });
  return (
    <p role="status">
      {isHeldBack && (
        <a href={href} className="live-reload">
          {news}
        </a>
      )}
    </p>
  );
}
