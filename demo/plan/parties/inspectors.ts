// People who look at goods. All names are invented.

type Names = { readonly families: readonly string[]; readonly given: readonly string[] };

/**
 * Family and given names of a country, each as it is written and in Latin letters; where a language is written in Latin letters alone, once.
 * Their numbers have no common divisor and are no less than a company has inspectors: so each pair comes once, and no two people of a company
 * share a name.
 */
const NAMES = {
  CN: {
    families: ["陈 Chen", "吴 Wu", "何 He", "罗 Luo", "邓 Deng", "郑 Zheng", "冯 Feng", "曾 Zeng", "彭 Peng", "蔡 Cai"],
    given: [
      "亮 Liang",
      "静 Jing",
      "晓峰 Xiaofeng",
      "敏 Min",
      "凯 Kai",
      "燕 Yan",
      "志强 Zhiqiang",
      "海涛 Haitao",
      "文博 Wenbo",
      "丽娟 Lijuan",
      "建国 Jianguo",
      "雪梅 Xuemei",
      "永康 Yongkang",
    ],
  },
  VN: {
    families: ["Nguyễn", "Trần", "Phạm", "Đỗ", "Vũ", "Bùi"],
    given: ["Văn Hùng", "Thị Lan", "Quốc Bảo", "Minh Đức", "Thu Hà", "Ngọc Anh", "Hoàng Nam"],
  },
  RU: {
    families: [
      "Волков Volkov",
      "Зайцев Zaitsev",
      "Орлов Orlov",
      "Белов Belov",
      "Макаров Makarov",
      "Фомин Fomin",
      "Гусев Gusev",
    ],
    given: ["Андрей Andrei", "Сергей Sergei", "Илья Ilya", "Максим Maksim", "Павел Pavel", "Олег Oleg"],
  },
  KZ: {
    families: [
      "Сейітов Seitov",
      "Оспанов Ospanov",
      "Жұмабаев Zhumabayev",
      "Кенжебаев Kenzhebayev",
      "Әбілов Abilov",
      "Нұрпейісов Nurpeisov",
      "Тоқтаров Toktarov",
    ],
    given: ["Ерлан Yerlan", "Дәурен Dauren", "Асхат Askhat", "Нұрлан Nurlan", "Бауыржан Bauyrzhan", "Тимур Timur"],
  },
  MN: {
    families: [
      "Батбаяр Batbayar",
      "Ганболд Ganbold",
      "Дорж Dorj",
      "Пүрэв Purev",
      "Сүхбаатар Sukhbaatar",
      "Цэрэн Tseren",
      "Энхбат Enkhbat",
    ],
    given: [
      "Тэмүүлэн Temuulen",
      "Бат-Эрдэнэ Bat-Erdene",
      "Энхжин Enkhjin",
      "Мөнхбат Munkhbat",
      "Болор Bolor",
      "Ганзориг Ganzorig",
    ],
  },
} as const satisfies Readonly<Record<string, Names>>;

type Pool = keyof typeof NAMES;

/** More inspectors than this come to no visit. */
export const INSPECTORS_OF_COMPANY = 6;

const parts = (name: string): readonly [own: string, latin: string] => {
  const [own = name, latin = own] = name.split(" ");
  return [own, latin];
};

/** A name as it is written in a country, and in Latin letters after it where those are others. */
function written(pool: Pool, family: string, given: string): string {
  // Names of Viet Nam need no second spelling.
  if (pool === "VN") return `${family} ${given}`;
  const [[own, latin], [ownFamily, latinFamily]] = [parts(given), parts(family)];
  return pool === "CN" ? `${ownFamily}${own} ${latinFamily} ${latin}` : `${own} ${ownFamily} ${latin} ${latinFamily}`;
}

function named(pool: Pool): string[] {
  const { families, given }: Names = NAMES[pool];
  return Array.from({ length: families.length * given.length }, (_, at) =>
    written(pool, families[at % families.length] ?? "", given[at % given.length] ?? ""),
  );
}

const isPool = (country: string): country is Pool => country in NAMES;

/** Deals the people of a country out to its companies, so that nobody works for two; a company keeps its own. */
export class Inspectors {
  private readonly left = new Map<Pool, string[]>();
  private readonly of = new Map<string, readonly string[]>();

  ofCompany(organisationId: string, country: string): readonly string[] {
    const known = this.of.get(organisationId);
    if (known) return known;
    const pool = isPool(country) ? country : "CN";
    const left = this.left.get(pool) ?? named(pool);
    const own = left.slice(0, INSPECTORS_OF_COMPANY);
    if (own.length < INSPECTORS_OF_COMPANY) throw new Error(`The demo has no inspectors left in ${pool}`);
    this.left.set(pool, left.slice(INSPECTORS_OF_COMPANY));
    this.of.set(organisationId, own);
    return own;
  }
}
