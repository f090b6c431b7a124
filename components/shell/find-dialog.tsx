"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useRef, useState } from "react";
import type { WordedFound, WordedItem } from "@/views/find";
import { Anchor, Button } from "../ui/blocks";
import { Icon } from "../ui/icons/icon";
import { Modal } from "./modal";
import { sameViewIn } from "./same-view-in";
import { useFound } from "./use-found";

type FindDialogProps = {
  /** The page that finds: "/en/find". */
  readonly action: string;
  readonly words: Readonly<Record<"label" | "close" | "failed", string>>;
  readonly onClose: () => void;
};

const LIST_ID = "find-list";
const Q_MAX = 100;
const optionIdOf = (id: string): string => `find-${id}`;

type Option = { readonly id: string; readonly href: string };

/** All that the keys can come to, in the order in which it is read. */
const optionsOf = (found: WordedFound | null): Option[] =>
  (found?.groups ?? []).flatMap(({ kind, items, all }) => [
    ...items,
    ...(all ? [{ id: `all-${kind}`, href: all.href }] : []),
  ]);

type ItemProps = {
  readonly item: WordedItem;
  readonly here: string;
  readonly isActive: boolean;
  readonly onLeave: () => void;
};

function Item({ item, here, isActive, onLeave }: ItemProps) {
  const { id, href, title, detail, number, language } = item;
  const own = {
    id: optionIdOf(id),
    role: "option",
    "aria-selected": isActive,
    tabIndex: -1,
    className: "find-item",
    onClick: onLeave,
  };
  const inside = (
    <>
      {number && <b>{number}</b>}
      <span>{title}</span>
      {detail && <small>{detail}</small>}
    </>
  );
  if (language === undefined)
    return (
      <Anchor {...own} href={href}>
        {inside}
      </Anchor>
    );
  const view = { path: location.pathname, query: location.search.slice(1), prefix: here };
  return (
    <a {...own} href={sameViewIn(`/${language}`, view)} hrefLang={language}>
      {inside}
    </a>
  );
}

type GroupsProps = { readonly found: WordedFound; readonly here: string; readonly activeId: string | undefined } & Pick<
  ItemProps,
  "onLeave"
>;

function Groups({ found, here, activeId, onLeave }: GroupsProps) {
  return found.groups.map(({ kind, heading, items, all }) => (
    <div key={kind} role="group" aria-labelledby={`find-of-${kind}`}>
      <p id={`find-of-${kind}`} className="find-heading" role="presentation">
        {heading}
      </p>
      {items.map((item) => (
        <Item key={item.id} item={item} here={here} isActive={item.id === activeId} onLeave={onLeave} />
      ))}
      {all && (
        <Anchor
          id={optionIdOf(`all-${kind}`)}
          role="option"
          aria-selected={`all-${kind}` === activeId}
          tabIndex={-1}
          className="find-item find-all"
          href={all.href}
          onClick={onLeave}
        >
          {all.label}
        </Anchor>
      )}
    </div>
  ));
}

/** Which option the keys have come to: by itself the first of what answers the words that stand in the field. */
function useActive(options: readonly Option[], isAnswered: boolean) {
  const [moved, setMoved] = useState<number | null>(null);
  const at = moved !== null && moved < options.length ? moved : isAnswered && options.length > 0 ? 0 : -1;
  const move = (by: number) => {
    if (options.length === 0) return;
    const next = at === -1 && by < 0 ? options.length - 1 : (at + by + options.length) % options.length;
    setMoved(next);
    document.getElementById(optionIdOf(options[next]?.id ?? ""))?.scrollIntoView({ block: "nearest" });
  };
  return { active: options[at], move, forget: () => setMoved(null) };
}

/** One search over everything that its reader may see. What is typed is answered as it is typed; Enter opens what the keys have come to, or else the page of the search. */
export default function FindDialog({ action, words, onClose }: FindDialogProps) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const here = action.slice(0, action.lastIndexOf("/"));
  const { found, isFailed, ask } = useFound(here.slice(1));
  const options = optionsOf(found);
  const isAnswered = typed.trim() !== "" && found?.q === typed.trim();
  const { active, move, forget } = useActive(options, isAnswered);
  const pageHref = typed.trim() === "" ? action : `${action}?${new URLSearchParams({ q: typed.trim() })}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && active) document.getElementById(optionIdOf(active.id))?.click();
    else if (event.key === "Enter") {
      router.push(pageHref);
      onClose();
    } else return;
    event.preventDefault();
  };
  return (
    <Modal className="modal find" label={words.label} onClose={onClose}>
      <div className="find-field">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={LIST_ID}
          aria-activedescendant={active && optionIdOf(active.id)}
          autoComplete="off"
          spellCheck={false}
          maxLength={Q_MAX}
          placeholder={found?.words.field}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            forget();
            ask(target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <Button type="button" variant="quiet" size="small" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <div
        id={LIST_ID}
        className="find-list"
        role="listbox"
        aria-label={words.label}
        aria-busy={!isAnswered && typed.trim() !== ""}
      >
        {found && <Groups found={found} here={here} activeId={active?.id} onLeave={onClose} />}
      </div>
      <p className="find-foot">
        <output>{isFailed ? words.failed : found?.said}</output>
        <Anchor href={pageHref} onClick={onClose}>
          {found?.words.page ?? words.label}
        </Anchor>
      </p>
    </Modal>
  );
}
