import { expect, test } from "vitest";
import { cityName, clauseGapOf, colonOf, Sentences, useNameList, useSentences } from "./words";
import { drawn } from "@/test/drawn";

const PLACES = [
  { nameEn: "Ho Chi Minh City", nameZh: "胡志明市" },
  { nameEn: "Astana", nameZh: "阿斯塔纳" },
  { nameEn: "Pingxiang (railway station)", nameZh: "凭祥（铁路站）" },
];

test.each([
  ["Thành phố Hồ Chí Minh Ho Chi Minh City", "胡志明市", "Ho Chi Minh City"],
  ["Астана Astana", "阿斯塔纳", "Astana"],
  ["阿斯塔纳", "阿斯塔纳", "Astana"],
  ["Astanaya", "Astanaya", "Astanaya"],
  ["凭祥 Pingxiang", "凭祥", "Pingxiang"],
  ["佛山 Foshan", "佛山", "Foshan"],
  ["Hải Phòng Hai Phong", "海防", "Hai Phong"],
  ["Қорғас Khorgos", "霍尔果斯（哈）", "Khorgos"],
  ["Шымкент Shymkent", "奇姆肯特", "Shymkent"],
  ["Hà Nam Ha Nam", "Ha Nam", "Ha Nam"],
  ["佛山", "佛山", "佛山"],
  ["", "", ""],
])("the city %j is said once, in the reader's script", (typed, chinese, latin) => {
  expect([cityName(typed, PLACES, "zh-CN"), cityName(typed, PLACES, "en")]).toEqual([chinese, latin]);
});

function Said() {
  const sentences = useSentences();
  const nameList = useNameList();
  return (
    <>
      <p>
        <Sentences>
          <b>One.</b>
          {false}
          {"Two."}
          <i>Three.</i>
          {["Four ", <u key="4">parts</u>, "; one gap."]}
        </Sentences>
      </p>
      <p>{sentences("One.", null, "Two.")}</p>
      <p>{nameList(["A", "B", "C"])}</p>
    </>
  );
}

test.each([
  [
    "en",
    "<p><b>One.</b> Two. <i>Three.</i> Four <u>parts</u>; one gap.</p><p>One. Two.</p><p>A, B, C</p>",
    ["; ", ": "],
  ],
  [
    "zh-CN",
    "<p><b>One.</b>Two.<i>Three.</i>Four <u>parts</u>; one gap.</p><p>One.Two.</p><p>A、B、C</p>",
    ["；", "："],
  ],
])("sentences, names and clauses stand side by side in %s as that language has it", (locale, html, gaps) => {
  expect(drawn(<Said />, { locale, rooms: [] })).toBe(html);
  expect([clauseGapOf(locale), colonOf(locale)]).toEqual(gaps);
});
