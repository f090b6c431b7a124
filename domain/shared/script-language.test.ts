import { expect, test } from "vitest";
import { runsByLanguage } from "./script-language";

const said = (text: string, page: string) =>
  runsByLanguage(text, page)
    .map((run) => (run.language ? `[${run.language} ${run.text}]` : run.text))
    .join("");

test.each([
  ["樟子松烘干板材 · Sawn pine, kiln-dried", "en", "[zh 樟子松烘干板材] · Sawn pine, kiln-dried"],
  ["J55 钢级无缝石油套管 · Casing", "en", "J55 [zh 钢级无缝石油套管] · Casing"],
  ["中国（上海）有限公司。", "en", "[zh 中国（上海）有限公司。]"],
  ["LED灯 400箱，毛重8.2吨", "en", "LED[zh 灯 400箱，毛重8.2吨]"],
  ["ТОО «Степной путь»", "en", "[ru ТОО «Степной путь]»"],
  ["Жетісу Қазына", "zh-CN", "[kk Жетісу Қазына]"],
  ["บริษัท ขนส่ง จำกัด", "zh-CN", "[th บริษัท ขนส่ง จำกัด]"],
  ["カタカナ 会社", "en", "[ja カタカナ 会社]"],
  ["Công ty Vận tải", "en", "[vi Công ty Vận tải]"],
  ["Хабарламалар", "kk", "Хабарламалар"],
  ["Жетісу Қазына", "ru", "[kk Жетісу Қазына]"],
  ["义乌 Yiwu", "zh-CN", "义乌 Yiwu"],
  ["Zhetysu Forwarding", "zh-CN", "Zhetysu Forwarding"],
  ["Müller & Söhne", "en", "Müller & Söhne"],
  ["12.50 USD", "en", "12.50 USD"],
  ["", "en", ""],
])("%j on a page in %s is read as %j", (text, page, expected) => {
  expect(said(text, page)).toBe(expected);
});

test.each(["樟子松 · Sawn pine", "a 中 b 国 c", "ТОО «Путь» 义乌"])("nothing of %j is lost", (text) => {
  expect(
    runsByLanguage(text, "en")
      .map((run) => run.text)
      .join(""),
  ).toBe(text);
});
