import { LivePage } from "./live-page";
import { useLiveWords } from "./use-live-words";

/** Keeps the reader's work list as it is now. `seq` is its number before it was read. */
export function LiveWork({ seq }: { readonly seq: number }) {
  return <LivePage stream="/api/work/stream" seq={seq} words={useLiveWords()} />;
}
