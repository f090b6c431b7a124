import { expect, test } from "vitest";
import { withSingleStops } from "./notice-words";

test.each([
  ["Asked by Hengda Co., Ltd.. Answer it.", "Asked by Hengda Co., Ltd. Answer it."],
  ["Reason: Shut.. Answer it.", "Reason: Shut. Answer it."],
  ["由 Hengda Co., Ltd.。请答复。", "由 Hengda Co., Ltd。请答复。"],
  ["理由：已关闭。。请答复。", "理由：已关闭。请答复。"],
  ["Wait... Then go.", "Wait... Then go."],
  ["12.5 t at 10.30. Done.", "12.5 t at 10.30. Done."],
])("%s has one stop where two met", (text, expected) => {
  expect(withSingleStops(text)).toBe(expected);
});
