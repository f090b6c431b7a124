import { AsyncLocalStorage } from "node:async_hooks";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ComponentProps } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { LOCALES } from "@/domain/shared/locale";
import { HOUR_MS, instant, later } from "@/domain/shared/time";
import { STORY_TYPES, type StoryEntry } from "@/domain/threads/story";
import { drawn, wordsIn } from "@/test/drawn";
import type { ThreadMessage } from "@/views/threads";
import { StoryList } from "./story-list";

const answers = new AsyncLocalStorage<{ readonly parts: object | null }>();
vi.stubGlobal("kouanAnswer", answers);
afterEach(() => answers.disable());

/** Nothing is pressed here. */
const ROUTER = {} as NonNullable<ComponentProps<typeof AppRouterContext>["value"]>;

const NOW = instant(Date.UTC(2026, 10, 25, 2));
const party = (id: string) => ({ id, nameOwn: `${id}公司`, nameLatin: `${id} Ltd.` });

const message = (seq: number, more: Partial<ThreadMessage> = {}): StoryEntry<ThreadMessage> => ({
  kind: "message",
  at: later(NOW, seq * HOUR_MS),
  message: {
    ...{ seq, by: "buyer", writer: null, at: later(NOW, seq * HOUR_MS), words: `Words ${seq}` },
    ...{ held: [], files: [], isByMail: false },
    ...more,
  },
});

function story(entries: readonly StoryEntry<ThreadMessage>[], { locale = "en", ...more } = {}) {
  const messages = entries.flatMap((entry) => (entry.kind === "message" ? [entry.message] : []));
  const thread = {
    ...{
      bidId: "bid",
      side: "provider" as const,
      buyer: party("Buyer"),
      provider: party("Carrier"),
      messages,
      unread: 0,
    },
    otherRead: { seq: 0, at: null },
    ...more,
  };
  return drawn(
    <AppRouterContext value={ROUTER}>
      <AsMarkup>
        <StoryList
          thread={thread}
          entries={entries}
          order={{ service: "logistics", mode: "road" }}
          zone="Asia/Shanghai"
        />
      </AsMarkup>
    </AppRouterContext>,
    { locale, rooms: ["ui", "threads", "services", "service-logistics"] },
  );
}

test.each(LOCALES)("in %s every kind of entry has words", (locale) => {
  const html = story(
    [
      { kind: "step", at: NOW, code: "picked_up" },
      ...(["placed", "accepted", "completed", "cancelled"] as const).map((turning) => ({
        ...({ kind: "turning", at: NOW, turning } as const),
      })),
      { kind: "changes", at: NOW, words: "Two cartons more" },
      { kind: "file", at: NOW, name: "cmr.pdf", isOwn: true },
      { kind: "reminder", at: NOW, side: "buyer" },
      ...STORY_TYPES.map((type) => ({ kind: "logged", at: NOW, type }) as const),
      message(1, { held: ["phone", "email"], isByMail: true }),
    ],
    { locale },
  );
  const words = wordsIn("threads", locale);
  for (const said of Object.values(words.story.logged) as string[]) expect(html).toContain(said);
  expect(html).toContain(words.byMail);
  expect(html).toContain(words.held.kind.phone);
  expect(html).toContain("Two cartons more");
});

test("what came before the last five is folded away, but for what is unread", () => {
  const entries = Array.from({ length: 12 }, (_, place) => message(place + 1));
  const folded = (html: string) => /<details.*<\/details>/s.exec(html)?.[0] ?? "";
  expect(folded(story(entries))).toContain("Words 7<");
  expect(folded(story(entries))).not.toContain("Words 8<");
  expect(folded(story(entries, { unread: 10 } as object))).not.toContain("Words 3<");
});

test("the story is written as markup, and none of it sent a second time as what it is made of", () => {
  // Icons have no address in a test.
  const entries = Array.from({ length: 12 }, (_, place) => message(place + 1));
  const texts: string[] = [];
  const html = answers.run({ parts: { key: "key", texts } }, () => story(entries));
  expect(html).toBe('<div class="story" data-written="">key.0.</div>');
  expect(texts[0]).toContain("Words 12");
});

test("the last message that the other side has read says when", () => {
  const entries = [message(1, { by: "provider" }), message(2, { by: "provider" })];
  const html = story(entries, { otherRead: { seq: 1, at: NOW } } as object);
  expect(html.match(new RegExp(`${wordsIn("threads").read} <`, "g"))).toHaveLength(1);
  expect(html.indexOf("Words 1")).toBeLessThan(html.indexOf("story-read"));
  expect(html.indexOf("story-read")).toBeLessThan(html.indexOf("Words 2"));
});
