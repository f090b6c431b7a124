import { describe, expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { asidesIn } from "./asides";
import { type Knowledge, type KnownPlace, sourceOf } from "./reading";

const place = (id: string, hubId: string | null, ...names: string[]): KnownPlace => ({ id, hubId, isEnd: true, names });

const KNOWLEDGE: Knowledge = {
  places: [
    place("KZKHO", "horgos", "Khorgos", "霍尔果斯", "Хоргос", "Хоргосе", "Қорғас", "Horgos"),
    place("CNPIN", "pingxiang", "友谊关", "Hữu Nghị", "Friendship Pass"),
    place("KZALA", null, "Almaty", "阿拉木图", "Алматы"),
    place("CNYIU", null, "Yiwu", "义乌", "Иу", "Nghĩa Ô"),
  ],
  headings: [],
};

const asideOf = (text: string) => {
  const source = sourceOf(text, KNOWLEDGE, "2026-12-01" as LocalDate);
  return asidesIn(source).map((span) => source.text.slice(...span).trim());
};

describe("what is told of another shipment, or of its price, is an aside", () => {
  test.each([
    ["义乌到阿拉木图 瓷砖20吨 上次走的是15吨", ["上次走的是15吨"]],
    ["去年那票30方，今年义乌发阿拉木图 玩具25方", ["去年那票30方"]],
    ["上个月发了两柜共48吨，26方，这次玩具20吨", ["上个月发了两柜共48吨", "26方"]],
    ["我们之前报价3.9美金一公斤，义乌到阿拉木图 眼镜400公斤", ["我们之前报价3.9美金一公斤"]],
    ["十月份走过一票60托，现在灯具30托", ["十月份走过一票60托"]],
    ["上周那批12吨已经签收 这次灯具8吨 义乌到阿拉木图", ["上周那批12吨已经签收"]],
    ["20 t of tiles Yiwu to Almaty, last shipment was 35 t", ["last shipment was 35 t"]],
    ["Last month you quoted 2,400 USD, now 20 t of tiles", ["Last month you quoted 2,400 USD"]],
    ["30 pallets of lamps, we shipped 44 pallets in May", ["we shipped 44 pallets in May"]],
    ["our previous order weighed 9 t, 40 cbm, lamps 12 t", ["our previous order weighed 9 t", "40 cbm"]],
    ["Your last rate of $3,400 was fine. Garlic 21 t", ["Your last rate of $3,400 was fine"]],
    ["20 ctns toys, 14 boxes went already", ["14 boxes went already"]],
    ["two years ago it was 18 t. Toys 6 t Yiwu to Almaty", ["two years ago it was 18 t"]],
    ["плитка 20 т Иу - Алматы, в прошлом году возили 300 т", ["в прошлом году возили 300 т"]],
    ["Предыдущая партия 12 т дошла хорошо, сейчас плитка 8 т", ["Предыдущая партия 12 т дошла хорошо"]],
    ["месяц назад платили 2 400 долларов, нужна ставка Иу - Алматы", ["месяц назад платили 2 400 долларов"]],
    ["в том году везли 30 т, теперь 12 т краски", ["в том году везли 30 т"]],
    ["раньше было 15 т, теперь 20 т плитки", ["раньше было 15 т"]],
    ["в мае отгрузили вам 40 т, теперь плитка 22 т", ["в мае отгрузили вам 40 т"]],
    ["gạch 20 tấn Nghĩa Ô, chuyến trước 15 tấn", ["chuyến trước 15 tấn"]],
    ["tháng rồi em đi 12 tấn, tháng này 20 tấn gỗ", ["tháng rồi em đi 12 tấn"]],
    ["năm ngoái đi 3 cont, giờ gạch 20 tấn", ["năm ngoái đi 3 cont"]],
    ["tháng 5 bên em đã gửi 12 tấn, lần này 20 tấn gạch", ["tháng 5 bên em đã gửi 12 tấn"]],
    ["Giá lần trước 900 USD bây giờ gạch 20 tấn", ["Giá lần trước 900 USD"]],
    ["плитка 20 тонна Алматыға, былтыр 35 тонна болды", ["былтыр 35 тонна болды"]],
    ["өткен айда 12 тонна жібердік, енді 20 тонна плитка", ["өткен айда 12 тонна жібердік"]],
    ["мамырда 40 тонна жөнелткен едік, қазір плитка 20 тонна", ["мамырда 40 тонна жөнелткен едік"]],
    ["алдыңғы партия 9 тонна еді, енді 20 тонна плитка", ["алдыңғы партия 9 тонна еді"]],
  ])("of %j", (text, asides) => {
    expect(asideOf(text)).toEqual(asides);
  });

  test.each([
    ...["和上次一样 义乌到阿拉木图 瓷砖20吨", "按上次的路线走，瓷砖20吨", "上个月做好的20吨瓷砖发阿拉木图"],
    ...["12月5号之前要到货 瓷砖20吨", "货早上次日达，装上车20吨瓷砖", "瓷砖20吨发过去阿拉木图"],
    ...[
      "Same goods as last time, 20 t of tiles",
      "20 t of tiles as in the last order",
      "tiles 20 t, ready last week of May",
    ],
    ...[
      "tiles produced last month, 20 t",
      "20 t of tiles, sent from Yiwu to Almaty",
      "We ship 20 t and pay on arrival",
    ],
    ...["как в прошлый раз, 20 т плитки", "плитка 20 т, не раньше 5 декабря", "урожай прошлого года, 20 т пшеницы"],
    ...["чем раньше, тем лучше: 20 т плитки", "отправить 20 т плитки, оплата после"],
    ...["giống lần trước, gạch 20 tấn", "hàng sản xuất tháng trước 20 tấn", "trước tháng 12 đi 20 tấn gạch"],
    ...["túi da gửi Nghĩa Ô 20 thùng", "өткен жолғыдай 20 тонна плитка", "5 желтоқсаннан бұрын 20 тонна плитка"],
    ...["плитка өткен айда дайын болды, 20 тонна"],
  ])("no part of %j", (text) => {
    expect(asideOf(text)).toEqual([]);
  });
});

describe("a question about a border or traffic is an aside", () => {
  test.each([
    ["霍尔果斯现在堵不堵？瓷砖20吨", ["霍尔果斯现在堵不堵？"]],
    ["友谊关还排队吗 发阿拉木图瓷砖20吨 明天装", ["友谊关还排队吗"]],
    ["瓷砖20吨发阿拉木图 霍尔果斯开了吗", ["霍尔果斯开了吗"]],
    ["友谊关这两天放行了没？瓷砖20吨", ["友谊关这两天放行了没？"]],
    ["Is Khorgos still closed? 20 t of tiles", ["Is Khorgos still closed?"]],
    ["20 t of tiles to Almaty, any queue at Khorgos now?", ["any queue at Khorgos now?"]],
    ["how busy is Friendship Pass these days? 20 t", ["how busy is Friendship Pass these days?"]],
    ["Хоргос сейчас открыт? Плитка 20 т", ["Хоргос сейчас открыт?"]],
    ["плитка 20 т, а какая очередь на Хоргосе?", ["а какая очередь на Хоргосе?"]],
    ["Граница в субботу работает? Плитка 20 т", ["Граница в субботу работает?"]],
    ["Hữu Nghị hôm nay có tắc đường không, gạch 20 tấn", ["Hữu Nghị hôm nay có tắc đường không"]],
    ["cửa khẩu Hữu Nghị mở cửa chưa? gạch 20 tấn", ["cửa khẩu Hữu Nghị mở cửa chưa?"]],
    ["Қорғаста кезек көп пе? плитка 20 тонна", ["Қорғаста кезек көп пе?"]],
    ["Қорғас бүгін жұмыс істей ме, плитка 20 тонна", ["Қорғас бүгін жұмыс істей ме"]],
  ])("of %j", (text, asides) => {
    expect(asideOf(text)).toEqual(asides);
  });

  test.each([
    ...["瓷砖20吨走霍尔果斯到阿拉木图多少钱？", "霍尔果斯能做清关吗？", "霍尔果斯不堵，走那边，瓷砖20吨"],
    ...[
      "Can you carry 20 t of tiles via Khorgos?",
      "open top container via Khorgos, rate?",
      "Khorgos is open, go that way",
    ],
    ...["Сколько стоит плитка 20 т через Хоргос?", "Вы работаете через Хоргос?", "Хоргос открыт, везите через него"],
    ...["đi Hữu Nghị 20 tấn gạch giá bao nhiêu?", "qua Hữu Nghị có làm hải quan không"],
    ...["Қорғас арқылы 20 тонна қанша тұрады?", "Қорғас ашық, сол арқылы жіберіңіз"],
  ])("no part of %j", (text) => {
    expect(asideOf(text)).toEqual([]);
  });
});
