"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useState } from "react";
import dynamic from "next/dynamic";
import { bindKeys } from "../ui/keys/bound-keys";
import { Icon } from "../ui/icons/icon";

const FindDialog = dynamic(() => import("./find-dialog"), { ssr: false });
const KeyMap = dynamic(() => import("./key-map"), { ssr: false });

export type Find = {
  /** The page that finds; the words go there as `q`. */
  readonly action: string;
  /** The page of all keys. */
  readonly keysHref: string;
  readonly label: string;
};

type Shown = "find" | "keys" | null;

const isPlainPress = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** The search of the bar: a link to its page, which opens it in place where there are scripts. `/` and Ctrl K open it too, and `?` the map of keys; both come when they are asked for. */
export function FindOpener({ action, keysHref, label }: Find) {
  const t = useTranslations("ui.shell");
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    const find = () => setShown("find");
    return bindKeys({ find, keys: () => setShown("keys") });
  }, []);
  const close = () => setShown(null);
  const words = { label, close: t("close"), failed: t("findFailed") };
  return (
    <>
      <a
        className="top-find"
        href={action}
        onClick={(event) => {
          if (!isPlainPress(event)) return;
          event.preventDefault();
          setShown("find");
        }}
      >
        <Icon name="search" />
        <span>{label}</span>
        <kbd aria-hidden="true">/</kbd>
      </a>
      {shown === "find" && <FindDialog action={action} words={words} onClose={close} />}
      {shown === "keys" && <KeyMap href={keysHref} words={words} onClose={close} />}
    </>
  );
}
