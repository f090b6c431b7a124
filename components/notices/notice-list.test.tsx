import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { instant } from "@/domain/shared/time";
import type { Notice } from "@/views/notices";
import { NoticeList } from "./notice-list";

const notice = (id: string, isRead: boolean): Notice =>
  ({
    ...{ id, isRead, at: instant(Date.UTC(2026, 10, 30, 9)), href: `/requests/${id}` },
    ...{ kind: "organisation_suspended", facts: {} },
  }) as unknown as Notice;

test("all notices stand in one form, in which the button of an unread one sends that one and a read one has none", () => {
  const list = (
    <NoticeList
      notices={[notice("first", false), notice("second", true), notice("third", false)]}
      markRead={() => Promise.resolve(null)}
      zone="Asia/Shanghai"
    />
  );
  const html = drawn(list, { rooms: ["notices", "ui"] });
  expect(html.match(/<form/g)).toHaveLength(1);
  const sent = [...html.matchAll(/<button[^>]* value="(\w+)" name="noticeId"/g)].map(([, id]) => id);
  expect(sent).toEqual(["first", "third"]);
  expect(html.match(/<li/g)).toHaveLength(3);
});
