"use client";

import { useEffect, useState } from "react";
import type { KeyWords } from "@/views/find";
import { Anchor, Button } from "../ui/blocks";
import { boundActs } from "../ui/keys/bound-keys";
import { KeyList } from "../ui/keys/key-list";
import { Modal } from "./modal";

type KeyMapProps = {
  /** The page of all keys: "/en/keys". */
  readonly href: string;
  readonly words: Readonly<Record<"close" | "failed", string>>;
  readonly onClose: () => void;
};

/** The keys that act on this page. Their words come when they are asked for. */
export default function KeyMap({ href, words, onClose }: KeyMapProps) {
  const [said, setSaid] = useState<KeyWords | null>(null);
  const [isFailed, setFailed] = useState(false);
  const locale = href.slice(1, href.lastIndexOf("/"));
  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      try {
        const response = await fetch(`/api/keys?${new URLSearchParams({ locale })}`, { signal: controller.signal });
        if (!response.ok) throw new Error(String(response.status));
        setSaid((await response.json()) as KeyWords);
      } catch {
        if (!controller.signal.aborted) setFailed(true);
      }
    };
    void load();
    return () => controller.abort();
  }, [locale]);
  return (
    <Modal className="modal" label={said?.title ?? "?"} onClose={onClose}>
      {said && (
        <>
          <h2 className="heading">{said.title}</h2>
          <KeyList acts={boundActs()} wordOf={(act) => said.acts[act] ?? act} />
        </>
      )}
      {isFailed && <p role="status">{words.failed}</p>}
      <p className="flow mt-3">
        <Button type="button" size="small" onClick={onClose}>
          {words.close}
        </Button>
        {said && (
          <Anchor href={href} onClick={onClose}>
            {said.page}
          </Anchor>
        )}
      </p>
    </Modal>
  );
}
