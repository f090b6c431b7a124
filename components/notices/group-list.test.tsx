import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { instant } from "@/domain/shared/time";
import type { Notice, NoticeGroup } from "@/views/notices";
import { GroupList } from "./group-list";

const notice = (id: string, isRead: boolean): Notice => ({
  ...{ id, isRead, at: instant(Date.UTC(2026, 10, 30, 9)), href: `/requests/${id}` },
  ...{ kind: "organisation_checked", facts: {} },
});

const group = (key: string, unread: number): NoticeGroup => ({
  ...{ key, unread, total: 3, newest: notice(`${key}-newest`, unread === 0), isMuted: false },
  deal: {
    ...{ id: key, title: `Tiles ${key}`, reference: `KD-${key}`, mode: "rail" },
    origin: { id: "yiwu", nameEn: "Yiwu", nameZh: "义乌" },
    hub: { id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯", isBorderHub: true },
    destination: { id: "almaty", nameEn: "Almaty", nameZh: "阿拉木图" },
  },
});

const act = () => Promise.resolve(null);

const list = (opened: readonly Notice[] | null) =>
  drawn(
    <GroupList
      groups={[group("one", 2), group("two", 0)]}
      opened={opened && { key: "one", notices: opened, topics: [{ topic: "organisation", isMuted: false }] }}
      actions={{ markRead: act, markGroupRead: act, mute: act, unmute: act }}
      zone="Asia/Shanghai"
      hrefOf={(key) => (key ? `/en/inbox?open=${key}` : "/en/inbox")}
    />,
    { rooms: ["notices", "ui"] },
  );

test("a deal is a row with its goods, way and number once, its latest sentence, and what is new of it", () => {
  const html = list(null);
  expect(html.match(/<li/g)).toHaveLength(2);
  expect(html.match(/KD-one/g)).toHaveLength(1);
  expect(html).toContain('aria-expanded="false"');
  expect(html).toContain("2 new");
  expect(html).not.toContain("0 new");
  expect(html).not.toContain("<form");
});

test("all notices of the deal that is open stand in one form, in which the button of an unread one sends that one and a read one has none", () => {
  const html = list([notice("first", false), notice("second", true), notice("third", false)]);
  const sent = [...html.matchAll(/<button[^>]* value="(\w+)" name="noticeId"/g)].map(([, id]) => id);
  expect(sent).toEqual(["first", "third"]);
  // One for the notices, one for all of them together, and one each to mute the deal and the topic.
  expect(html.match(/<form/g)).toHaveLength(4);
  expect(html).toContain('name="group" value="one"');
  expect(html.match(/<li/g)).toHaveLength(5);
  expect(html).toContain('aria-expanded="true"');
});
