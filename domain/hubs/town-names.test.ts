import { describe, expect, it } from "vitest";
import { palladius, townNames } from "./town-names";

const town = (country: string, nameEn: string, nameZh: string, others: string) =>
  townNames({ country, nameEn, nameZh, others: [nameEn, ...others.split(",")] });

describe("a town's Russian name", () => {
  it.each([
    ["Zhangjiagang", "张家港", "Чжанцзяган"],
    ["Xi’an", "西安", "Сиань"],
    ["Yuyao", "余姚", "Юйяо"],
    ["Shihezi", "石河子", "Шихэцзы"],
    ["Xingyi", "兴义", "Синъи"],
    ["Guangyuan", "广元", "Гуанъюань"],
    ["Huizhou", "惠州", "Хуэйчжоу"],
    ["Quanzhou", "泉州", "Цюаньчжоу"],
    ["Changshu City", "常熟", "Чаншу"],
    ["Jiaojiang", "椒江村", "Цзяоцзян"],
  ])("of China is written by Palladius's system: %s", (nameEn, nameZh, expected) => {
    expect(palladius({ nameEn, nameZh }, [])).toBe(expected);
  });

  it("of China is the usual one where Russian has one, and of no Chinese name the one that is listed", () => {
    expect(town("CN", "Beijing", "北京", "Бейжің,Пекин,Пекинг").nameRu).toBe("Пекин");
    expect(town("CN", "Kashgar", "喀什", "Кашгар,Қашқар").nameRu).toBe("Кашгар");
  });

  it.each([
    ["RU", "Kazan", "Казан,Казань,Къазан,Козань", "Казань"],
    ["RU", "Novosibirsk", "Новониколаевск,Новосибирск,Новосибирьскъ", "Новосибирск"],
    ["RU", "Cherepovets", "Череповетс,Череповец,Череповець", "Череповец"],
    ["RU", "Ulan-Ude", "Верхнеудинск,Улан Уде,Улан-Удэ", "Улан-Удэ"],
    ["RU", "Omsk", "Омбы,Омва,Омск,Омськ", "Омск"],
    ["KZ", "Ekibastuz", "Екибастуз,Екібастұз,Экибастуз", "Экибастуз"],
    ["UZ", "Andijon", "Андижан", "Андижан"],
  ])(
    "of %s is the one that reads like %s, not one of another language or time",
    (country, nameEn, others, expected) => {
      expect(town(country, nameEn, nameEn, others).nameRu).toBe(expected);
    },
  );

  it("is left out where none comes near", () => {
    expect(town("RU", "Kurortnyy", "Kurortnyy", "Сестрорецк,Зеленогорск").nameRu).toBeUndefined();
  });
});

it("a town's Kazakh name is its own in Kazakhstan, also where Russian calls it otherwise, and the Russian one elsewhere", () => {
  expect(town("KZ", "Kostanay", "Kostanay", "Костанай,Кустанай,Қостанай").nameKk).toBe("Қостанай");
  expect(town("KZ", "Kokshetau", "Kokshetau", "Кокшетау,Көкчө-Тоо,Көкшетау").nameKk).toBe("Көкшетау");
  expect(town("KZ", "Ust-Kamenogorsk", "Ust-Kamenogorsk", "Усть-Каменогорск,Өскемен").nameKk).toBe("Өскемен");
  expect(town("RU", "Kazan", "喀山", "Казань,Қазан").nameKk).toBe("Казань");
});

it("a town's Vietnamese name has its marks, and of China a word for each sign", () => {
  expect(town("VN", "Haiphong", "海防", "Hai Phong,Hải Phòng,Haiphong").nameVi).toBe("Hải Phòng");
  expect(town("CN", "Foshan", "佛山", "Fu̍t-sân-sṳ,Hŭk-săng,Phật Sơn").nameVi).toBe("Phật Sơn");
  expect(town("CN", "Wenzhou", "温州", "Wénju shehiri,Ôn Châu").nameVi).toBe("Ôn Châu");
  expect(town("CN", "Yiyang", "益阳", "Yiyang").nameVi).toBeUndefined();
});
