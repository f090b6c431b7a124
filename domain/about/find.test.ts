import { expect, test } from "vitest";
import { find } from "./find";

const ENTRIES = [
  { id: "fees", title: "What does the platform cost?", words: "price fee charge", text: "The page of fees says it." },
  { id: "members", title: "How do I add a colleague?", words: "invite member team", text: "An owner opens Members." },
  { id: "check", title: "怎样通过平台核验？", words: "认证 资质", text: "打开企业资料，申请平台核验。" },
];
const found = (question: string) => find(ENTRIES, question, 5).map(({ id }) => id);

test.each([
  ["what does it cost", ["fees"]],
  ["fees", ["fees"]],
  ["pric", ["fees"]],
  ["How do I invite members?", ["members"]],
  ["怎么认证", ["check"]],
  ["核验", ["check"]],
])("%s finds what it asks for", (question, ids) => {
  expect(found(question)).toEqual(ids);
});

test.each(["", "how do i", "container ship sails", "???"])(
  "“%s” finds nothing that it does not ask for",
  (question) => {
    expect(found(question).filter((id) => id !== "members")).toEqual([]);
  },
);

test("a title counts more than a text, and no more than asked for is found", () => {
  const both = [
    { id: "text", title: "Other", words: "", text: "queue" },
    { id: "title", title: "The queue", words: "", text: "" },
  ];
  expect(find(both, "queue", 5).map(({ id }) => id)).toEqual(["title", "text"]);
  expect(find(both, "queue", 1)).toHaveLength(1);
});
