import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useRouter } from "next/navigation";
import { isTyped } from "@/components/ui/form/is-typed";

export type StreamStatus = "connecting" | "live" | "lost";

type Listening = {
  /** The stream's own address; what is known last is added to it. */
  readonly href: string;
  /** What names the last thing that the page was drawn with. */
  readonly mark: string;
  /** What to do with each event by its name; `setStatus` says that the line holds. */
  readonly on: Readonly<Record<string, (data: never, setStatus: (status: StreamStatus) => void) => void>>;
};

// A browser comes back by itself from a cut line, and not from an answer that is none: too many streams, or a server that starts.
const AGAIN_MS = 10_000;

type Take = (name: string, data: never) => void;

/** Opens a stream; answers how to close it, whether it has ended, and which entry it heard last. */
function listen(address: string, names: readonly string[], { take, lose }: { take: Take; lose: () => void }) {
  const source = new EventSource(address);
  let last: string | null = null;
  for (const name of names)
    source.addEventListener(name, (event: MessageEvent<string>) => {
      if (event.lastEventId !== "") last = event.lastEventId;
      take(name, JSON.parse(event.data) as never);
    });
  source.addEventListener("error", lose);
  return { close: () => source.close(), isEnded: () => source.readyState === EventSource.CLOSED, last: () => last };
}

/**
 * Listens for as long as its tab is in sight: a hidden one would hold one of the few connections that a browser has. Who comes back asks
 * from what it heard last. Answers how the line is.
 */
export function useEventStream(listening: Listening): StreamStatus {
  const [status, setStatus] = useState<StreamStatus>("connecting");
  // As the page is now, not as it was when the stream was opened.
  const take = useEffectEvent<Take>((name, data) => listening.on[name]?.(data, setStatus));
  const open = useEffectEvent((last: string | null) =>
    listen(`${listening.href}?after=${last ?? listening.mark}`, Object.keys(listening.on), {
      take: (name, data) => take(name, data),
      lose: () => setStatus("lost"),
    }),
  );
  const { href } = listening;

  useEffect(() => {
    let stream: ReturnType<typeof open> | null = null;
    let last: string | null = null;
    const close = () => {
      last = stream?.last() ?? last;
      stream?.close();
      stream = null;
    };
    const follow = () => {
      if (document.hidden) return close();
      if (stream && !stream.isEnded()) return;
      close();
      stream = open(last);
    };
    const timer = setInterval(follow, AGAIN_MS);
    document.addEventListener("visibilitychange", follow);
    follow();
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [href]);

  return status;
}

/** Buttons that bind with one press: whoever has one before them reads what it says. */
const BINDS = '[name="intent"][value="send"], form[data-binds]';

/** Whether somebody is in the middle of something on this page: has typed, or has an amount before them that one press binds. */
const isPageBusy = (): boolean =>
  document.querySelector(BINDS) !== null || [...document.forms].some((form) => [...form.elements].some(isTyped));

const REFRESH_MS = 1_000;

/** Draws the page anew, at most once a second and never under somebody's hands; answers whether that waits for them. */
export function useRefresh(): { readonly isHeldBack: boolean; readonly refresh: () => void } {
  const router = useRouter();
  const [isHeldBack, setIsHeldBack] = useState(false);
  const next = useRef({ atMs: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined });
  useEffect(() => () => clearTimeout(next.current.timer), []);
  const refresh = () => {
    if (next.current.timer !== undefined) return;
    const waitMs = Math.max(0, next.current.atMs - Date.now());
    next.current.timer = setTimeout(() => {
      next.current = { atMs: Date.now() + REFRESH_MS, timer: undefined };
      const isBusy = isPageBusy();
      setIsHeldBack(isBusy);
      if (!isBusy) router.refresh();
    }, waitMs);
  };
  return { isHeldBack, refresh };
}
